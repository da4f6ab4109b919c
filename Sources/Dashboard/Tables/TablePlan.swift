import Charts
import Reading
import Records
import Text

/// How a table's rows become values: which columns are the place, the series and the values.
struct TablePlan {
  /// What is along the axis.
  enum Axis {
    /// Years, months and dates.
    case periods
    /// Any numbers.
    case numbers
    /// Names, in order of appearance.
    case names
    /// The numbers of the rows.
    case rows
  }

  /// A column of values.
  struct Measure {
    var column: Int
    /// The name of its series; empty if the rows alone name it.
    var name: String
    /// The period in its heading; nil if the row has it.
    var period: Period?
    /// The part of the row's year in its heading.
    var part: YearPart?
    /// Which of the names of measures it has.
    var place = 0
    /// What its heading says of its values: `FY 2023 Estimate`.
    var flags: StatusFlags?
  }

  /// What the table looks like, in a word for people.
  private(set) var shape = ""
  /// Why.
  private(set) var reason = ""
  var axis = Axis.rows
  /// The column of the place; nil for row numbers, and where headings are the periods.
  private(set) var x: Int?
  /// A column of months or quarters beside one of years, and how many months a number counts.
  private(set) var part: (column: Int, length: Int?)?
  /// A column of days beside one of years and one of months.
  private(set) var day: Int?
  /// The month in which fiscal years begin that have months in a column beside them; nil if they are
  /// calendar years, or if the order of the rows does not tell.
  private(set) var fiscalStart: Int?
  private(set) var measures: [Measure] = []
  /// The distinct names of the measures.
  private(set) var measureNames: [String] = []
  /// The columns that name series.
  private(set) var dimensions: [Int] = []
  /// The columns of flags, by the columns of values that they belong to; -1 for all.
  private(set) var flags: [Int: [Int]] = [:]
  /// The columns of notes.
  private(set) var notes: [Int] = []
  /// Whether days are told apart by the time of day, as names.
  private(set) var hasClocks = false
  /// Columns that are not drawn although nobody asked to leave them out.
  private(set) var unused: [Int] = []

  private let table: DataTable

  /// Finds out how a table is drawn.
  ///
  /// - Throws: `DataFault` for a column that does not exist, and if there are no values.
  init(_ table: DataTable, _ request: TableRequest) throws(DataFault) {
    self.table = table
    var y: [Int]?
    if let values = request.y { y = try table.columnList(values) }
    var series: [Int]?
    if let names = request.series { series = try table.columnList(names) }
    let kind = request.kind
    let isOverTime = kind == .slope || kind == .dumbbell || !(kind?.namesPlaces ?? false)
    if let name = request.x {
      try setColumns(try table.column(name), y, series, kind)
    } else if kind == .histogram, y != nil {
      try setColumns(nil, y, series, kind)
    } else if y == nil, setMatrix() {
    } else if y == nil, isOverTime, setWide() {
    } else {
      try setColumns(defaultX(y ?? [], series ?? []), y, series, kind)
    }
    setFlags()
    if let series { dimensions = series } else if dimensions.isEmpty { findDimensions() }
    hasClocks =
      axis == .periods && request.every == nil && x.map { columns[$0].facts.clocks > 0 } ?? false
    if hasClocks { axis = .names }
    nameMeasures()
    findUnused(request, y)
  }

  private var columns: [DataColumn] { table.columns }

  // MARK: Periods in headings

  private func isValue(_ index: Int) -> Bool {
    let facts = columns[index].facts
    return facts.isNumbers || facts.known == 0 || facts.hasNumber
  }

