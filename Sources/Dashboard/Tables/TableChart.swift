package import Charts
import Reading
import Records

/// What to draw of a user's table; the table decides whatever is nil.
package struct TableRequest {
  /// The kind of chart.
  package var kind: Chart.Kind?
  /// The column along the axis, by its name or number.
  package var x: String?
  /// The columns of values, separated by commas.
  package var y: String?
  /// The column that names the series of a long table.
  package var series: String?
  /// The unit of the values, in words.
  package var unit: String?
  /// The columns of a second measure.
  package var second: String?
  /// The unit of that measure.
  package var secondUnit: String?
  /// Where that measure is drawn.
  package var secondPlace = Chart.SecondMeasure.Place.panel

  /// A request that leaves everything to the table.
  package init() {}
}

/// Makes the chart of a user's table.
package struct TableChart {
  private let table: DataTable
  private let request: TableRequest
  private let name: String

  /// A maker of the chart of a table.
  ///
  /// - Parameter name: The title if the table has none.
  package init(_ table: DataTable, _ request: TableRequest, name: String) {
    self.table = table
    self.request = request
    self.name = name
  }

  /// The chart, and what a reader should know about how it was read, as ends of sentences that
  /// start with the table's name.
  ///
  /// - Throws: `DataFault` for whatever `DataTable.read` refuses, and for values that the kind
  ///   cannot show.
  package func chart() throws(DataFault) -> (chart: Chart, notes: [String]) {
    let selection = try selection()
    let data = try table.read(selection)
    var notes = table.notes + data.notes
    var chart = try chart(data, selection, request.kind)
    if let columns = request.second {
      let (other, read) = try second(columns, selection)
      notes += read.notes
      var second = try self.chart(read, other, .line)
      second.unit = request.secondUnit.map(ChartUnit.unit) ?? second.unit
      if let text = request.unit { chart.unit = ChartUnit.unit(text) }
      chart = chart.with(second, as: request.secondPlace)
    }
    return (chart, notes)
  }

  private func second(
    _ columns: String, _ first: DataSelection
  ) throws(DataFault) -> (DataSelection, DataSeries) {
    var selection = first
    do throws(DataFault) {
      selection.y = try table.columnList(columns)
      return (selection, try table.read(selection))
    } catch {
      throw DataFault("\(error); with --csv, --with names a column of that file")
    }
  }

  // MARK: Columns

  private func selection() throws(DataFault) -> DataSelection {
    let kind = request.kind
    var y: [Int]?
    if let values = request.y { y = try table.columnList(values) }
    var series: Int?
    if let name = request.series { series = try table.column(name) }
    var x: Int?
    if let name = request.x {
      x = try table.column(name)
    } else if kind != .histogram || y == nil {
      x = table.defaultX(values: (y ?? []) + (series.map { [$0] } ?? []))
    }
    let values: [Int]
    if let y { values = y } else { values = try table.defaultY(x: x, series: series) }
    if series == nil { series = table.defaultSeries(x: x, y: values) }
    return DataSelection(x: x, y: values, series: series, axis: axis(x, kind))
  }

  private func axis(_ x: Int?, _ kind: Chart.Kind?) -> DataSelection.Axis {
    guard let x else { return .rows }
    let column = table.columns[x]
    if kind == .scatter, column.isNumbers { return .numbers }
    if column.isPeriods { return kind == .scatter ? .numbers : .periods }
    return column.isNumbers && !(kind?.namesPlaces ?? false) ? .numbers : .names
  }

  // MARK: Chart

  /// The chart of the data, in the requested kind or the one that suits it.
  private func chart(
    _ data: DataSeries, _ selection: DataSelection, _ asked: Chart.Kind?
  ) throws(DataFault) -> Chart {
    let isOverTime = asked == .slope || asked == .dumbbell || !(asked?.namesPlaces ?? false)
    let turned = isOverTime ? data.turned : nil
    var data = turned ?? data
    let axis: DataSelection.Axis = turned == nil ? selection.axis : .periods
    let kind = asked ?? Self.kind(data, axis)
    if axis == .names,
      [.line, .area, .stackedArea, .multiples, .scatter, .sparkline].contains(kind)
    {
      let name = selection.x.map { table.columns[$0].name } ?? ""
      throw DataFault(
        "has words in column '\(name)', where the kind \(kind.rawValue) needs periods or numbers"
      )
    }
    let names = data.categories
    let columns = data.series.map(\.name)
    let hasEnds = [.slope, .dumbbell].contains(kind)
    if axis == .names, kind == .share, columns.count > 1 {
      throw DataFault(
        "has \(columns.count) columns of values; a share needs one, named by --y")
    }
    if axis == .names, kind.drawsSeriesEach { data = data.split(isByValue: hasEnds) }
    var chart = Chart(
      kind, title: self.title(of: selection), unit: ChartUnit.none, series: data.series)
    if let sign = data.sign, let unit = ChartUnit.signed(sign) { chart.unit = unit }
    if !selection.y.isEmpty, selection.y.allSatisfy({ table.columns[$0].isPeriods }) {
      chart.unit = ChartUnit.year
    }
    chart.categories = kind.drawsSeriesEach ? [] : names.isEmpty ? [] : data.categories
    if axis == .names, hasEnds, columns.count > 1, let first = columns.first,
      let last = columns.last
    {
      chart.endNames = [first, last]
    }
    chart.positions = data.positions
    if axis == .numbers, let x = selection.x {
      chart.positionTitle = table.columns[x].name
      chart.positionUnit =
        table.columns[x].isPeriods
        ? ChartUnit.year : table.columns[x].sign.flatMap(ChartUnit.signed)
      if selection.y.count == 1 { chart.valueTitle = table.columns[selection.y[0]].name }
    }
    if axis == .rows { chart.positionTitle = "row" }
    chart.putInOrder()
    return chart
  }

  /// The kind that suits the data.
  private static func kind(_ data: DataSeries, _ axis: DataSelection.Axis) -> Chart.Kind {
    switch axis {
    case .rows: return .line
    case .names: return data.series.count > 1 ? .groupedBars : .bars
    case .numbers:
      let isSorted = data.positions.allSatisfy { places in
        zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
      }
      return isSorted ? .line : .scatter
    case .periods:
      let first = data.series.lazy.flatMap(\.observations).first?.period
      let isOne = data.series.allSatisfy { $0.observations.allSatisfy { $0.period == first } }
      return isOne ? .bars : .line
    }
  }

  /// The table's own title; otherwise the column's name if only one is drawn, or the table's name.
  private func title(of selection: DataSelection) -> String {
    if let title = table.title { return title }
    if selection.y.count == 1, table.hasHeading { return table.columns[selection.y[0]].name }
    return name
  }
}

extension Chart.Kind {
  /// Whether the kind draws places with names, so that numbers along its axis are names.
  fileprivate var namesPlaces: Bool {
    switch self {
    case .bars, .columns, .share, .slope, .number, .groupedBars, .stackedBars, .groupedColumns,
      .stackedColumns, .dots, .dumbbell:
      true
    case .line, .area, .stackedArea, .scatter, .histogram, .multiples, .sparkline: false
    }
  }

  /// Whether it distinguishes places by series and not by categories.
  fileprivate var drawsSeriesEach: Bool {
    switch self {
    case .bars, .columns, .share, .slope, .number, .dumbbell: true
    default: false
    }
  }
}
