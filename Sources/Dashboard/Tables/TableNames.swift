import Reading
import Records
import Text

/// The names of a table's columns, from one or more rows of headings.
struct TableNames {
  private let grid: TableGrid
  private let parts: RowSniffer.Parts
  /// How many columns the rows have more than the heading names, at the left.
  private let shift: Int

  init(_ grid: TableGrid, _ parts: RowSniffer.Parts) {
    self.grid = grid
    self.parts = parts
    // Programs that number rows may leave out the name of that column altogether.
    shift =
      parts.headings.last.map { parts.width - grid.count($0) == 1 && grid.count($0) > 0 } ?? false
      ? 1 : 0
  }

  /// A column's place and name.
  struct Named {
    var index: Int
    var name: String
  }

  /// The columns, with what `facts` finds in each; nil makes a column of nothing.
  func columns(_ facts: (Named) -> ColumnFacts?) -> [DataColumn] {
    let rows = parts.headings.map(filledRight)
    let units = parts.units.map { row in (0..<parts.width).map { grid.text(row, $0) } } ?? []
    var counts: [String: Int] = [:]
    var columns = (0..<parts.width).map { index in
      let texts = rows.map { $0[index] }
      let label = texts.last ?? ""
      var words: [String] = []
      for text in texts where !text.isEmpty && words.last != text { words.append(text) }
      let group = words.dropLast(label.isEmpty ? 0 : 1).joined(separator: ", ")
      var name = Self.plain(words.joined(separator: ", "))
      if name.isEmpty { name = String(index + 1) }
      let count = counts[name, default: 0] + 1
      counts[name] = count
      if count > 1 { name += " (\(count))" }
      let found = facts(Named(index: index, name: name)) ?? ColumnFacts()
      var column = DataColumn(name: name, group: group, label: label, facts: found)
      if units.indices.contains(index), !units[index].isEmpty {
        column.unit = Self.bare(units[index])
      }
      setPeriod(&column, words)
      return column
    }
    setJoinedYears(&columns)
    return columns
  }

  /// Reads `POPESTIMATE2020` and `POPESTIMATE2021` as years of one measure.
  private func setJoinedYears(_ columns: inout [DataColumn]) {
    var joined: [String: [Int]] = [:]
    for index in columns.indices where columns[index].period == nil && columns[index].part == nil {
      let label = columns[index].label
      let name = label.dropLast(4)
      guard name.count > 2, name.allSatisfy({ $0.isLetter || $0 == "_" || $0 == " " }),
        let period = Self.period(String(label.suffix(4)), PeriodReader()), period.kind == .year
      else { continue }
      joined[String(name), default: []].append(index)
    }
    for (name, places) in joined where places.count > 1 {
      for index in places {
        columns[index].period = Self.period(String(columns[index].label.suffix(4)), PeriodReader())
        columns[index].group = name.split { "_ ".contains($0) }.joined(separator: " ")
      }
    }
  }

  /// A heading without the code before its label, as SDMX writes both: `FREQ:Frequency`.
  private static func plain(_ text: String) -> String {
    guard let colon = text.firstIndex(of: ":") else { return text }
    let code = text[..<colon]
    let isCode =
      code.count > 1
      && code.utf8.allSatisfy {
        (0x41...0x5a).contains($0) || $0 == UInt8(ascii: "_") || $0.isDigit
      }
    guard isCode, !text[colon...].dropFirst().isEmpty else { return text }
    let name = String(code)
    return ["OBS_VALUE", "TIME_PERIOD", "OBS_STATUS", "UNIT_MULT", "DECIMALS"].contains(name)
      ? name : text[colon...].dropFirst().trimmed
  }

  private static func bare(_ unit: String) -> String {
    guard unit.hasPrefix("("), unit.hasSuffix(")") else { return unit }
    return String(unit.dropFirst().dropLast())
  }

  /// A heading row with each spanning cell repeated over the empty cells on its right.
  private func filledRight(_ row: Int) -> [String] {
    let isLast = row == parts.headings.last
    var last = ""
    return (0..<parts.width).map { index in
      let text = index < shift ? "" : grid.text(row, index - (isLast ? shift : 0))
      if !text.isEmpty { last = text }
      return isLast ? text : last
    }
  }

  /// Reads the heading as a period or as a part of a year.
  private func setPeriod(_ column: inout DataColumn, _ words: [String]) {
    // A heading of two rows may have the year above and the quarter below, or the other way.
    var reader = PeriodReader()
    reader.isFiscal = isFiscal
    for text in [words.joined(separator: " "), words.reversed().joined(separator: " ")] {
      guard text.utf8.count <= 48, let period = Self.period(text, reader) else { continue }
      column.period = period
      column.group = ""
      return
    }
    if words.count > 1 {
      // Men, 2010: the period may be in either row, and the other names the series.
      for (index, text) in words.enumerated() {
        guard let period = Self.period(text, reader) else { continue }
        column.period = period
        column.group = words.enumerated().filter { $0.offset != index }.map(\.element)
          .joined(separator: ", ")
        return
      }
    }
    if setRemarked(&column, words, reader) { return }
    var label = column.label
    column.part = label.withUTF8 { YearPart($0) }
  }

  /// Words of budgets behind a year that say nothing of a value's exactness.
  private static let remarks: Set<String> = [
    "actual", "actuals", "request", "requested", "enacted", "budget", "budgeted", "approved",
  ]

  /// Reads a period with a word behind it: `FY 2022 Estimate`.
  private func setRemarked(
    _ column: inout DataColumn, _ words: [String], _ reader: PeriodReader
  ) -> Bool {
    guard words.count == 1, let blank = words[0].lastIndex(of: " "),
      let period = Self.period(words[0][..<blank].trimmed, reader)
    else { return false }
    let word = words[0][blank...].trimmed
    if !Self.remarks.contains(Folding.fold(word)) {
      guard word.count > 2, let flags = StatusFlags(known: word) else { return false }
      column.flags = flags
    }
    (column.period, column.group) = (period, "")
    return true
  }

  /// Whether headings such as `2010/11` and `2011/12` follow each other.
  private var isFiscal: Bool {
    guard let row = parts.headings.last else { return false }
    let pairs = (0..<grid.count(row)).filter { column in
      var text = grid.text(row, column)
      return text.withUTF8 { PeriodReader.fiscalYear($0) } != nil
    }
    return pairs.count > 1
  }

  /// A period that is no amount, with the mark behind it left out: `2010 [YR2010]`, `X2010`.
  private static func period(_ text: String, _ reader: PeriodReader) -> Period? {
    var text = text
    // R puts an X before a name that begins with a digit; some portals a YR or F.
    for prefix in ["X", "YR", "Y", "yr_", "year_", "Year_"] where text.hasPrefix(prefix) {
      let rest = text.dropFirst(prefix.count)
      if rest.count == 4, rest.utf8.allSatisfy(\.isDigit) { text = String(rest) }
    }
    guard let period = reader.period(text) else { return nil }
    return period.kind == .year && text.utf8.count == 4 && !DataColumn.isYear(period) ? nil : period
  }
}

extension ColumnFacts {
  /// The facts of a column without cells.
  init() {}
}
