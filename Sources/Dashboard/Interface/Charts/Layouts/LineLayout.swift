internal import Model

/// Lays out values over years or numbers: curves with their names at their ends.
struct LineLayout {
  let chart: Chart
  let numbers: ChartNumbers
  let body: Rect
  /// The series to draw, the most important first.
  var shown: [Int]
  /// The range of values to show in place of the own.
  var range: ClosedRange<Double>?
  /// The columns for labels left of the plot, where panels share them.
  var left: Int?
  /// The columns for labels right of the plot, where panels share them.
  var right: Int?
  /// Whether the horizontal axis has labels.
  var hasAcross = true
  /// Whether curves are named at their ends.
  var hasEndLabels = true
  /// Whether a line below says what signs mean.
  var hasNote = true

  init(_ chart: Chart, _ numbers: ChartNumbers, _ body: Rect) {
    self.chart = chart
    self.numbers = numbers
    self.body = body
    shown = chart.priorities
  }

  private var glyphs: GlyphSet { chart.glyphs }
  private var isFilled: Bool { chart.kind == .area || chart.kind == .stackedArea }

  /// The columns that labels take left and right of the plot; nil without a picture.
  var margins: (left: Int, right: Int)? {
    var scene = ChartScene(empty: chart, size: Size(width: body.right, height: body.bottom))
    guard add(to: &scene), let area = scene.plots.first?.area else { return nil }
    return (area.x - body.x, body.right - area.right)
  }

  /// The name at the end of a curve.
  struct EndLabel {
    var series: Int
    var lines: [String]
  }

  /// Adds the picture; false where there is no room for one.
  func add(to scene: inout ChartScene) -> Bool {
    guard var range = range ?? numbers.range, let span = numbers.span else { return false }
    let stack = chart.kind == .stackedArea ? AreaStack(numbers, shown: shown) : nil
    if let stack {
      guard let sums = stack.range else { return false }
      range = sums
    }
    let note = body.height < 8 || !hasNote ? nil : note(range)
    let hasTickRow = body.height >= 12 && hasAcross
    let below = (hasAcross ? hasTickRow ? 2 : 1 : 0) + (note == nil ? 0 : 1)
    let marks = marks(span)
    let lanes = marks.isEmpty || body.height < 9 ? 0 : body.height < 16 ? 1 : 2
    let most = max(1, body.height - below - lanes)
    let isLogarithmic =
      chart.isLogarithmic && range.lowerBound > 0 && !isFilled
    let up = ChartScene.Axis.up(
      range, rows: most, dotsPerRow: glyphs.down, fromZero: isFilled,
      isLogarithmic: isLogarithmic)
    let rows = up.scale.dots / glyphs.down
    let left = max(self.left ?? 0, up.ticks.reduce(0) { max($0, $1.label.columns) } + 1)
    let labels =
      hasEndLabels && chart.kind != .scatter
      ? endLabels(stack, room: body.width * 2 / 5, rows: rows) : []
    let named = labels.reduce(0) { $1.lines.reduce($0) { max($0, $1.columns) } }
    let width = body.width - left - (right ?? (named > 0 ? named + 1 : 0))
    guard width >= 6 else { return false }
    let area = Rect(x: body.x + left, y: body.y + lanes + most - rows, width: width, height: rows)
    let horizontal =
      numbers.isNumeric
      ? ChartScene.Axis.across(
        span, columns: width, dotsPerColumn: glyphs.across, before: left,
        after: body.right - area.right)
      : TimeAxis.axis(
        span, numbers, columns: width, dotsPerColumn: glyphs.across, before: left,
        after: body.right - area.right)
    var plot = ChartScene.Plot(area)
    plot.across = horizontal.axis
    plot.up = up
    plot.order = shown
    addAxes(&plot, horizontal.starts, hasTickRow, to: &scene)
    addMarks(marks, lanes, &plot, to: &scene)
    addCursor(&plot)
    let strokes = LineStrokes(
      across: horizontal.axis, up: up, width: width * glyphs.across, height: rows * glyphs.down)
    if chart.kind == .scatter {
      addScatter(strokes, &plot)
    } else {
      addLines(strokes, stack, &plot)
      addPoints(strokes, &plot)
    }
    addEndLabels(labels, strokes, stack, plot, to: &scene)
    if let note {
      scene.add(.note, note, body.x, body.bottom - 1, .faint, limit: body.width)
    }
    scene.plots.append(plot)
    return true
  }

  private func addAxes(
    _ plot: inout ChartScene.Plot, _ starts: [Int], _ hasTickRow: Bool, to scene: inout ChartScene
  ) {
    let area = plot.area
    for tick in plot.up?.ticks ?? [] {
      let row = area.y + tick.cell
      scene.add(.tick, tick.label, area.x - 1 - tick.label.columns, row, .faint)
      plot.rules.append(
        .init(
          role: tick.value == 0 ? .zero : .grid, x: area.x, y: row, length: area.width,
          isHorizontal: true))
    }
    guard hasAcross else { return }
    for (tick, start) in zip(plot.across?.ticks ?? [], starts) {
      var row = area.bottom
      if hasTickRow {
        plot.rules.append(
          .init(role: .tick, x: area.x + tick.cell, y: row, length: 1, isHorizontal: false))
        row += 1
      }
      scene.add(.tick, tick.label, area.x + start, row, .faint)
    }
  }

