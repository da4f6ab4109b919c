import Reading
import Text

/// Finds what separates the cells of a table, and the decimal mark of its numbers.
enum TextSniffer {
  /// The bytes that may separate cells, the likelier first.
  private static let delimiters = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
  private static let names: [UInt8: String] = [
    0x2c: "comma", 0x3b: "semicolon", 0x09: "tab", 0x7c: "pipe",
  ]

  /// The name of a delimiter in options and messages.
  static func name(_ delimiter: UInt8) -> String { names[delimiter] ?? "?" }

  // MARK: Delimiter

  /// The delimiter that a line `sep=;` at the start names, as spreadsheets write it.
  static func named(_ bytes: [UInt8]) -> UInt8? {
    guard bytes.starts(with: "sep=".utf8), bytes.count > 5, bytes[5] == 0x0a,
      delimiters.contains(bytes[4])
    else { return nil }
    return bytes[4]
  }

  /// The delimiter that splits the rows into the most uniform and plausible cells.
  static func delimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt8, TableDecision) {
    var best: (delimiter: UInt8, score: Double, rows: String) = (delimiters[0], 0, "")
    for delimiter in delimiters {
      let (score, rows) = score(sample(bytes, delimiter))
      if score > best.score { best = (delimiter, score, rows) }
    }
    let reason = best.score > 0 ? best.rows : "no sign splits the rows into cells"
    return (
      best.delimiter,
      .init("delimiter", name(best.delimiter), because: reason, option: "--delimiter")
    )
  }

  private static func sample(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8
  ) -> [[UnsafeBufferPointer<UInt8>]] {
    let part = UnsafeBufferPointer(rebasing: bytes.prefix(1 << 16))
    var parser = CSVParser(part, delimiter: delimiter)
    var rows: [[UnsafeBufferPointer<UInt8>]] = []
    while rows.count < 100, parser.next() {
      // A quotation that this sign leaves open belongs to a cell that it has split.
      if parser.fault != nil { return [] }
      rows.append(parser.cells.indices.map { DataCell.trimmed(parser.bytes($0)) })
    }
    let isCut = part.count < bytes.count && rows.count < 100
    return isCut && rows.count > 1 ? rows.dropLast() : rows
  }

  /// How good a split is: rows of the same length, and cells that are numbers, periods or gaps.
  private static func score(
    _ rows: [[UnsafeBufferPointer<UInt8>]]
  ) -> (score: Double, reason: String) {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let usual, !rows.isEmpty else { return (0, "") }
    var (sensible, cells, unsplit) = (0, 0, 0)
    let reader = PeriodReader()
    for row in rows {
      for cell in row.prefix(200) {
        cells += 1
        // No cell has a tab in it, and few have semicolons.
        if cell.contains(0x09) { unsplit += 2 } else if cell.contains(0x3b) { unsplit += 1 }
        if DataCell.isGap(cell) || Number(cell, mark: UInt8(ascii: ".")) != nil
          || Number(cell, mark: UInt8(ascii: ",")) != nil || reader.period(cell) != nil
          || NumericDate(cell) != nil || PeriodReader.fiscalYear(cell) != nil
        {
          sensible += 1
        }
      }
    }
    let score =
      2 * Double(usual.value) / Double(rows.count)
      + Double(sensible - unsplit) / Double(max(cells, 1))
    return (score, "\(usual.value) of the first \(rows.count) rows have \(usual.key) cells")
  }

  // MARK: Decimal mark

  /// The decimal mark that the cells have; a doubtful comma counts only if semicolons separate
  /// cells.
  static func mark(
    _ grid: TableGrid, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (mark: UInt8, decision: TableDecision) {
    var (commas, points, doubtful, doubtfulPoints) = (0, 0, 0, 0)
    for row in 0..<grid.rowCount {
      for column in 0..<grid.count(row) {
        switch vote(grid.cell(row, column, bytes)) {
        case .comma: commas += 1
        case .point: points += 1
        case .doubtfulComma: doubtful += 1
        case .doubtfulPoint: doubtfulPoints += 1
        case nil: break
        }
      }
      // Thousands of numbers are enough; a few of them decide a table that has only few.
      if commas + points > 20_000 { break }
    }
    func decided(_ mark: UInt8, _ reason: String, isDoubtful: Bool = false) -> (
      UInt8, TableDecision
    ) {
      (
        mark,
        .init(
          "decimal mark", mark == UInt8(ascii: ",") ? "comma" : "point", because: reason,
          option: "--decimal", isDoubtful: isDoubtful)
      )
    }
    if commas > points {
      return decided(UInt8(ascii: ","), "\(commas) numbers have a comma before their decimals")
    }
    if commas == 0, points == 0, grid.delimiter == UInt8(ascii: ";") {
      if doubtful > 0 {
        return decided(
          UInt8(ascii: ","), "1,234 may be a little more than 1 or a thousand", isDoubtful: true)
      }
      // If commas are decimal marks, semicolons separate cells and points separate thousands.
      if doubtfulPoints > 0 {
        return decided(
          UInt8(ascii: "."), "1.234 may be a little more than 1 or a thousand", isDoubtful: true)
      }
    }
    return decided(
      UInt8(ascii: "."),
      points > 0
        ? "\(points) numbers have a point before their decimals" : "no number shows another")
  }

  private enum Vote { case comma, point, doubtfulComma, doubtfulPoint }

  /// What a cell says about the decimal mark; nil if nothing.
  private static func vote(_ cell: UnsafeBufferPointer<UInt8>) -> Vote? {
    guard cell.count <= 40 else { return nil }
    let (comma, point) = (UInt8(ascii: ","), UInt8(ascii: "."))
    var (commas, points, digits) = (0, 0, 0)
    var (before, after) = (0, 0)
    var last: UInt8 = 0
    var leading: UInt8 = 0
    for byte in cell {
      if byte.isDigit {
        if digits == 0 { leading = byte }
        digits += 1
        if last == 0 { before += 1 } else { after += 1 }
      } else if byte == comma || byte == point {
        if byte == comma { commas += 1 } else { points += 1 }
        last = byte
        after = 0
      } else if byte == 0x3a || byte == 0x2f {
        return nil
      } else if (0x61...0x7a).contains(byte | 0x20) {
        // Words have signs of their own; a flag behind a number does not.
        if digits == 0 || cell.count > digits + 6 { return nil }
        break
      }
    }
    guard digits > 0, last != 0 else { return nil }
    if commas > 0, points > 0 { return last == comma ? .comma : .point }
    let isGroup = after == 3 && (1...3).contains(before) && leading != 0x30
    if commas + points > 1 { return isGroup ? commas > 0 ? .point : .comma : nil }
    if last == point { return isGroup ? .doubtfulPoint : .point }
    return isGroup ? .doubtfulComma : .comma
  }
}
