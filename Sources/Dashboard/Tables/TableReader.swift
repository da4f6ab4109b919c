import Reading
import Records
import Text

/// Reads the values of a table as a plan says, once over all rows.
struct TableReader {
  private let table: DataTable
  private let plan: TablePlan
  private let request: TableRequest
  private let bytes: UnsafeBufferPointer<UInt8>
  private let conditions: [TableCondition]
  private let divisor: Int?
  private let attributes: TableAttributes
  private(set) var result = DataSeries()
  private(set) var losses = TableLosses()

  // Where rows go.
  private var keys: [[String]: Int] = [:]
  private var lastKey: (row: Int, place: Int)?
  private var categories: [String: Int] = [:]
  private var lastTime: (bytes: UnsafeBufferPointer<UInt8>, time: Time, mark: String)?
  /// What the mark behind the row's period says of its values: `2025f`.
  private var rowQualifiers: Qualifiers = []
  /// The lengths of periods with how many values have each, and where the first is.
  private(set) var frequencies: [TableRequest.Frequency: (count: Int, first: String)] = [:]
  /// The year of a row whose own cell is empty because the row above has it.
  private var lastYear: Int?

  /// The most series that are read.
  static let readLimit = 5000
  /// The most series that are drawn.
  static let seriesLimit = 60
  /// The most names along an axis.
  static let categoryLimit = 10_000

