import Model

/// What a chart says at one period: every series' value, its changes and its rank.
struct ReadOut {
  struct Row {
    var name: String
    var value: String
    /// Against the first known value of the series.
    var sinceStart: String
    /// Against the known value before.
    var sinceLast: String
    /// Its place among the series, the greatest being 1; empty for a single series.
    var rank: String
  }

  let period: Period
  let rows: [Row]

  /// Reads the series of a chart at a period.
  init(_ chart: Chart, at period: Period) {
    self.period = period
    let format = ValueFormat(chart.unit)
    let isPercent = chart.unit.suffix == "%" || chart.unit.title == "percent"
    let values = chart.series.map { series in
      series.observations.first { $0.period == period }?.value
    }
    rows = chart.series.indices.map { index in
      let series = chart.series[index]
      guard let place = series.observations.firstIndex(where: { $0.period == period }),
        let value = series.observations[place].value
      else {
        return Row(name: series.name, value: "no value", sinceStart: "", sinceLast: "", rank: "")
      }
      let known = series.observations[..<place].filter { $0.value != nil }
      func change(_ from: Double?) -> String {
        guard let from else { return "" }
        return Self.change(from: from, to: value, isPercent: isPercent)
      }
      let rank = 1 + values.count { ($0 ?? -.infinity) > value }
      return Row(
        name: series.name, value: format.text(series.observations[place]),
        sinceStart: change(known.first?.value ?? nil), sinceLast: change(known.last?.value ?? nil),
        rank: chart.series.count > 1 ? "\(rank)" : "")
    }
  }

  /// A change in percent, of percentages in points; empty where it would say nothing.
  static func change(from: Double, to: Double, isPercent: Bool) -> String {
    let size = isPercent ? to - from : (to / from - 1) * 100
    guard size.isFinite, size.magnitude < 1e6, isPercent || from > 0 && to >= 0 else { return "" }
    let text = DecimalText.text(size.magnitude, decimals: size.magnitude < 10 ? 1 : 0)
    let sign = size > 0 ? "+" : size < 0 ? "−" : "±"
    return "\(sign)\(text)" + (isPercent ? " pts" : "%")
  }

  /// The read-out as a list; Enter opens nothing, since the values are one indicator's.
  func list(_ indicator: Indicator) -> ListContent {
    ListContent(
      columns: [
        .init(title: "Series", width: .flexible),
        .init(title: "Value", width: .fit(24), alignment: .right),
        .init(title: "vs start", width: .fit(9), alignment: .right, leastPanelWidth: 36),
        .init(title: "vs last", width: .fit(9), alignment: .right, leastPanelWidth: 36),
        .init(title: "Rank", width: .fit(4), alignment: .right, leastPanelWidth: 46),
      ],
      rows: rows.map { row in
        ListContent.Row(
          cells: [
            .text(row.name.isEmpty ? indicator.title : row.name),
            .text(row.value, Style(.text, .bold)),
            .text(row.sinceStart), .text(row.sinceLast), .text(row.rank, .faint),
          ],
          destination: .record(Reference(.source, indicator.source)),
          reference: indicator.reference)
      }, hasHeading: true)
  }
}