  /// A column of years, and one column for each month, quarter or half; or the other way round.
  private mutating func setMatrix() -> Bool {
    if let time = table.time, columns[time].facts.years == columns[time].facts.periods {
      let parts = columns.indices.filter { columns[$0].part != nil && isValue($0) }
      let kinds = Set(parts.compactMap { columns[$0].part })
      let least = kinds.first.map { $0.months == 1 ? 3 : 2 } ?? .max
      guard kinds.count == parts.count, Set(kinds.map(\.months)).count == 1, parts.count >= least
      else { return false }
      (axis, x) = (.periods, time)
      measures = parts.map { Measure(column: $0, name: "", part: columns[$0].part) }
      shape = "years by parts of the year"
      reason = "the headings are months, quarters or halves, and '\(columns[time].name)' has years"
      return true
    }
    let years = columns.indices.filter { columns[$0].period?.kind == .year && isValue($0) }
    guard years.count > 1, let part = columns.indices.first(where: { columns[$0].role == .part })
    else { return false }
    axis = .periods
    self.part = (part, ColumnSniffer.partLength(Folding.fold(columns[part].name)))
    measures = years.map {
      Measure(column: $0, name: columns[$0].group, period: columns[$0].period)
    }
    shape = "parts of the year by years"
    reason = "the headings are years, and '\(columns[part].name)' has parts of a year"
    return true
  }

  /// A column for each period.
  private mutating func setWide() -> Bool {
    let periods = columns.indices.filter { columns[$0].period != nil && isValue($0) }
    guard periods.count > 1 else { return false }
    if let time = table.time, columns[time].period == nil,
      columns[time].facts.periods > 1 || columns[time].facts.known > 1
    {
      return false
    }
    axis = .periods
    measures = periods.map {
      Measure(
        column: $0, name: columns[$0].group, period: columns[$0].period, flags: columns[$0].flags)
    }
    shape = "wide"
    reason = "\(periods.count) headings are periods"
    dimensions = rowNames()
    return true
  }

  /// The fewest categories that tell the rows of a wide table apart.
  private func rowNames() -> [Int] {
    let names = columns.indices.filter { columns[$0].role == .category }
    let codes = columns.indices.filter { columns[$0].role == .code }
    return key(of: names.isEmpty ? codes : names, with: [])
  }

  // MARK: Columns

  /// The column along the axis: periods if there are any, else the first names, else numbers.
  private func defaultX(_ values: [Int], _ series: [Int]) -> Int? {
    let taken = values + series
    if let time = table.time, !taken.contains(time) { return time }
    let free = columns.indices.filter { !taken.contains($0) }
    let names = free.filter { columns[$0].role == .category }
    if !names.isEmpty {
      // The names that tell the rows apart are at the places.
      return names.first { !columns[$0].facts.hasRepeats && columns[$0].facts.distinct > 1 }
        ?? names[0]
    }
    for role in [DataColumn.Role.part, .code, .constant] {
      if let first = free.first(where: { columns[$0].role == role }) { return first }
    }
    let numbers = free.filter { columns[$0].role == .measure }
    if let row = free.first(where: { columns[$0].role == .rowNumber }), numbers.count < 2 {
      return row
    }
    return columns.count > 1 && (numbers.count > 1 || !values.isEmpty) ? numbers.first : nil
  }

  private mutating func setColumns(
    _ x: Int?, _ y: [Int]?, _ series: [Int]?, _ kind: Chart.Kind?
  ) throws(DataFault) {
    self.x = x
    axis = axis(x, kind)
    let values: [Int]
    if let y { values = y } else { values = try defaultY(x, series ?? []) }
    measures = values.map { Measure(column: $0, name: columns[$0].name) }
    if axis == .periods { findParts() }
    shape = axis == .periods ? "periods" : axis == .names ? "names" : "numbers"
    reason =
      x.map { "'\(columns[$0].name)' is along the axis: \(columns[$0].reason)" }
      ?? "no column can be the axis"
  }

  private func axis(_ x: Int?, _ kind: Chart.Kind?) -> Axis {
    guard let x else { return .rows }
    let column = columns[x]
    if kind == .scatter, column.isNumbers { return .numbers }
    if column.isPeriods { return kind == .scatter ? .numbers : .periods }
    if column.role == .code || column.role == .category || column.role == .constant {
      return .names
    }
    return column.isNumbers && !(kind?.namesPlaces ?? false) ? .numbers : .names
  }