  /// What happened within the years shown.
  private func marks(_ span: ClosedRange<Double>) -> [Chart.Mark] {
    guard chart.parts.contains(.events), !numbers.isNumeric else { return [] }
    return chart.marks.filter { span.contains(Self.start($0.period)) }
  }

  /// Where a period's mark stands: a range's at its start.
  static func start(_ period: Period) -> Double {
    Period(kind: period.kind, first: period.first).position
  }

  private func addMarks(
    _ marks: [Chart.Mark], _ lanes: Int, _ plot: inout ChartScene.Plot,
    to scene: inout ChartScene
  ) {
    guard lanes > 0, let across = plot.across else { return }
    let area = plot.area
    let labels = marks.map { mark in
      (
        column: across.dot(Self.start(mark.period)) / glyphs.across, width: mark.label.columns
      )
    }
    let places = LabelPlacement.lanes(labels, lanes: lanes, columns: area.width)
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let row = area.y - 1 - place.lane
      scene.add(.mark, marks[index].label, area.x + place.start, row, .faint)
      plot.rules.append(
        .init(
          role: .event, x: area.x + labels[index].column, y: row + 1,
          length: area.bottom - row - 1, isHorizontal: false))
    }
  }

  private func addCursor(_ plot: inout ChartScene.Plot) {
    guard let cursor = chart.cursor, let across = plot.across else { return }
    let periods = chart.periods
    guard periods.indices.contains(cursor) else { return }
    let column = across.dot(periods[cursor].position) / glyphs.across
    plot.rules.append(
      .init(
        role: .cursor, x: plot.area.x + column, y: plot.area.y, length: plot.area.height,
        isHorizontal: false))
  }

  private func addLines(
    _ strokes: LineStrokes, _ stack: AreaStack?, _ plot: inout ChartScene.Plot
  ) {
    for index in shown {
      let column = stack?.columns[index] ?? numbers.columns[index]
      guard column.last != nil else { continue }
      if isFilled {
        plot.areas.append(strokes.area(column, base: stack?.bases[index], series: index))
      }
      plot.lines.append(
        ChartScene.Line(
          series: index, stroke: isFilled ? .solid : .series(index), x: column.x, y: column.y,
          strokes: strokes.strokes(column)))
    }
  }

  /// Signs for values that stand alone, that were not measured, and for the report's own.
  private func addPoints(_ strokes: LineStrokes, _ plot: inout ChartScene.Plot) {
    for line in plot.lines.reversed() {
      let column = numbers.columns[line.series]
      let sign = line.stroke.sign
      guard
        sign != nil || numbers.hasForward || numbers.hasEstimated || hasLonely(line.y)
      else { continue }
      // Signs keep two columns apart, so that the curve stays to be seen.
      var last = -100
      for index in line.y.indices where !line.y[index].isNaN {
        let isAlone =
          (index == 0 || line.y[index - 1].isNaN)
          && (index + 1 == line.y.count || line.y[index + 1].isNaN)
        let flags =
          index < column.flags.count && chart.kind != .stackedArea
          ? column.flags[index] : []
        let isQualified = !flags.isEmpty
        guard isAlone || isQualified || sign != nil,
          let dot = strokes.dot(line.x[index], line.y[index])
        else { continue }
        let cell = dot.x / glyphs.across
        guard isAlone || cell - last >= (isQualified ? 2 : 8) else { continue }
        last = cell
        plot.points.append(
          ChartScene.Point(
            series: line.series,
            sign: flags.contains(.forward)
              ? .forward : flags.contains(.estimated) ? .estimated : sign ?? .measured,
            x: line.x[index], y: line.y[index], column: dot.x, row: dot.y,
            style: chart.style(line.series)))
      }
    }
    for index in numbers.overlays.y.indices where !numbers.overlays.y[index].isNaN {
      let (x, y) = (numbers.overlays.x[index], numbers.overlays.y[index])
      guard let dot = strokes.dot(x, y) else { continue }
      plot.points.append(
        ChartScene.Point(
          series: nil, sign: .report, x: x, y: y, column: dot.x, row: dot.y,
          style: Style(.text, .bold)))
    }
  }

  /// A sign for each pair of values, its form by series.
  private func addScatter(_ strokes: LineStrokes, _ plot: inout ChartScene.Plot) {
    for index in shown.reversed() {
      let column = numbers.columns[index]
      for place in column.y.indices where !column.y[place].isNaN {
        guard let dot = strokes.dot(column.x[place], column.y[place]) else { continue }
        plot.points.append(
          ChartScene.Point(
            series: index, sign: .series(index), x: column.x[place], y: column.y[place],
            column: dot.x, row: dot.y, style: chart.style(index)))
      }
    }
  }

  private func hasLonely(_ values: [Double]) -> Bool {
    for index in values.indices where !values[index].isNaN {
      let isFirst = index == 0 || values[index - 1].isNaN
      if isFirst, index + 1 == values.count || values[index + 1].isNaN { return true }
    }
    return false
  }
}
