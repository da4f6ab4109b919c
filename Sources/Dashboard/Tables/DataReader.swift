import Reading
import Records
import Text

/// Reads the columns of a selection, once over all rows.
struct DataReader {
  private let table: DataTable
  private let selection: DataSelection
  private(set) var result = DataSeries()
  private var tally = DataTally()
  private let flags: DataFlags?

  // Where rows go.
  private var names: [String: Int] = [:]
  private var categories: [String: Int] = [:]
  private var lastName: (bytes: UnsafeBufferPointer<UInt8>, place: Int?)?
  private var row = 0

  /// The most series that are drawn.
  static let seriesLimit = 60
  /// The most names along an axis.
  static let categoryLimit = 10_000

  init(_ table: DataTable, _ selection: DataSelection) {
    self.table = table
    self.selection = selection
    flags = DataFlags(table, beside: selection)
    let y = selection.y
    guard selection.series == nil else { return }
    for index in y { _ = addSeries(y.count == 1 ? "" : table.columns[index].name) }
  }

  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) throws(DataFault) {
    var parser = CSVParser(bytes, delimiter: table.delimiter)
    let width = table.columns.count
    var isHeading = table.hasHeading
    var above = table.preamble
    while parser.next() {
      if parser.fault != nil {
        throw DataFault("has a quote on line \(parser.line) that is not closed")
      }
      if above > 0 {
        above -= 1
        continue
      }
      if isHeading {
        isHeading = false
        continue
      }
      if parser.cells.count != width { try checkWidth(parser, width) }
      row += 1
      readRow(parser)
    }
    try finish()
  }

  /// Ignores empty cells after the last column, and rows of a few blanks.
  private func checkWidth(_ parser: CSVParser, _ width: Int) throws(DataFault) {
    let count = parser.cells.count
    func isEmpty(_ cells: Range<Int>) -> Bool {
      cells.allSatisfy { DataCell.trimmed(parser.bytes($0)).isEmpty }
    }
    if count > width ? isEmpty(width..<count) : isEmpty(0..<count) { return }
    throw DataFault(
      "has \(count) \(count == 1 ? "cell" : "cells") under \(width) "
        + "\(width == 1 ? "column" : "columns") on line \(parser.line)")
  }

  // MARK: Rows

  private enum Place {
    case period(Period)
    case position(Double)
    case category(Int)
  }

  private mutating func readRow(_ parser: CSVParser) {
    guard let place = place(parser) else { return }
    var base = 0
    if let column = selection.series {
      guard let found = series(DataCell.trimmed(parser.bytes(column)), parser, column) else {
        return
      }
      base = found
    }
    let qualifiers = flags.map { $0.qualifiers(DataCell.trimmed(parser.bytes($0.column))) } ?? []
    for (offset, column) in selection.y.enumerated() {
      let cell = DataCell.trimmed(parser.bytes(column))
      var observation = Observation(value: nil)
      if let number = Number(cell, mark: table.decimalMark) {
        observation.value = number.value
        observation.decimals = UInt8(clamping: number.decimals)
        observation.qualifiers = number.qualifiers.union(qualifiers)
        tally.count(number)
      } else if !DataCell.isGap(cell) {
        tally.bad(cell, parser.line, table.columns[column].name)
      }
      put(observation, base + offset, place)
    }
  }

  private mutating func place(_ parser: CSVParser) -> Place? {
    guard let x = selection.x else {
      return .position(Double(row))
    }
    let cell = DataCell.trimmed(parser.bytes(x))
    switch selection.axis {
    case .periods:
      guard let period = table.columns[x].content.reader.period(cell) else { break }
      return .period(period)
    case .numbers, .rows:
      let number =
        Number(cell, mark: table.decimalMark)?.value
        ?? table.columns[x].content.reader.period(cell)?.position
      guard let number else { break }
      return .position(number)
    case .names:
      if cell.isEmpty { break }
      let name = CleanText.line(parser.text(x)).trimmed
      if let known = categories[name] { return .category(known) }
      guard categories.count < Self.categoryLimit else {
        tally.hasMoreNames = true
        return nil
      }
      categories[name] = categories.count
      result.categories.append(name)
      return .category(categories.count - 1)
    }
    tally.lost(cell, parser.line, table.columns[x].name)
    return nil
  }

  /// The first of the series with a row's name; nil if there are too many.
  private mutating func series(
    _ cell: UnsafeBufferPointer<UInt8>, _ parser: CSVParser, _ column: Int
  ) -> Int? {
    // Neighbouring rows mostly share a name.
    if let lastName, lastName.bytes.elementsEqual(cell) { return lastName.place }
    let name = CleanText.line(parser.text(column)).trimmed
    var place = names[name]
    if place == nil {
      if result.series.count + selection.y.count <= max(Self.seriesLimit, selection.y.count) {
        place = result.series.count
        names[name] = place
        for index in selection.y {
          let measure = table.columns[index].name
          _ = addSeries(
            selection.y.count == 1 ? name : name.isEmpty ? measure : "\(name), \(measure)")
        }
      } else {
        tally.hasMoreSeries = true
      }
    }
    lastName = (cell, place)
    return place
  }

  private mutating func addSeries(_ name: String) -> Int {
    result.series.append(Series(name: name))
    switch selection.axis {
    case .numbers, .rows: result.positions.append([])
    case .periods, .names: break
    }
    return result.series.count - 1
  }

  private mutating func put(_ observation: Observation, _ index: Int, _ place: Place) {
    var observation = observation
    switch place {
    case .period(let period):
      observation.period = period
      result.series[index].observations.append(observation)
    case .position(let position):
      result.positions[index].append(position)
      result.series[index].observations.append(observation)
    case .category(let category):
      let count = result.series[index].observations.count
      if category < count {
        guard result.series[index].observations[category].value == nil else {
          tally.repeats += 1
          return
        }
        result.series[index].observations[category] = observation
        return
      }
      for _ in count..<category { result.series[index].observations.append(.init(value: nil)) }
      result.series[index].observations.append(observation)
    }
  }

  // MARK: End

  private mutating func finish() throws(DataFault) {
    let names = selection.y.map { table.columns[$0].name }
    if tally.values == 0 { throw tally.fault(names, selection, table) }
    for index in result.series.indices where selection.axis == .names {
      let count = result.series[index].observations.count
      for _ in count..<max(count, categories.count) {
        result.series[index].observations.append(.init(value: nil))
      }
    }
    let signs = Set(selection.y.map { table.columns[$0].sign })
    if signs.count == 1 { result.sign = signs.first ?? nil }
    result.notes = tally.notes
    let units = Set(signs.compactMap(\.self)).sorted()
    if units.count > 1 {
      result.notes.append("has values in \(units.joined(separator: " and ")) on one axis")
    }
    if selection.axis == .periods { noteRepeats() }
    if selection.axis == .periods, let x = selection.x { noteOrder(table.columns[x].content) }
  }
}

