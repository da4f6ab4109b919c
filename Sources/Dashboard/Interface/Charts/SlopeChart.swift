internal import Model

/// A before and an after: a line for each series between its first and its last value.
struct SlopeChart {
  let chart: Chart
  let pairs: [Pair]

  /// The two ends of a series.
  struct Pair {
    var series: Int
    var name: String
    var first: Observation
    var last: Observation
  }

  init(_ chart: Chart) {
    self.chart = chart
    pairs = chart.series.enumerated().compactMap { index, series in
      let known = series.observations.filter { $0.value.map(Chart.isDrawable) ?? false }
      guard known.count > 1, let first = known.first, let last = known.last else { return nil }
      return Pair(series: index, name: series.name, first: first, last: last)
    }
  }

  private var leftTexts: [String] { pairs.map { ValueFormat(chart.unit).text($0.first) } }

  private var rightTexts: [String] {
    pairs.map { pair in
      let value = ValueFormat(chart.unit).text(pair.last)
      return pair.name.isEmpty ? value : "\(value) \(pair.name)"
    }
  }

  /// Whether every series has two ends and its labels leave room for lines.
  func fits(_ rect: Rect) -> Bool {
    let left = leftTexts.reduce(0) { max($0, $1.columns) }
    let right = rightTexts.reduce(0) { max($0, $1.columns) }
    return pairs.count == chart.series.count && rect.height >= max(4, pairs.count + 2)
      && rect.width >= left + right + 2 + 8
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let left = max(4, leftTexts.reduce(0) { max($0, $1.columns) })
    let right = rightTexts.reduce(0) { max($0, $1.columns) }
    let width = min(rect.width - left - right - 2, 60)
    let plot = Rect(x: rect.x + left + 1, y: rect.y, width: width, height: rect.height - 1)
    let values = pairs.flatMap { pair in [pair.first, pair.last].compactMap(\.value) }
    // From zero: a fall by a quarter must not look like a fall to nothing.
    let range = Ticks.extended((values.min() ?? 0)...(values.max() ?? 0), fromZero: true)
    let scale = Scale(
      from: range.lowerBound, to: range.upperBound, dots: plot.height * chart.glyphs.down)
    func row(_ observation: Observation) -> Int {
      plot.height - 1 - scale.dot(observation.value ?? 0) / chart.glyphs.down
    }
    let zero = plot.bottom - 1 - scale.dot(0) / chart.glyphs.down
    canvas.fill(
      Rect(x: plot.x, y: zero, width: plot.width, height: 1), chart.glyphs.rule,
      Style(.border, .dim))
    canvas.put("0", at: plot.x - 2, zero, .faint)
    for pair in pairs.reversed() {
      var grid = DotGrid(columns: plot.width, rows: plot.height, glyphs: chart.glyphs)
      var stroke = pair.last.qualifiers.isForward ? Stroke.forward : .series(pair.series)
      grid.line(
        from: (0, grid.height - 1 - scale.dot(pair.first.value ?? 0)),
        to: (grid.width - 1, grid.height - 1 - scale.dot(pair.last.value ?? 0)), &stroke)
      for (cell, pattern) in grid.patterns.enumerated() where pattern != 0 {
        canvas.set(
          plot.x + cell % plot.width, plot.y + cell / plot.width, chart.glyphs.scalar(pattern),
          chart.style(pair.series))
      }
    }
    let starts = LabelPlacement.rows(pairs.map { row($0.first) }, count: plot.height)
    let ends = LabelPlacement.rows(pairs.map { row($0.last) }, count: plot.height)
    for (index, pair) in pairs.enumerated() {
      let style = chart.style(pair.series)
      canvas.set(plot.x, plot.y + row(pair.first), chart.glyphs.dot, style)
      let sign = pair.last.qualifiers.isForward ? chart.glyphs.hollowDot : chart.glyphs.dot
      canvas.set(plot.right - 1, plot.y + row(pair.last), sign, style)
      if let start = starts[index] {
        let text = leftTexts[index]
        canvas.put(text, at: plot.x - 1 - text.columns, plot.y + start)
      }
      if let end = ends[index] {
        canvas.put(rightTexts[index], at: plot.right + 1, plot.y + end, style)
      }
    }
    drawPeriods(on: &canvas, plot)
  }

  private func drawPeriods(on canvas: inout Canvas, _ plot: Rect) {
    guard let pair = pairs.first else { return }
    let names = [pair.first, pair.last].map { $0.period?.title ?? "not dated" }
    let room = plot.width / 2 + 4
    let start = TextLayout.truncate(names[0], to: room)
    let end = TextLayout.truncate(names[1], to: room)
    canvas.put(start, at: plot.x - 1 - min(start.columns, 4) + 1, plot.bottom, .faint)
    canvas.put(end, at: plot.right - end.columns + min(end.columns, 4), plot.bottom, .faint)
  }
}
