import Model

/// A chart in a panel; its cursor stands on one of `stops` periods.
struct ChartContent {
  /// The chart; nil where there is nothing to draw.
  var chart: Chart?
  /// What is shown in place of a chart.
  var emptyText = "No values."
  /// How many periods the cursor can stand on.
  var stops: Int

  /// The chart of an indicator.
  init(_ indicator: Indicator, _ library: Library, cursor: Int = 0) {
    chart = Chart(indicator: indicator, dossier: library.dossier)
    chart?.glyphs = library.glyphs.chart
    let periods = chart?.periods.count ?? 0
    stops = periods > 1 ? periods : 0
    if cursor > 0 { chart?.cursor = cursor - 1 }
    if !indicator.note.isEmpty, chart == nil { emptyText = indicator.note }
  }
}