extension DataReader {
  /// Reports how ambiguous dates were read.
  private mutating func noteOrder(_ content: DataColumn.Content) {
    guard var text = content.doubtfulDate,
      let date = text.withUTF8({ content.reader.period($0) })
    else { return }
    let order = content.reader.isDayFirst ? "day before the month" : "month before the day"
    result.notes.append("is read with the \(order): \(text) is \(date.title); write \(date)")
  }

  /// Reports series with several values for one period, all of which are drawn.
  private mutating func noteRepeats() {
    for line in result.series {
      let periods = line.observations.compactMap(\.period)
      // Most tables are sorted by period without repetition.
      if zip(periods, periods.dropFirst()).allSatisfy({ $0 < $1 }) { continue }
      var seen: Set<Period> = []
      guard let twice = periods.first(where: { !seen.insert($0).inserted }) else { continue }
      let name = line.name.isEmpty ? "" : " of '\(line.name)'"
      result.notes.append(
        "has several values\(name) for \(twice.title); all are drawn (--series names a column "
          + "that tells them apart)")
      return
    }
  }
}

extension DataTable {
  /// Reads the columns of a selection from all rows; cells that are not numbers become gaps.
  ///
  /// - Throws: `DataFault` for a row longer or shorter than the heading, for a quote that is never
  ///   closed, and if no value is left.
  package func read(_ selection: DataSelection) throws(DataFault) -> DataSeries {
    var reader = DataReader(self, selection)
    var fault: DataFault?
    bytes.withUnsafeBufferPointer { bytes in
      do throws(DataFault) { try reader.read(bytes) } catch { fault = error }
    }
    if let fault { throw fault }
    return reader.result
  }
}
