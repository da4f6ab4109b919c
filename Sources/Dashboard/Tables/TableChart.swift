package import Charts
import Reading
import Records
import Text

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
  /// - Throws: `DataFault` for whatever cannot be read, and for values that the kind cannot show.
  package func chart() throws(DataFault) -> (chart: Chart, notes: [String]) {
    let (plan, data) = try read(request)
    var notes = table.notes + data.notes + unused(plan)
    var chart = try chart(data, plan, request.kind, &notes)
    if let columns = request.second {
      let (other, read) = try second(columns)
      notes += read.notes
      var second = try self.chart(read, other, .line, &notes)
      second.unit = request.secondUnit.map(ChartUnit.unit) ?? second.unit
      if let text = request.unit { chart.unit = ChartUnit.unit(text) }
      chart = chart.with(second, as: request.secondPlace)
    }
    return (chart, notes)
  }

  /// The values as a request asks for them.
  private func read(_ request: TableRequest) throws(DataFault) -> (TablePlan, DataSeries) {
    let plan = try TablePlan(table, request)
    return (plan, try table.read(plan, request))
  }

  private func second(_ columns: String) throws(DataFault) -> (TablePlan, DataSeries) {
    var other = request
    other.y = columns
    do throws(DataFault) {
      return try read(other)
    } catch {
      throw DataFault("\(error); with --csv, --with names a column of that file")
    }
  }

  /// Which columns are not drawn, and why.
  private func unused(_ plan: TablePlan) -> [String] {
    guard !plan.unused.isEmpty, request.second == nil else { return [] }
    let told = plan.unused.prefix(6).map { index in
      let column = table.columns[index]
      let role = column.role == .category || column.role == .measure ? "not needed" : column.reason
      return "'\(column.name)' (\(role))"
    }
    let count = plan.unused.count
    return [
      "has \(count == 1 ? "a column" : "\(count) columns") not drawn: "
        + told.joined(separator: ", ") + (count > 6 ? ", …" : "")
    ]
  }

  // MARK: Chart

  /// The chart of the data, in the requested kind or the one that suits it.
  private func chart(
    _ read: DataSeries, _ plan: TablePlan, _ asked: Chart.Kind?, _ notes: inout [String]
  ) throws(DataFault) -> Chart {
    var data = read
    let axis = plan.axis
    let kind = asked ?? Self.kind(data, axis)
    if axis == .names,
      [.line, .area, .stackedArea, .multiples, .scatter, .sparkline].contains(kind)
    {
      let name = plan.x.map { table.columns[$0].name } ?? ""
      throw DataFault(
        "has words in column '\(name)', where the kind \(kind.rawValue) needs periods or numbers"
      )
    }
    if kind.sums, let total = data.removeTotals() { notes.append(total) }
    let columns = data.series.map(\.name)
    let hasEnds = [.slope, .dumbbell].contains(kind)
    if axis == .names, kind == .share, columns.count > 1 {
      throw DataFault(
        "has \(columns.count) columns of values; a share needs one, named by --y")
    }
    if axis == .names, kind.drawsSeriesEach { data = data.split(isByValue: hasEnds) }
    var chart = Chart(
      kind, title: title(of: plan, data), unit: ChartUnit.none, series: data.series)
    if let unit = data.unit ?? table.origin.unit { chart.unit = ChartUnit.unit(unit) }
    if let sign = data.sign, let unit = ChartUnit.signed(sign) { chart.unit = unit }
    let measures = plan.measures.map(\.column)
    if plan.measures.allSatisfy({ $0.period == nil && table.columns[$0.column].isPeriods }) {
      chart.unit = ChartUnit.year
    }
    chart.source = table.source ?? chart.source
    chart.categories = kind.drawsSeriesEach ? [] : data.categories
    if axis == .names, hasEnds, columns.count > 1, let first = columns.first,
      let last = columns.last
    {
      chart.endNames = [first, last]
    }
    chart.positions = data.positions
    if axis == .numbers, let x = plan.x {
      chart.positionTitle = table.columns[x].name
      chart.positionUnit =
        table.columns[x].isPeriods
        ? ChartUnit.year : table.columns[x].sign.flatMap(ChartUnit.signed)
      if measures.count == 1 { chart.valueTitle = table.columns[measures[0]].name }
    }
    if axis == .rows { chart.positionTitle = "row" }
    chart.putInOrder()
    return chart
  }

  /// The kind that suits the data.
  private static func kind(_ data: DataSeries, _ axis: TablePlan.Axis) -> Chart.Kind {
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
  private func title(of plan: TablePlan, _ data: DataSeries) -> String {
    var title = table.title ?? name
    if table.title == nil, plan.measures.count == 1, table.hasHeading {
      title = table.columns[plan.measures[0].column].name
    }
    return data.change.isEmpty ? title : "\(title), \(data.change)"
  }
}

extension Chart.Kind {
  /// Whether it draws parts of a sum, which a total is not.
  fileprivate var sums: Bool {
    switch self {
    case .share, .stackedArea, .stackedBars, .stackedColumns: true
    default: false
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
