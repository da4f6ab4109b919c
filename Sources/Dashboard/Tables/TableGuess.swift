import Reading
import Text

/// How a user's table is written, guessed from its first rows.
struct TableGuess {
  /// The separator of cells.
  var delimiter = UInt8(ascii: ",")
  /// The decimal mark.
  var mark = UInt8(ascii: ".")
  /// Whether only the delimiter suggests the decimal mark.
  var isMarkDoubtful = false

  /// The bytes that may separate cells, the likelier first.
  static let delimiters = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]
  /// The most rows that a guess examines.
  static let rowLimit = 1000
  /// The most bytes that a guess examines.
  static let byteLimit = 1 << 20

  /// The cells of the first rows without surrounding blanks; a row cut by the limit is left out.
  static func sample(
    _ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, rows limit: Int = rowLimit,
    bytes byteLimit: Int = byteLimit
  ) -> [[UnsafeBufferPointer<UInt8>]] {
    let part = UnsafeBufferPointer(rebasing: bytes.prefix(byteLimit))
    var parser = CSVParser(part, delimiter: delimiter)
    var rows: [[UnsafeBufferPointer<UInt8>]] = []
    while rows.count < limit, parser.next() {
      rows.append(parser.cells.indices.map { DataCell.trimmed(parser.bytes($0)) })
    }
    let isCut = part.count < bytes.count && rows.count < limit
    return isCut && rows.count > 1 ? rows.dropLast() : rows
  }

  // MARK: Delimiter

  /// The delimiter that splits the first rows into the most uniform and plausible cells.
  static func delimiter(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt8 {
    var best: (delimiter: UInt8, score: Double) = (delimiters[0], 0)
    for delimiter in delimiters {
      let rows = sample(bytes, delimiter: delimiter, rows: 100, bytes: 1 << 16)
      let score = score(rows)
      if score > best.score { best = (delimiter, score) }
    }
    return best.delimiter
  }

  /// How good a split is: rows of the same length, and cells that are numbers, periods or gaps.
  private static func score(_ rows: [[UnsafeBufferPointer<UInt8>]]) -> Double {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    let usual = counts.filter { $0.key > 1 }.max { ($0.value, $0.key) < ($1.value, $1.key) }
    guard let usual, !rows.isEmpty else { return 0 }
    var (sensible, cells) = (0, 0)
    let reader = PeriodReader()
    for row in rows {
      for cell in row.prefix(200) {
        cells += 1
        if DataCell.isGap(cell) || Number(cell, mark: UInt8(ascii: ".")) != nil
          || Number(cell, mark: UInt8(ascii: ",")) != nil || reader.period(cell) != nil
        {
          sensible += 1
        }
      }
    }
    return 2 * Double(usual.value) / Double(rows.count) + Double(sensible) / Double(max(cells, 1))
  }

  // MARK: Decimal mark

  /// Sets the decimal mark by the cells; a doubtful comma counts only if semicolons separate cells.
  mutating func guessMark(_ rows: [[UnsafeBufferPointer<UInt8>]]) {
    var (commas, points, doubtful, doubtfulPoints) = (0, 0, 0, 0)
    for row in rows {
      for cell in row {
        switch Self.vote(cell) {
        case .comma: commas += 1
        case .point: points += 1
        case .doubtfulComma: doubtful += 1
        case .doubtfulPoint: doubtfulPoints += 1
        case nil: break
        }
      }
    }
    if commas > points {
      mark = UInt8(ascii: ",")
    } else if commas == 0, points == 0, doubtful > 0, delimiter == UInt8(ascii: ";") {
      mark = UInt8(ascii: ",")
      isMarkDoubtful = true
    } else if commas == 0, points == 0, doubtfulPoints > 0, delimiter == UInt8(ascii: ";") {
      // If commas are decimal marks, semicolons separate cells and points separate thousands.
      isMarkDoubtful = true
    }
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
      } else if (0x61...0x7a).contains(byte | 0x20) || byte == 0x3a || byte == 0x2f {
        return nil
      }
    }
    guard digits > 0, last != 0 else { return nil }
    if commas > 0, points > 0 { return last == comma ? .comma : .point }
    let isGroup = after == 3 && (1...3).contains(before) && leading != 0x30
    if commas + points > 1 { return isGroup ? commas > 0 ? .point : .comma : nil }
    if last == point { return isGroup ? .doubtfulPoint : .point }
    return isGroup ? .doubtfulComma : .comma
  }

  // MARK: Heading

  /// Whether the first row names the columns.
  ///
  /// It does if it holds words above numbers or periods, or years above numbers that are not years,
  /// and if the whole table is words.
  ///
  /// - Parameter contents: What the columns hold below the first row.
  func hasHeading(
    _ rows: [[UnsafeBufferPointer<UInt8>]], _ contents: [DataColumn.Content]
  ) -> Bool {
    guard let first = rows.first else { return false }
    let rest = rows.dropFirst()
    let typed = contents.indices.filter { contents[$0].isNumbers || contents[$0].isPeriods }
    if rest.isEmpty { return first.allSatisfy { Number($0, mark: mark) == nil } }
    let reader = PeriodReader()
    let isWord = typed.contains { column in
      let cell = first[column]
      return !DataCell.isGap(cell) && Number(cell, mark: mark) == nil
        && reader.period(cell) == nil
    }
    if isWord { return true }
    if typed.isEmpty {
      return first.allSatisfy { !$0.isEmpty && Number($0, mark: mark) == nil }
    }
    let years = typed.map { column in
      DataColumn.isYear(first[column]) ? reader.period(first[column]) : nil
    }
    let known = years.compactMap(\.self)
    guard known.count == typed.count, known.count > 1,
      zip(known, known.dropFirst()).allSatisfy({ $0 < $1 })
    else { return false }
    return typed.contains { column in
      rest.contains { column < $0.count && !DataColumn.isYear($0[column]) }
    }
  }

  // MARK: Rows above the heading

  /// The most rows that may precede a table.
  private static let preambleLimit = 5

  /// How many rows are above the heading: titles and remarks, as spreadsheets export them.
  ///
  /// Such a row has one cell, or another number of cells than the table, and the first row of the
  /// table's width must name columns. If it does not, the rows are kept and reported as faults.
  func preamble(_ rows: [[UnsafeBufferPointer<UInt8>]]) -> Int {
    var counts: [Int: Int] = [:]
    for row in rows { counts[row.count, default: 0] += 1 }
    let usual = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 0
    func isAbove(_ row: [UnsafeBufferPointer<UInt8>]) -> Bool {
      row.count != usual || row.count { !$0.isEmpty } <= 1
    }
    guard usual > 1,
      let heading = rows.prefix(Self.preambleLimit + 1).firstIndex(where: {
        !isAbove($0)
      }), heading > 0, rows.count > heading + 1
    else { return 0 }
    let below = rows[(heading + 1)...]
    guard below.prefix(20).allSatisfy({ $0.count == usual }) else { return 0 }
    let contents = (0..<usual).map { column in
      DataColumn.Content(below.lazy.map { column < $0.count ? $0[column] : nil }, mark)
    }
    return hasHeading(Array(rows[heading...]), contents) ? heading : 0
  }
}
