import Reading
import Records
import Text

/// Finds the parts of a table from the top: preamble, heading rows, a row of units, the body, and
/// the notes below it.
///
/// The rules compare each row with what the columns hold in the lower half of the table: a row with
/// words where the others have numbers is a heading, and one without a number or a period at the
/// end is a note.
struct RowSniffer {
  /// The parts of a table.
  struct Parts {
    /// How many cells the rows have.
    var width = 0
    /// Rows above the heading.
    var preamble = 0..<0
    /// The heading rows from the top; empty if there are none.
    var headings: [Int] = []
    /// The row of units below the heading; nil if there is none.
    var units: Int?
    /// The rows of data.
    var body = 0..<0
    /// Rows below the data.
    var footer = 0..<0
    /// Rows inside the body that repeat the heading.
    var repeats: [Int] = []
  }

  /// What a cell is, for comparing rows.
  private enum Kind { case empty, gap, number, year, period, text }

  private let grid: TableGrid
  private let bytes: UnsafeBufferPointer<UInt8>
  private let mark: UInt8
  private var kinds: [Kind] = []
  private(set) var parts = Parts()
  private(set) var decisions: [TableDecision] = []
  /// A reader that takes what a heading or a first column may have.
  private let reader: PeriodReader = {
    var reader = PeriodReader()
    reader.hasShortYears = true
    return reader
  }()

  /// The most rows that may precede the data.
  private static let headLimit = 60
  /// The most rows that the kinds of columns are found from.
  private static let sampleLimit = 400

  /// Finds the parts.
  ///
  /// - Parameter hasHeading: Whether the table has a heading; nil to find out.
  init(
    _ grid: TableGrid, _ bytes: UnsafeBufferPointer<UInt8>, mark: UInt8, hasHeading: Bool?
  ) {
    self.grid = grid
    self.bytes = bytes
    self.mark = mark
    parts.width = usualWidth()
    let footer = labelledFooter()
    kinds = columnKinds(below: footer)
    let start = footerStart(footer)
    parts.footer = start..<grid.rowCount
    findHead(hasHeading, end: start)
    findRepeats()
    explain(hasHeading)
  }

  private func kind(_ row: Int, _ column: Int) -> Kind {
    let cell = grid.cell(row, column, bytes)
    if cell.isEmpty { return .empty }
    if DataCell.isGap(cell) { return .gap }
    if cell.count == 4, let period = reader.period(cell), period.kind == .year {
      return DataColumn.isYear(period) ? .year : .number
    }
    // 2010 [YR2010]: a year with a mark, as headings have it.
    if cell.count > 4, !cell[4].isDigit, cell.prefix(4).allSatisfy(\.isDigit),
      let period = reader.period(cell)
    {
      // 1971 ene has letters that are flags too.
      if period.kind != .year || period.isRange { return .period }
      return DataColumn.isYear(period) ? .year : .number
    }
    if Number(cell, mark: mark) != nil { return .number }
    if reader.period(cell) != nil { return .period }
    // The order of day and month is found out later.
    if let date = NumericDate(cell), date.isDay(isDayFirst: false) { return .period }
    return .text
  }

  // MARK: Width and kinds

  /// The commonest number of cells, not counting empty ones at the end of every row.
  private func usualWidth() -> Int {
    var counts: [Int: Int] = [:]
    for row in 0..<grid.rowCount { counts[grid.count(row), default: 0] += 1 }
    // A preamble and notes have one cell; a table of a few rows may have as many of them.
    let most = counts.max { left, right in
      (left.value * (left.key > 1 ? 2 : 1), left.key) < (
        right.value * (right.key > 1 ? 2 : 1), right.key
      )
    }
    return most?.key ?? 0
  }

