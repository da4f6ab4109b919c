import Canvas
package import Charts
import Query
package import Records
import Text

/// The values at a chart's cursor, each with its qualifier, changes and rank.
package struct ReadOut {
  package struct Row {
    package var name: String
    package var value: String
    /// Change from the first known value of the series.
    package var sinceStart: String
    /// Change from the previous known value.
    package var sinceLast: String
    /// Its rank among the series, 1 for the greatest; empty for a single series.
    package var rank: String
  }

  let stop: Chart.Stop
  /// What is read: a period, or the name of a bar, row or category.
  package let title: String
  package let rows: [Row]
  /// What the first change is from: a period, or the start.
  private let start: String

  /// Reads the series of a chart at a stop.
  ///
  /// - Parameter from: The first period that is shown; nil for all.
  package init(_ chart: Chart, at stop: Chart.Stop, from: Period? = nil) {
    self.stop = stop
    start = (from ?? chart.periods.first)?.title ?? "start"
    let title = chart.title(of: stop)
    self.title = title.isEmpty ? chart.subject : title
    let format = ValueFormat(chart.unit)
    let kind = Self.kind(of: chart)
    switch stop {
    case .period(let period):
      // Each measure is read separately: a rank across units makes no sense.
      rows = chart.measures.flatMap { part, own, _ in
        let own = part.series[own]
        let values = own.map { series in
          series.observations.first { $0.period == period }?.value
        }
        return own.map { series in
          let place = series.observations.firstIndex { $0.period == period }
          return Self.row(
            series.name, series, place, values, ValueFormat(part.unit), Self.kind(of: part),
            from: from)
        }
      }
    case .group(let group):
      let known = ChartGroups(chart).places(chart, at: group)
      let values = known.map { chart.series[$0.series].observations[$0.place].value }
      rows = known.map { index, place in
        let series = chart.series[index]
        return Self.row(series.name, series, place, values, format, kind)
      }
    case .item(let index, let place):
      let values = chart.shownItems.map { $0.isMissing ? nil : $0.value }
      let series = chart.series[index]
      rows = [Self.row(self.title, series, place, values, format, kind)]
    case .ends(let index):
      let series = chart.series[index]
      let places = series.observations.indices.filter {
        series.observations[$0].value.map(Chart.isDrawable) ?? false
      }
      let ends = places.count > 1 ? [places.first, places.last] : [places.last]
      rows = ends.enumerated().map { number, place in
        let values = chart.series.indices.map { index in
          number == 0 && ends.count > 1
            ? chart.known(index).first?.value : chart.known(index).last?.value
        }
        let period = place.flatMap { series.observations[$0].period?.title } ?? series.name
        return Self.row(period, series, place, values, format, kind)
      }
    }
  }

  /// The row of one value; its rank is among the values that are not missing.
  private static func row(
    _ name: String, _ series: Series, _ place: Int?, _ others: [Double?], _ format: ValueFormat,
    _ kind: Kind, from: Period? = nil
  ) -> Row {
    guard let place, let value = series.observations[place].value else {
      return Row(name: name, value: "no value", sinceStart: "", sinceLast: "", rank: "")
    }
    // Names have no order in time, so the one before is not an earlier value.
    let isDated = series.observations[place].period != nil
    let known = series.observations[..<place].filter { isDated && $0.value != nil }
    // What was zoomed away is no start; the value before stays the previous one.
    let first = known.first { earlier in
      guard let from, let period = earlier.period else { return true }
      return period.first >= from.first
    }
    func change(_ from: Double?) -> String {
      guard let from else { return "" }
      return Self.change(from: from, to: value, kind, format)
    }
    let rank = Chart.rank(value, in: others.compactMap(\.self))
    return Row(
      name: name, value: format.text(series.observations[place]),
      sinceStart: change(first?.value), sinceLast: change(known.last?.value ?? nil),
      rank: others.count > 1 && kind != .rank ? "\(rank)" : "")
  }

  /// The kind of the values, which decides how a change is written.
  ///
  /// Ranks change by places and are ranks themselves.
  enum Kind { case amount, percent, rank }

  private static func kind(of chart: Chart) -> Kind {
    if chart.isRanking { return .rank }
    return chart.unit.suffix == "%" || chart.unit.title == "percent" ? .percent : .amount
  }

  /// A change in percent; in points for percentages and in places for ranks.
  ///
  /// In the values' own unit if one of them is not above zero, because a percentage would then be
  /// misleading.
  static func change(from: Double, to: Double, _ kind: Kind, _ format: ValueFormat) -> String {
    let isAmount = kind == .amount
    if isAmount, from <= 0 || to < 0 {
      let sign = to > from ? "+" : to < from ? "−" : "±"
      return sign + format.text((to - from).magnitude, decimals: 12)
    }
    let size = isAmount ? (to / from - 1) * 100 : to - from
    guard size.isFinite, size.magnitude < 1e6 else { return "" }
    let decimals = kind == .rank || size.magnitude >= 10 ? 0 : 1
    let text = DecimalText.text(size.magnitude, decimals: decimals)
    let sign = size > 0 ? "+" : size < 0 ? "−" : "±"
    return "\(sign)\(text)" + (kind == .percent ? " pts" : isAmount ? "%" : "")
  }

  /// The read-out as a list; Enter opens nothing, because all values belong to one indicator.
  func list(_ indicator: Indicator) -> ListPanel {
    // Changes in the values' own unit are wide; a column is dropped before one is cut.
    func widest(_ cell: KeyPath<Row, String>) -> Int {
      rows.reduce(0) { max($0, $1[keyPath: cell].columns) }
    }
    let value = min(24, widest(\.value))
    let start = max(self.start.columns + 3, widest(\.sinceStart))
    let last = max(7, widest(\.sinceLast))
    // The selection marker, the gaps, and enough of a name to recognize it.
    let others = 12
    return ListPanel(
      columns: [
        .init(title: "Series", width: .flexible, lines: 3),
        .init(title: "Value", width: .fit(24), alignment: .right),
        .init(
          title: "vs \(self.start)", width: .fit(start), alignment: .right,
          leastPanelWidth: max(36, others + value + start)),
        .init(
          title: "vs prev", width: .fit(last), alignment: .right,
          leastPanelWidth: max(36, others + value + start + last)),
        .init(
          title: "Rank", width: .fit(4), alignment: .right,
          leastPanelWidth: max(46, others + value + start + last + 5)),
      ],
      rows: rows.map { row in
        ListPanel.Row(
          cells: [
            .text(row.name.isEmpty ? indicator.title : row.name),
            .text(row.value, Style(.text, .bold)),
            .text(row.sinceStart), .text(row.sinceLast), .text(row.rank, .faint),
          ],
          destination: .record(Reference(.source, indicator.source)),
          reference: indicator.reference, telling: .cells)
      }, hasHeading: true)
  }
}
