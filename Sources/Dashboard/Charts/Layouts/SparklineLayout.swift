import Canvas
import Query
import Records

/// A row for each series: its name, its sparkline and its last value, with the period of one that
/// ends before others.
struct SparklineLayout {
  private let chart: Chart
  /// The last value of each series, with its unit, or a text for a missing one.
  private let values: [String]

  private let body: Rect

  init(_ chart: Chart, in body: Rect) {
    self.chart = chart
    self.body = body
    values = chart.lasts.enumerated().map { index, last in
      guard let last else { return Chart.noData }
      let text = ValueFormat(chart.unit(of: index)).text(last.value)
      let dated = last.earlyEnd.map { "\(text) (\($0.title))" } ?? text
      return dated.columns <= body.width ? dated : text
    }
  }

  /// Adds the rows; a long name goes above its line.
  func add(to scene: inout ChartScene) {
    // Names beside their lines share a column, so that lines begin below each other.
    let named = chart.series.indices.filter(isBeside)
      .reduce(0) { max($0, chart.series[$1].name.columns) }
    let widest = values.reduce(0) { max($0, $1.columns) }
    let isAligned = named + widest + 10 <= body.width
    var row = body.y
    for index in chart.priorities {
      let (series, value) = (chart.series[index], values[index])
      let isKnown = series.observations.contains { $0.value != nil }
      guard isKnown || !series.name.isEmpty else { continue }
      let isBeside = isBeside(index)
      var names = isBeside ? [series.name] : TextLayout.hyphenate(series.name, to: body.width)
      if !isBeside, row + names.count + 1 > body.bottom || body.height < 3 { names = [] }
      let above = isBeside ? 0 : names.count
      guard row + above < body.bottom, value.columns <= body.width else {
        scene.omit(.name, series.name, series: index)
        scene.omit(.value, value, series: index)
        continue
      }
      if names.isEmpty { scene.omit(.name, series.name, series: index) }
      scene.add(
        .name, lines: names, of: series.name, body.x, row, chart.style(index), series: index)
      row += above
      let beside = !isBeside ? 0 : isAligned ? named : series.name.columns
      let x = body.x + (beside > 0 ? beside + 1 : 0)
      let columns = body.right - (isAligned ? widest : value.columns) - 1 - x
      if columns >= 4, isKnown {
        scene.add(
          .sparkline, chart.sparkline(index).text(width: columns, glyphs: chart.glyphs), x, row,
          chart.style(index), series: index)
      }
      scene.add(
        .value, value, body.right - value.columns, row, isKnown ? .text : .faint, series: index)
      row += 1
    }
  }

  /// Whether a name leaves its line room beside it.
  private func isBeside(_ index: Int) -> Bool {
    let room = body.width - values[index].columns - 1
    return chart.series[index].name.columns <= max(room / 2, room - 5)
  }
}
