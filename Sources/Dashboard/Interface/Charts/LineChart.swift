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
      let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.x <= $1.x }
      return isSorted ? places : places.sorted { $0.x < $1.x }
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
    var labels: [(series: Int, text: String)]
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
    let endLabels = endLabels(rect.width * 2 / 5)
    let shown = endLabels.reduce(0) { max($0, $1.text.columns) }
    let width = rect.width - left - (shown > 0 ? shown + 1 : 0)
    guard width >= 6 else { return nil }
    let plot = Rect(x: rect.x + left, y: rect.y + lanes, width: width, height: rows)
    let years = YearAxis(
      first...last, columns: width, dotsPerColumn: chart.glyphs.across, before: left,
      after: rect.right - plot.right)
    return Layout(
      plot: plot, lanes: lanes, ticks: ticks, years: years, labelColumn: plot.right + 1,
      labels: endLabels,
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
    if startsAboveZero { parts.append("The axis does not start at zero.") }
    return parts.isEmpty ? nil : parts.joined(separator: "   ")
  }

  /// Whether zero lies outside the axis.
  private var startsAboveZero: Bool {
    let values = (lines.joined() + overlays).compactMap(\.y)
    guard let low = values.min(), let high = values.max() else { return false }
    let range = Ticks.extended(low...high, fromZero: false)
    return !range.contains(0)
  }

  func marks(from first: Double, to last: Double) -> [Chart.Mark] {
    guard chart.parts.contains(.events) else { return [] }
    return chart.marks.filter { (first...last).contains(Self.start($0.period)) }
  }

  /// Where a period's mark stands: a range's at its start.
  static func start(_ period: Period) -> Double {
    Period(kind: period.kind, first: period.first).position
  }

  /// The name and last value of each series, in the order of importance.
  ///
  /// A number is never cut: where the labels do not fit, they leave out the
  /// value, then the sample of the line, and only then are names cut.
  func endLabels(_ room: Int) -> [(series: Int, text: String)] {
    var forms: [[(series: Int, text: String)]] = [[], [], []]
    for index in chart.priorities {
      guard let value = lines[index].last(where: { $0.y != nil })?.y else { continue }
      let number = DecimalText.text(value, decimals: scale.decimals)
      let name = chart.series[index].name
      let sample = chart.series.count > 1 ? Stroke.sample(index, chart.glyphs) + " " : ""
      forms[0].append((index, name.isEmpty ? number : "\(sample)\(name) \(number)"))
      forms[1].append((index, sample + name))
      forms[2].append((index, name))
    }
    return forms.first { $0.allSatisfy { $0.text.columns <= room } }
      ?? forms[2].map { ($0.series, TextLayout.truncate($0.text, to: room)) }
  }
}