  init(
    _ table: DataTable, _ plan: TablePlan, _ request: TableRequest,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(DataFault) {
    self.table = table
    self.plan = plan
    self.request = request
    self.bytes = bytes
    attributes = TableAttributes(table)
    var conditions: [TableCondition] = []
    for text in request.conditions { conditions.append(try TableCondition(text, of: table)) }
    self.conditions = conditions
    divisor = try request.per.map { name throws(DataFault) in try table.column(name) } ?? nil
    guard plan.dimensions.isEmpty else { return }
    for name in plan.measureNames { addSeries(name, key: [name]) }
  }

  mutating func read() throws(DataFault) {
    for row in table.rows {
      guard conditions.allSatisfy({ $0.holds(row, table.grid, bytes) }) else { continue }
      if let action = attributes.action, cell(row, action).elementsEqual("D".utf8) {
        losses.add(.deleted, "line \(table.grid.line(row))")
        continue
      }
      readRow(row)
    }
    try finish()
  }

  private func cell(_ row: Int, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    table.grid.cell(row, column, bytes)
  }

  /// What a cell holds and where it is.
  func place(_ row: Int, _ column: Int) -> String {
    "\(DataFault.excerpt(cell(row, column))) in column '\(table.columns[column].name)' on line "
      + "\(table.grid.line(row))"
  }

  // MARK: Places

  /// What a row itself says of the time.
  private enum Time {
    case period(Period)
    case part(YearPart)
    case none
  }

  private enum Place {
    case time(Time)
    case position(Double)
    case category(Int)
  }

  private mutating func rowPlace(_ row: Int) -> Place? {
    switch plan.axis {
    case .periods: return time(row).map(Place.time)
    case .rows: return .position(Double(row - (table.rows.first ?? 0) + 1))
    case .numbers:
      guard let x = plan.x else { return nil }
      let cell = cell(row, x)
      let number =
        Number(cell, mark: table.decimalMark)?.value
        ?? table.columns[x].facts.reader.period(cell)?.position
      if let number { return .position(number) }
      losses.add(.noPlace, row, x)
      return nil
    case .names:
      return name(row).map(Place.category)
    }
  }

  private mutating func time(_ row: Int) -> Time? {
    guard let x = plan.x else {
      guard let part = plan.part else { return Time.none }
      let cell = cell(row, part.column)
      if let part = YearPart(cell, numbers: part.length) { return .part(part) }
      losses.add(.noPlace, row, part.column)
      return nil
    }
    let cell = cell(row, x)
    if let lastTime, lastTime.bytes.elementsEqual(cell), plan.part == nil {
      mark(lastTime.mark, row, x)
      return lastTime.time
    }
    guard let (period, mark) = periodOrFilled(cell, row) else {
      losses.add(.noPlace, row, x)
      return nil
    }
    self.mark(mark, row, x)
    guard let part = plan.part else {
      lastTime = (cell, .period(period), mark)
      return .period(period)
    }
    guard let whole = joined(row, Int(period.first.year), part) else { return nil }
    return .period(whole)
  }

  /// Takes the mark behind a period: a flag qualifies the row's values, others are counted.
  private mutating func mark(_ mark: String, _ row: Int, _ column: Int) {
    rowQualifiers = []
    guard !mark.isEmpty else { return }
    let flag = mark.filter { !"()[] ".contains($0) }
    if let flags = StatusFlags(known: flag), !flags.qualifiers.isEmpty {
      rowQualifiers = flags.qualifiers
    } else {
      losses.add(.marked, row, column)
    }
  }

  /// The period of a cell, or of the row above where a year is written once for all its months.
  private mutating func periodOrFilled(
    _ cell: UnsafeBufferPointer<UInt8>, _ row: Int
  ) -> (period: Period, mark: String)? {
    guard let x = plan.x else { return nil }
    if cell.isEmpty, plan.part != nil, let lastYear { return (.year(lastYear), "") }
    guard let found = table.columns[x].facts.reader.marked(cell) else { return nil }
    // A number of four digits is a year only where years can be.
    lastYear = Int(found.period.first.year)
    return found
  }

  /// A year with the month or quarter, and the day, of the columns beside it.
  private mutating func joined(
    _ row: Int, _ year: Int, _ part: (column: Int, length: Int?)
  ) -> Period? {
    let cell = cell(row, part.column)
    let found = YearPart(cell, numbers: part.length)
    // The first months of a fiscal year are in the calendar year before.
    let isBefore = found.map { $0.months == 1 && $0.number >= plan.fiscalStart ?? 13 } ?? false
    guard let found, let period = found.period(of: isBefore ? year - 1 : year) else {
      // A row of the whole year beside those of its months.
      if cell.isEmpty { return .year(year) }
      losses.add(.noPlace, row, part.column)
      return nil
    }
    guard let day = plan.day else { return period }
    let number = Number(self.cell(row, day), mark: table.decimalMark)
    guard let number,
      let date = Period.day(Int(number.value), found.number, isBefore ? year - 1 : year)
    else {
      losses.add(.noPlace, row, day)
      return nil
    }
    return date
  }

  private mutating func name(_ row: Int) -> Int? {
    guard let x = plan.x else { return nil }
    let cell = cell(row, x)
    if cell.isEmpty {
      losses.add(.noPlace, row, x)
      return nil
    }
    let name = plan.hasClocks ? clockName(cell, row) : label(row, x)
    if let known = categories[name] { return known }
    guard categories.count < Self.categoryLimit else {
      losses.add(.moreNames)
      return nil
    }
    categories[name] = categories.count
    result.categories.append(name)
    return categories.count - 1
  }

  /// A day and the time of day: `1 Jan 2013 06:00`.
  private func clockName(_ cell: UnsafeBufferPointer<UInt8>, _ row: Int) -> String {
    let text = table.grid.text(row, plan.x ?? 0)
    guard let x = plan.x, let period = table.columns[x].facts.reader.period(cell),
      let colon = text.firstIndex(of: ":")
    else { return text }
    let start = text[..<colon].lastIndex { !$0.isNumber }
    guard let start else { return text }
    return "\(period.title) \(text[text.index(after: start)...].prefix(5))"
  }

  /// The text of a cell, without the code before its label as SDMX writes both: `BR: Brazil`.
  private func label(_ row: Int, _ column: Int) -> String {
    let text = table.grid.text(row, column)
    guard let colon = text.firstRange(of: ": "), colon.lowerBound > text.startIndex else {
      return text
    }
    let isCode = text[..<colon.lowerBound].utf8.allSatisfy {
      (0x41...0x5a).contains($0) || $0.isDigit || $0 == UInt8(ascii: "_")
    }
    return isCode ? String(text[colon.upperBound...]) : text
  }

  // MARK: Series

  private mutating func addSeries(_ name: String, key: [String]) {
    result.series.append(Series(name: name))
    result.keys.append(key)
    switch plan.axis {
    case .numbers, .rows: result.positions.append([])
    case .periods, .names: break
    }
  }

  /// The first of the series with a row's names; nil if there are too many.
  private mutating func base(_ row: Int) -> Int? {
    let columns = plan.dimensions
    if columns.isEmpty { return 0 }
    // Neighbouring rows mostly share their names.
    if let lastKey,
      columns.allSatisfy({ cell(lastKey.row, $0).elementsEqual(cell(row, $0)) })
    {
      return lastKey.place
    }
    let key = columns.map { label(row, $0) }
    let place: Int
    if let known = keys[key] {
      place = known
    } else {
      guard result.series.count < Self.readLimit else {
        result.unread += 1
        return nil
      }
      place = result.series.count
      keys[key] = place
      let name = key.filter { !$0.isEmpty }.joined(separator: ", ")
      for measure in plan.measureNames {
        let words = [name, measure].filter { !$0.isEmpty }
        addSeries(words.joined(separator: ", "), key: key + [measure])
      }
    }
    lastKey = (row, place)
    return place
  }

  // MARK: Values

  private mutating func readRow(_ row: Int) {
    guard let place = rowPlace(row), let base = base(row) else { return }
    let rowFlags = flags(row, -1)
    let note =
      plan.notes.isEmpty
      ? ""
      : plan.notes.map { table.grid.text(row, $0) }
        .filter { !$0.isEmpty }.joined(separator: "; ")
    for measure in plan.measures {
      var observation = read(row, measure.column)
      if let rowFlags { add(rowFlags, to: &observation) }
      if observation.value != nil { observation.qualifiers.formUnion(rowQualifiers) }
      if let flags = measure.flags, observation.value != nil { add(flags, to: &observation) }
      if !plan.flags.isEmpty, let own = flags(row, measure.column) { add(own, to: &observation) }
      if !note.isEmpty { observation.note = joined(observation.note, note) }
      if let divisor { divide(&observation, row, divisor) }
      put(observation, base + measure.place, place, measure, row)
    }
  }

  private func joined(_ one: String, _ other: String) -> String {
    one.isEmpty ? other : other.isEmpty ? one : "\(one); \(other)"
  }

  private mutating func read(_ row: Int, _ column: Int) -> Observation {
    let cell = cell(row, column)
    var observation = Observation(value: nil)
    guard let number = Number(cell, mark: table.decimalMark) else {
      if cell.isEmpty { return observation }
      if let reason = DataCell.gap(cell) {
        if !reason.isEmpty {
          losses.add(.withheld, row, column, reason)
          observation.note = reason
        }
      } else {
        losses.add(.notANumber, row, column)
      }
      return observation
    }
    observation.value = number.value
    observation.decimals = UInt8(clamping: number.decimals)
    observation.qualifiers = number.qualifiers
    if !number.mark.isEmpty { mark(number, &observation, row, column) }
    losses.count(number, row, column)
    attributes.scale(&observation) { self.cell(row, $0) }
    return observation
  }

  private mutating func mark(
    _ number: Number, _ observation: inout Observation, _ row: Int, _ column: Int
  ) {
    if !number.note.isEmpty {
      observation.note = number.note
      losses.add(.flagged, row, column, number.note)
    } else if number.qualifiers.isEmpty {
      losses.add(.marked, row, column)
    }
  }

  /// The flags beside a row's values; nil if there are none.
  private mutating func flags(_ row: Int, _ column: Int) -> StatusFlags? {
    guard let columns = plan.flags[column] else { return nil }
    var all: StatusFlags?
    for column in columns {
      let cell = cell(row, column)
      if cell.isEmpty || cell.count > 200 || cell.allSatisfy({ $0 == UInt8(ascii: ".") }) {
        continue
      }
      let found = StatusFlags(String(decoding: cell, as: UTF8.self))
      if !found.unknown.isEmpty {
        losses.add(.unknownFlag, row, column, count: found.unknown.count)
      } else if !found.note.isEmpty {
        losses.add(.flagged, row, column, found.note)
      }
      all = all.map { $0.union(found) } ?? found
    }
    return all
  }

  private func add(_ flags: StatusFlags, to observation: inout Observation) {
    observation.qualifiers.formUnion(flags.qualifiers)
    let note = joined(flags.note, flags.unknown.joined(separator: "; "))
    if !note.isEmpty { observation.note = joined(observation.note, note) }
  }

  private mutating func divide(_ observation: inout Observation, _ row: Int, _ column: Int) {
    guard let value = observation.value else { return }
    guard let divisor = Number(cell(row, column), mark: table.decimalMark)?.value, divisor != 0
    else {
      losses.add(.noDivisor, row, column)
      observation.value = nil
      return
    }
    (observation.value, observation.decimals) = DataSeries.sensible(value / divisor)
  }

  // MARK: Putting

  private mutating func put(
    _ observation: Observation, _ index: Int, _ place: Place, _ measure: TablePlan.Measure,
    _ row: Int
  ) {
    var observation = observation
    switch place {
    case .time(let time):
      guard let period = period(time, measure) else { return }
      observation.period = period
      if observation.value != nil, let length = period.frequency {
        if frequencies[length] == nil {
          frequencies[length] = (0, "'\(period.title)' on line \(table.grid.line(row))")
        }
        frequencies[length]?.count += 1
      }
      result.series[index].observations.append(observation)
    case .position(let position):
      result.positions[index].append(position)
      result.series[index].observations.append(observation)
    case .category(let category):
      let count = result.series[index].observations.count
      if category < count {
        guard result.series[index].observations[category].value == nil else {
          losses.add(.repeated)
          return
        }
        result.series[index].observations[category] = observation
        return
      }
      for _ in count..<category { result.series[index].observations.append(.init(value: nil)) }
      result.series[index].observations.append(observation)
    }
  }

  private func period(_ time: Time, _ measure: TablePlan.Measure) -> Period? {
    switch time {
    case .period(let period):
      return measure.part.map { $0.period(of: Int(period.first.year)) } ?? period
    case .part(let part):
      return measure.period.flatMap { part.period(of: Int($0.first.year)) }
    case .none: return measure.period
    }
  }

  // MARK: End

  private mutating func finish() throws(DataFault) {
    let values = plan.measures.map(\.column)
    if losses.values == 0 {
      let x = plan.x.map { (table.columns[$0].name, plan.axis == .periods) }
      throw losses.fault(
        values.map { table.columns[$0].name }, place: x.map { (name: $0.0, isPeriod: $0.1) }, place)
    }
    for index in result.series.indices where plan.axis == .names {
      let count = result.series[index].observations.count
      for _ in count..<max(count, categories.count) {
        result.series[index].observations.append(.init(value: nil))
      }
    }
    let signs = Set(values.map { table.columns[$0].sign })
    if signs.count == 1 { result.sign = signs.first ?? nil }
    let units = Set(values.map { table.columns[$0].unit })
    if units.count == 1 { result.unit = units.first ?? nil }
    tellUnits(values, Set(signs.compactMap(\.self)))
  }

  private mutating func tellUnits(_ values: [Int], _ signs: Set<String>) {
    if signs.count > 1 {
      result.notes.append("has values in \(signs.sorted().joined(separator: " and ")) on one axis")
    }
    for column in values {
      let signs = table.columns[column].facts.signs.filter { !$0.isEmpty }
      guard signs.count > 1 else { continue }
      result.notes.append(
        "has several units in column '\(table.columns[column].name)', "
          + "\(signs.joined(separator: ", ")), which one axis cannot compare")
    }
  }
}