  private func columnKinds(below end: Int) -> [Kind] {
    let rows = (end / 2..<max(end, 1)).filter { $0 < grid.rowCount && grid.count($0) > 0 }
    let step = max(1, rows.count / Self.sampleLimit)
    return (0..<min(parts.width, DataTable.columnLimit + 1)).map { column in
      var counts = (numbers: 0, years: 0, periods: 0, texts: 0)
      for index in stride(from: 0, to: rows.count, by: step) {
        switch kind(rows[index], column) {
        case .number: counts.numbers += 1
        case .year: counts.years += 1
        case .period: counts.periods += 1
        case .text: counts.texts += 1
        case .empty, .gap: break
        }
      }
      if counts.texts > counts.numbers + counts.years + counts.periods { return .text }
      if counts.periods > counts.numbers { return .period }
      if counts.years > counts.numbers { return .year }
      return counts.numbers > 0 ? .number : counts.texts > 0 ? .text : .empty
    }
  }

  /// Whether a cell is what its column holds elsewhere; nil if it is empty or the column holds
  /// words.
  private func fits(_ row: Int, _ column: Int) -> Bool? {
    guard column < kinds.count else { return nil }
    let found = kind(row, column)
    if found == .empty { return nil }
    switch kinds[column] {
    case .text, .empty, .gap: return nil
    case .number: return found == .number || found == .year || found == .gap
    case .year, .period: return found == .year || found == .period || found == .gap
    }
  }

  /// Whether a row has something in place in a column of numbers or periods.
  private func isData(_ row: Int) -> Bool {
    var (right, wrong) = (0, 0)
    for column in 0..<min(grid.count(row), 400) {
      switch fits(row, column) {
      case true?: right += 1
      case false?: wrong += 1
      case nil: break
      }
    }
    return right > 0 && right >= wrong
  }

  // MARK: Footer

  /// Words that notes begin with, in six languages.
  private static let labels = [
    "source", "note", "fuente", "nota", "fonte", "quelle", "anmerkung", "hinweis", "elaboracion",
    "elaborado", "remarque", "footnote", "data source", "last updated", "downloaded", "copyright",
    "(c)", "©", "*", "†", "‡", "n.a.", "p =", "e =", "r =", "p:", "r:", "e:", "data from",
    "this table", "figures", "legend", "symbols", "more information", "url", "http",
  ]

  /// Whether a row begins as a note does.
  private func isLabelled(_ row: Int) -> Bool {
    guard grid.count(row) > 0 else { return false }
    let first = Folding.fold(String(grid.text(row, 0).prefix(40)))
    if first.isEmpty { return false }
    if Self.labels.contains(where: { first.hasPrefix($0) }) {
      return kinds.first != .text || first.contains(":") || first.count > 20
        || grid.filled(row).count == 1
    }
    // 1/ Provisional; [1] Provisional; (a) Provisional
    guard grid.filled(row).count == 1, let sign = first.utf8.first else { return false }
    return "[(¹²³".utf8.contains(sign) || first.dropFirst().hasPrefix("/")
      || first.dropFirst().hasPrefix(") ") || first.contains(": ")
  }

  /// The first of the rows at the end that are notes by their words.
  private func labelledFooter() -> Int {
    var end = grid.rowCount
    while end > 1, isLabelled(end - 1) || grid.filledCount(end - 1) == 0 { end -= 1 }
    return end
  }

  /// The first of the rows at the end that are notes by their words or by what they lack.
  private func footerStart(_ labelled: Int) -> Int {
    guard kinds.contains(where: { $0 == .number || $0 == .year || $0 == .period }) else {
      return grid.rowCount
    }
    var start = labelled
    while start > 1 {
      let row = start - 1
      let filled = grid.filled(row)
      if isLabelled(row) || filled.isEmpty {
        start -= 1
        continue
      }
      guard !isData(row) else { break }
      let isLong = filled[0].count > 40
      guard
        filled.count == 1 && (parts.width > 2 || kinds[0] != .text) || isLong
          || grid.count(row) != parts.width
      else { break }
      start -= 1
    }
    // A table whose every row seems a note has none.
    return (0..<start).contains(where: isData) ? start : grid.rowCount
  }

  // MARK: Head