  private func defaultY(_ x: Int?, _ series: [Int]) throws(DataFault) -> [Int] {
    let values = columns.indices.filter {
      $0 != x && !series.contains($0) && columns[$0].role == .measure
        && (columns[$0].period == nil && columns[$0].part == nil || isValue($0))
    }
    if !values.isEmpty { return values }
    // Codes are better than nothing.
    let codes = columns.indices.filter {
      $0 != x && !series.contains($0) && columns[$0].role == .code && columns[$0].isNumbers
    }
    if !codes.isEmpty { return codes }
    throw DataFault(
      "has no number in any column"
        + (columns.count > 1
          ? " but the axis's; its columns are \(DataFault.list(columns.map(\.name)))" : ""))
  }

  /// Months or quarters, and days, in columns of their own beside one of years.
  private mutating func findParts() {
    guard let x, columns[x].facts.years == columns[x].facts.periods else { return }
    let parts = columns.indices.filter { columns[$0].role == .part }
    for index in parts {
      let name = Folding.fold(columns[index].name)
      if ["day", "dia", "jour", "tag", "giorno"].contains(name) {
        day = index
      } else if part == nil {
        part = (index, ColumnSniffer.partLength(name))
      }
    }
    if part == nil { day = nil }
    if let part, part.length == nil || part.length == 1, isFiscal(x) {
      fiscalStart = fiscalStart(x, part)
    }
  }

  private func isFiscal(_ column: Int) -> Bool {
    let words = Folding.fold(columns[column].name).split { !$0.isLetter }
    return words.contains { ["fiscal", "fy"].contains($0) }
  }

  /// The first month of years in whose rows January follows December.
  private func fiscalStart(_ x: Int, _ part: (column: Int, length: Int?)) -> Int? {
    table.grid.bytes.withUnsafeBufferPointer { bytes in
      var starts: Set<Int> = []
      var year = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      var (first, last) = (0, 0)
      for row in table.rows {
        guard
          let month = YearPart(table.grid.cell(row, part.column, bytes), numbers: part.length),
          month.months == 1
        else { continue }
        let own = table.grid.cell(row, x, bytes)
        if !own.elementsEqual(year) { (year, first, last) = (own, month.number, month.number) }
        if last == 12, month.number == 1 { starts.insert(first) }
        last = month.number
      }
      // A year whose rows begin later than it does is not whole.
      return starts.min().flatMap { $0 > 1 ? $0 : nil }
    }
  }

  // MARK: Series

  /// The categories that tell apart rows at the same place.
  private mutating func findDimensions() {
    var places: [Int] = x.map { [$0] } ?? []
    if let part { places.append(part.column) }
    if let day { places.append(day) }
    guard !places.isEmpty else { return }
    let candidates = columns.indices.filter {
      !places.contains($0) && columns[$0].role == .category
        && (columns[$0].facts.hasRepeats || axis != .periods)
    }
    guard !candidates.isEmpty else { return }
    if isKey(places) {
      if let block = blocks(of: candidates) { dimensions = [block] }
    } else {
      dimensions = key(of: candidates, with: places)
    }
  }

  /// The category whose name changes wherever the time goes back, so that the rows are series one
  /// below the other although no period comes twice; nil if there is none.
  private func blocks(of candidates: [Int]) -> Int? {
    guard axis == .periods, let x else { return nil }
    let reader = columns[x].facts.reader
    return table.grid.bytes.withUnsafeBufferPointer { bytes in
      var rest = candidates
      var last: (row: Int, period: Period)?
      var goesBack = false
      for row in table.rows {
        guard let period = reader.period(table.grid.cell(row, x, bytes)) else { continue }
        if let last, period < last.period {
          goesBack = true
          rest.removeAll { column in
            table.grid.cell(row, column, bytes)
              .elementsEqual(table.grid.cell(last.row, column, bytes))
          }
          if rest.isEmpty { return nil }
        }
        last = (row, period)
      }
      // A table from the newest row to the oldest goes back everywhere.
      return goesBack ? rest.first { columns[$0].facts.distinct * 2 <= table.rows.count } : nil
    }
  }

