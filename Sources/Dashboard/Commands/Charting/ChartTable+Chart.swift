import Interface
import Model

extension ChartTable {
  /// The chart of what was read, in the kind that was asked for or that suits it.
  func chart(
    _ data: DataSeries, _ selection: DataSelection, _ asked: Chart.Kind?
  ) throws(Failure) -> Chart {
    let isOverTime = asked == .slope || asked == .dumbbell || !(asked?.namesPlaces ?? false)
    let turned = isOverTime ? data.turned : nil
    var data = turned ?? data
    let axis: DataSelection.Axis = turned == nil ? selection.axis : .periods
    let kind = asked ?? Self.kind(data, axis)
    if axis == .names,
      [.line, .area, .stackedArea, .multiples, .scatter, .sparkline].contains(kind)
    {
      let name = selection.x.map { table.columns[$0].name } ?? ""
      throw .table(
        "\(title) has words in column '\(name)', where the kind \(kind.rawValue) needs periods or numbers"
      )
    }
    let names = data.categories
    let columns = data.series.map(\.name)
    let hasEnds = [.slope, .dumbbell].contains(kind)
    if axis == .names, kind == .share, columns.count > 1 {
      throw .table(
        "\(title) has \(columns.count) columns of values; a share needs one, named by --y")
    }
    if axis == .names, kind.drawsSeriesEach { data = data.split(isByValue: hasEnds) }
    var chart = Chart(
      kind, title: chartTitle(selection), unit: ChartUnit.none, series: data.series)
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

  /// The table's own title, else the column's name where one is drawn, else the file's.
  private func chartTitle(_ selection: DataSelection) -> String {
    if let title = table.title { return title }
    if selection.y.count == 1, table.hasHeading { return table.columns[selection.y[0]].name }
    if path == "-" { return "" }
    let name = path.split(separator: "/").last.map(String.init) ?? ""
    let stem = name.split(separator: ".").first.map(String.init) ?? name
    return CleanText.line(stem)
  }
}