  private mutating func findHead(_ hasHeading: Bool?, end: Int) {
    guard hasHeading != false else {
      parts.body = 0..<end
      return
    }
    let start = firstData(end) ?? 0
    var heading = hasHeading == true ? max(start, 1) : start
    if heading == 0 {
      parts.body = 0..<end
      return
    }
    // What is the nearest row to the data: its names, or the units below them?
    if heading >= 2, isUnits(heading - 1), grid.filled(heading - 2).count >= 2 {
      parts.units = heading - 1
      heading -= 1
    }
    var first = heading - 1
    if let label = labelledHeading(first) {
      parts.headings = [label]
      parts.preamble = 0..<0
      parts.body = start..<end
      labelled = (0..<heading).filter { $0 != label }
      return
    }
    parts.headings = [first]
    while first > 0, parts.headings.count < 4, isGroup(first - 1, above: first) {
      first -= 1
      parts.headings.insert(first, at: 0)
    }
    parts.preamble = 0..<first
    parts.body = max(start, heading)..<end
  }

  /// Rows of labels beside the one that names the columns, as some offices put units and dates.
  private(set) var labelled: [Int] = []

  /// The row labelled as the title where several rows of labels precede the data.
  private func labelledHeading(_ last: Int) -> Int? {
    guard last > 0, kinds.first == .year || kinds.first == .period else { return nil }
    return (0...last).first { row in
      grid.count(row) == parts.width && Folding.fold(grid.text(row, 0)) == "title"
    }
  }

  /// The first row of data: the first that is neither a heading nor above one.
  private func firstData(_ end: Int) -> Int? {
    let last = min(end, Self.headLimit)
    var start: Int?
    var run = 0
    for row in 0..<last {
      // Codes below a single row of values are words too, but nothing follows them.
      if isHeading(row, end), (row + 1..<last).contains(where: isData) || row == 0 {
        start = row + 1
        run = 0
      } else if isData(row) {
        run += 1
        if run > 1, start != nil || row > 2 { break }
      } else {
        run = 0
      }
    }
    return start
  }

  /// Whether a row names columns: words, or years in order, where the rows below have values.
  private func isHeading(_ row: Int, _ end: Int) -> Bool {
    let typed = kinds.indices.filter { [.number, .year, .period].contains(kinds[$0]) }
    guard !typed.isEmpty else {
      guard row == 0 else { return false }
      let cells = grid.filled(row)
      return cells.count == grid.count(row) && (end > 1 || cells.count > 0)
        && (0..<grid.count(row)).allSatisfy { kind(row, $0) != .number }
    }
    var words = 0
    var years: [Int] = []
    for column in typed.prefix(400) {
      switch kind(row, column) {
      case .text: words += 1
      // A week or a month above what may be years: amounts from 1500 to 2200.
      case .period where kinds[column] == .number || kinds[column] == .year && column > 0:
        words += 1
      case .number:
        return false
      case .year:
        if kinds[column] == .number { years.append(column) } else { return false }
      case .period: return false
      case .gap, .empty: break
      }
    }
    if years.isEmpty { return words > 0 }
    return areYears(row, years, words, end)
  }

  /// Whether years above numbers are headings: in order, and not followed by years alone.
  private func areYears(_ row: Int, _ columns: [Int], _ words: Int, _ end: Int) -> Bool {
    let years = columns.compactMap { reader.period(grid.cell(row, $0, bytes)) }
    let isUp = zip(years, years.dropFirst()).allSatisfy { $0 < $1 }
    let isDown = zip(years, years.dropFirst()).allSatisfy { $0 > $1 }
    // Under two rows of headings the years come again for each group.
    let isAgain = years.count > 2 && Set(years).count * 2 <= years.count
    guard isUp || isDown || isAgain else { return false }
    let below = (row + 1..<end).prefix(50)
    guard !below.isEmpty else { return false }
    let others = below.contains { next in
      columns.contains { [.number, .gap].contains(kind(next, $0)) }
    }
    if columns.count > 1 || words > 0 { return others }
    // One year alone: nothing below may be a year, and words must be above words.
    let isNone = below.allSatisfy { kind($0, columns[0]) != .year }
    return isNone && below.count > 1 && kinds.first == .text && kind(row, 0) == .text
  }

  // MARK: Units and groups