  /// The fewest of some columns that, with others, tell all rows apart, or as many as possible.
  private func key(of candidates: [Int], with others: [Int]) -> [Int] {
    guard candidates.count > 1 else { return candidates }
    if let one = candidates.first(where: { isKey(others + [$0]) }) { return [one] }
    var result: [Int] = []
    var best = distinct(others)
    while result.count < candidates.count {
      let rest = candidates.filter { !result.contains($0) }
      let counts = rest.map { (column: $0, count: distinct(others + result + [$0])) }
      guard let next = counts.max(by: { ($0.count, -$0.column) < ($1.count, -$1.column) }),
        next.count > best
      else { break }
      result.append(next.column)
      best = next.count
      if best == table.rows.count { break }
    }
    return result.isEmpty ? Array(candidates.prefix(1)) : result.sorted()
  }

  private func isKey(_ columns: [Int]) -> Bool { distinct(columns) == table.rows.count }

  /// How many rows differ in some columns.
  private func distinct(_ columns: [Int]) -> Int {
    guard !columns.isEmpty else { return 1 }
    return table.grid.bytes.withUnsafeBufferPointer { bytes in
      var seen = Set<Int>(minimumCapacity: table.rows.count)
      for row in table.rows {
        var hasher = Hasher()
        for column in columns {
          CellBytes(bytes: table.grid.cell(row, column, bytes)).hash(into: &hasher)
          hasher.combine(column)
        }
        seen.insert(hasher.finalize())
      }
      return seen.count
    }
  }

  /// Gives each measure the place of its name among the names.
  private mutating func nameMeasures() {
    if measures.count == 1, measures[0].period == nil { measures[0].name = "" }
    for index in measures.indices {
      let name = measures[index].name
      let place = measureNames.firstIndex(of: name) ?? measureNames.count
      if place == measureNames.count { measureNames.append(name) }
      measures[index].place = place
    }
  }

  // MARK: Flags, notes and what is left

  private mutating func setFlags() {
    notes = columns.indices.filter { columns[$0].role == .note }
    let values = Set(measures.map(\.column))
    for index in columns.indices where columns[index].role == .flag && !values.contains(index) {
      // Flags are on the right of their values; one column of them counts for all.
      let count = columns.count { $0.role == .flag }
      let value = (0..<index).last { values.contains($0) }
      if count > 1, values.count > 1, let value {
        flags[value, default: []].append(index)
      } else {
        flags[-1, default: []].append(index)
      }
    }
  }

  private mutating func findUnused(_ request: TableRequest, _ y: [Int]?) {
    guard y == nil || request.series == nil else { return }
    var used = Set(measures.map(\.column) + dimensions + notes + flags.values.flatMap(\.self))
    if let x { used.insert(x) }
    if let part { used.insert(part.column) }
    if let day { used.insert(day) }
    if let per = request.per, let column = try? table.column(per) { used.insert(column) }
    // Whoever names the axis, or asks how values are spread, sets the time aside.
    let setsTimeAside = request.x != nil || request.kind == .histogram
    unused = columns.indices.filter { index in
      let role = columns[index].role
      guard !used.contains(index), !setsTimeAside || role != .time && role != .part else {
        return false
      }
      return y == nil || role != .measure
    }
  }
}

extension Chart.Kind {
  /// Whether the kind draws places with names, so that numbers along its axis are names.
  var namesPlaces: Bool {
    switch self {
    case .bars, .columns, .share, .slope, .number, .groupedBars, .stackedBars, .groupedColumns,
      .stackedColumns, .dots, .dumbbell:
      true
    case .line, .area, .stackedArea, .scatter, .histogram, .multiples, .sparkline: false
    }
  }
}
