internal import Model

/// Values over years: a line for each series, with its name at its end.
struct LineChart {
  let chart: Chart
  let scale: ValueScale
  /// Each series' points in order of time, in scaled values; nil values are gaps.
  let lines: [[Place]]
  let overlays: [Place]

  /// A value at a time.
  struct Place {
    var x: Double
    var y: Double?
    var isForward: Bool
  }

  init(_ chart: Chart) {
    self.chart = chart
    scale = chart.scale
    let scale = scale
    func places(_ series: Series) -> [Place] {
      let places = series.observations.compactMap { observation -> Place? in
        guard let period = observation.period else { return nil }
        let value = observation.value.flatMap { Chart.isDrawable($0) ? scale.scaled($0) : nil }
        return Place(x: period.position, y: value, isForward: observation.qualifiers.isForward)
      }
      return places.sorted { $0.x < $1.x }
    }
    lines = chart.series.map(places)
    overlays = chart.overlays.flatMap(places)
  }

  /// Where everything stands.
  struct Layout {
    var plot: Rect
    var lanes: Int
    var ticks: Ticks
    var years: YearAxis
    var labelColumn: Int
    var hasTickRow: Bool
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    guard let layout = layout(rect) else {
      BarChart(chart).draw(on: &canvas, in: rect)
      return
    }
    drawAxes(layout, on: &canvas, in: rect)
    drawMarks(layout, on: &canvas)
    drawCursor(layout, on: &canvas)
    drawLines(layout, on: &canvas)
    drawPoints(layout, on: &canvas)
    drawLabels(layout, on: &canvas, in: rect)
  }

  func layout(_ rect: Rect) -> Layout? {
    let places = lines.joined() + overlays
    let known = places.filter { $0.y != nil }
    let values = known.compactMap(\.y)
    guard let low = values.min(), let high = values.max(), let first = known.map(\.x).min(),
      let last = known.map(\.x).max()
    else { return nil }
    let hasTickRow = rect.height >= 12
    let below = (hasTickRow ? 2 : 1) + (note == nil || rect.height < 8 ? 0 : 1)
    let lanes =
      marks(from: first, to: last).isEmpty || rect.height < 9 ? 0 : rect.height < 16 ? 1 : 2
    let rows = max(1, rect.height - below - lanes)
    let ticks = Ticks(low...high, rows: rows, dotsPerRow: chart.glyphs.down)
    let labels = ticks.ticks.map { DecimalText.text($0.value, decimals: ticks.decimals) }
    let left = labels.reduce(0) { max($0, $1.columns) } + 1
    let right = endLabels.reduce(0) { max($0, $1.text.columns) }
    let shown = min(right, rect.width / 3)
    let width = rect.width - left - (shown > 0 ? shown + 1 : 0)
    guard width >= 6 else { return nil }
    let plot = Rect(x: rect.x + left, y: rect.y + lanes, width: width, height: rows)
    let years = YearAxis(
      first...last, columns: width, dotsPerColumn: chart.glyphs.across, before: left,
      after: rect.right - plot.right)
    return Layout(
      plot: plot, lanes: lanes, ticks: ticks, years: years, labelColumn: plot.right + 1,
      hasTickRow: hasTickRow)
  }

  /// The line below the picture that says what marks mean; nil where there are none.
  var note: String? {
    var parts: [String] = []
    let glyphs = chart.glyphs
    if overlays.contains(where: { $0.y != nil }) {
      parts.append("\(glyphs.overlayDot) the report’s figure")
    }
    if lines.joined().contains(where: { $0.isForward && $0.y != nil }) {
      parts.append("\(glyphs.hollowDot) expected or projected")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "   ")
  }

  func marks(from first: Double, to last: Double) -> [Chart.Mark] {
    guard chart.parts.contains(.events) else { return [] }
    return chart.marks.filter { $0.period.position >= first && $0.period.position <= last }
  }

  /// The name and last value of each series, in the order of importance.
  var endLabels: [(series: Int, text: String)] {
    chart.priorities.compactMap { index in
      guard let last = lines[index].last(where: { $0.y != nil }), let value = last.y else {
        return nil
      }
      let number = DecimalText.text(value, decimals: scale.decimals)
      let name = chart.series[index].name
      if name.isEmpty { return (index, number) }
      let sample = chart.series.count > 1 ? Stroke.sample(index, chart.glyphs) + " " : ""
      return (index, "\(sample)\(name) \(number)")
    }
  }
}