  private static let unitWords: Set<String> = [
    "%", "percent", "per cent", "usd", "us$", "$", "eur", "€", "million", "millions", "thousand",
    "thousands", "billion", "billions", "persons", "people", "number", "index", "tonnes", "tons",
    "kg", "km", "ratio", "rate", "units", "count", "mxn", "pesos", "dollars", "euros", "hours",
    "gwh", "mwh", "kwh", "ha", "hectares", "m3", "m³", "mm", "°c", "pct", "usd million",
    "porcentaje", "personas", "millones", "miles", "numero", "indice", "prozent", "millionen",
    "personnes", "milliers", "por ciento", "porcentagem",
  ]

  /// Whether a row says in what the columns count.
  private func isUnits(_ row: Int) -> Bool {
    let cells = (1..<max(1, grid.count(row))).map { grid.text(row, $0) }.filter { !$0.isEmpty }
    guard !cells.isEmpty else { return false }
    return cells.allSatisfy { cell in
      let text = Folding.fold(cell)
      if text.hasPrefix("("), text.hasSuffix(")") || text.hasPrefix("in ") { return true }
      if Self.unitWords.contains(text) { return true }
      let words = text.split { " ,/()".contains($0) }.map(String.init)
      return words.count > 1 && words.count < 5
        && words.contains { Self.unitWords.contains($0) }
        && words.allSatisfy { Self.unitWords.contains($0) || $0.count < 4 }
    }
  }

  /// Whether a row spans the columns of the heading below it: `Men,,Women,` above `Urban,Rural,…`.
  private func isGroup(_ row: Int, above: Int) -> Bool {
    let width = max(grid.count(above), parts.width)
    guard grid.count(row) <= width else { return false }
    let upper = (0..<width).map { grid.text(row, $0) }
    let lower = (0..<width).map { grid.text(above, $0) }
    let filled = upper.indices.filter { !upper[$0].isEmpty }
    guard !filled.isEmpty, filled != [0], !upper.contains(where: { $0.hasSuffix(":") }) else {
      return false
    }
    let names = lower.filter { !$0.isEmpty }
    let isIncomplete =
      Set(names).count < names.count || filled.contains { lower[$0].isEmpty }
      || (upper[0].isEmpty && filled.count > 1)
    guard isIncomplete else { return false }
    // A row of the same kinds as the data is no heading.
    return !filled.dropFirst().allSatisfy { kind(row, $0) == .number } || filled.count == 1
  }

  // MARK: The body

  /// Headings that come again inside the body, as where a printed table goes on.
  private mutating func findRepeats() {
    guard let heading = parts.headings.last else { return }
    let names = grid.filled(heading)
    guard names.count > 1 else { return }
    let first = grid.cell(heading, 0, bytes)
    for row in parts.body where grid.count(row) == grid.count(heading) {
      if grid.cell(row, 0, bytes).elementsEqual(first), grid.filled(row) == names {
        parts.repeats.append(row)
      }
    }
  }

  private mutating func explain(_ asked: Bool?) {
    let lines = parts.headings.map { "\(grid.line($0))" }.joined(separator: " and ")
    if parts.headings.isEmpty {
      decisions.append(
        .init(
          "heading", "none",
          because: asked == false ? "as asked" : "the first row is like the rows below it",
          option: "--heading", isDoubtful: asked == nil))
    } else {
      decisions.append(
        .init(
          "heading", "line \(lines)",
          because: asked == true
            ? "as asked" : "words, or periods in order, above numbers or periods",
          option: "--heading"))
    }
    if let units = parts.units {
      decisions.append(
        .init("units", "line \(grid.line(units))", because: "names of units below the heading"))
    }
    if !parts.preamble.isEmpty {
      decisions.append(
        .init(
          "preamble", count(parts.preamble.count), because: "above the row that names the columns"))
    }
    decisions.append(
      .init("body", count(parts.body.count), because: "numbers and periods in their columns"))
    if !parts.footer.isEmpty {
      decisions.append(
        .init(
          "footer", count(parts.footer.count),
          because: "below the last row with a number, as notes are"))
    }
  }

  private func count(_ rows: Int) -> String { rows == 1 ? "1 row" : "\(rows) rows" }
}
