import Canvas
import Query
import Records

/// Lays out values over years or numbers: curves with their names at their ends.
struct LineLayout {
  package let chart: Chart
  let numbers: ChartNumbers
  var body: Rect
  /// The measure on the axis at the right; nil for most.
  var second: SecondAxis?
  /// The series to draw, the most important first.
  var shown: [Int]
  /// A range of values to show instead of its own.
  var range: ClosedRange<Double>?
  /// The columns for labels left of the plot, if panels share them.
  var left: Int?
  /// The columns for labels right of the plot, if panels share them.
  var right: Int?
  /// Whether the horizontal axis has labels.
  var hasAcross = true
  /// Whether curves are named at their ends.
  var hasEndLabels = true
  /// Whether a line below says what signs mean.
  var hasNote = true
  /// Whether the unit has a row above the plot.
  var hasUnit = true
  /// Whether it is one of several pictures, each with its own unit and notes.
  var isPanel = false

  init(_ chart: Chart, _ numbers: ChartNumbers, _ body: Rect) {
    self.chart = chart
    self.numbers = numbers
    self.body = body
    shown = chart.priorities
  }

  var glyphs: GlyphSet { chart.glyphs }
  var isFilled: Bool { chart.kind == .area || chart.kind == .stackedArea }

  /// Whether a curve is alone in its picture and needs no dashes; with others hidden it keeps them.
  var isAlone: Bool { shown.count == 1 && (chart.places.isEmpty || chart.kind == .multiples) }

  /// Whether each curve is told by its colour and by its name at its end, and needs no dashes.
  var isTold: Bool { chart.isColoured && hasEndLabels }

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
    /// The text that the lines make.
    var whole: String
  }

  /// The plot and its axes, in the part of the body that texts leave free.
  struct Frame {
    var area: Rect
    var up: ChartScene.Axis
    var right: ChartScene.Axis?
    var across: ChartScene.Axis
    /// The first column of each label below the plot.
    var starts: [Int]
    var labels: [EndLabel]
  }

  /// Lays out plot and axes below a number of rows, and above others; nil without room.
  private func frame(
    _ range: ClosedRange<Double>, _ span: ClosedRange<Double>, _ stack: AreaStack?,
    above: Int, below: Int
  ) -> Frame? {
    let most = max(1, body.height - below - above)
    let isLogarithmic = isLogarithmic(range)
    let axes = ChartScene.Axis.up(
      [range] + (second.map { [$0.range] } ?? []), rows: most, dotsPerRow: glyphs.down,
      fromZero: isFilled, isLogarithmic: isLogarithmic)
    guard var up = axes.first else { return nil }
    var rightAxis = second == nil ? nil : axes.last
    if let second, let axis = rightAxis {
      for (index, tick) in axis.ticks.enumerated() {
        rightAxis?.ticks[index].label = second.unit.text(tick.label)
      }
    }
    let named = rightAxis.map { $0.ticks.reduce(0) { max($0, $1.label.columns) } }
    let plain = ValueFormat(Unit(id: "", title: ""))
    let factor = numbers.scale.magnitude.factor
    for index in up.ticks.indices {
      let tick = up.ticks[index]
      // Rounds away the error of dividing and multiplying a power of ten.
      let value = tick.value * factor
      let whole = value.rounded()
      let full = (value - whole).magnitude < 1e-9 * whole ? whole : value
      let number =
        saysMagnitudes ? plain.text(full, decimals: full == whole ? 0 : 12) : tick.label
      up.ticks[index].label = unit.text(number)
    }
    let rows = up.scale.dots / glyphs.down
    let acrossUnit = chart.positionScale(span).map { AxisUnit($0) }
    let left = max(self.left ?? 0, up.ticks.reduce(0) { max($0, $1.label.columns) } + 1)
    // If names at the ends leave no room for a plot, they get less room, and finally none.
    for part in [24, 15, 10, 0] {
      let labels = part > 0 ? endLabels(stack, part, rows: rows) : []
      let named = named ?? labels.reduce(0) { $1.lines.reduce($0) { max($0, $1.columns) } }
      let width = body.width - left - (right ?? (named > 0 ? named + 1 : 0))
      guard width >= 6 else { continue }
      let area = Rect(
        x: body.x + left, y: body.y + above + most - rows, width: width, height: rows)
      let after = body.right - area.right
      let (across, starts) =
        numbers.isNumeric
        ? ChartScene.Axis.across(
          span, columns: width, dotsPerColumn: glyphs.across, before: left, after: after,
          factor: chart.positionScale(span).map { $0.scaled(1) } ?? 1,
          label: { label in acrossUnit.map { $0.text(label) } ?? label })
        : TimeAxis.axis(
          span, numbers, columns: width, dotsPerColumn: glyphs.across, before: left, after: after)
      return Frame(
        area: area, up: up, right: rightAxis, across: across, starts: starts, labels: labels)
    }
    return nil
  }

  private func isLogarithmic(_ range: ClosedRange<Double>) -> Bool {
    chart.isLogarithmic && range.lowerBound > 0 && !isFilled
  }

  /// Whether each label says its own magnitude: of a logarithmic axis that spans several.
  var saysMagnitudes: Bool {
    !isFilled && chart.told(numbers.scale).magnitude != numbers.scale.magnitude
  }

  var unit: AxisUnit {
    AxisUnit(saysMagnitudes ? chart.told(numbers.scale) : numbers.scale)
  }

  /// Adds the picture; false if there is no room for one.
  ///
  /// If not every curve can be named at its end, all are named above the picture.
  func add(to scene: inout ChartScene) -> Bool {
    let extent = scene.extent
    guard addPicture(to: &scene) else { return false }
    guard scene.lacksName(since: extent) else { return true }
    scene.goBack(to: extent)
    var named = scene
    if let rest = named.addLegend(body, of: shown.filter({ isNamed($0) }), sample),
      rest.height >= 5
    {
      var below = self
      below.body = rest
      below.hasEndLabels = false
      if below.addPicture(to: &named) {
        scene = named
        return true
      }
    }
    return addPicture(to: &scene)
  }

  private func isNamed(_ index: Int) -> Bool {
    numbers.columns[index].isDrawn && !chart.series[index].name.isEmpty
  }

  /// Two columns of a curve.
  func strokeSample(_ index: Int) -> String {
    Stroke.sample(isTold ? 0 : chart.place(index), glyphs)
  }

  /// Two columns of a curve or of a filling.
  func sample(_ index: Int) -> String {
    guard isFilled else { return strokeSample(index) }
    return (0..<2).reduce(into: "") { sample, cell in
      var pattern: UInt8 = 0
      for bit in 0..<(glyphs.across * glyphs.down) {
        let x = cell * glyphs.across + bit % glyphs.across
        if Hatching.isSet(chart.place(index), x, bit / glyphs.across) { pattern |= 1 << UInt8(bit) }
      }
      sample.unicodeScalars.append(glyphs.table[Int(pattern)])
    }
  }

  func addPicture(to scene: inout ChartScene) -> Bool {
    guard var range = range ?? numbers.range, let span = numbers.span else { return false }
    let stack = chart.kind == .stackedArea ? AreaStack(numbers, shown: shown) : nil
    if let stack {
      guard let sums = stack.range else { return false }
      range = sums
    }
    let notes = noteLines(range, to: &scene)
    let hasTickRow = body.height >= 12 && hasAcross
    let below = (hasAcross ? hasTickRow ? 2 : 1 : 0) + notes.count
    let marks = marks(span)
    var lanes =
      marks.isEmpty || body.height < 9 ? 0 : body.height < 16 ? 1 : body.height < 28 ? 2 : 3
    // A low chart whose subtitle names the unit keeps the row for its values; of two axes both say
    // it.
    let isTold = !isPanel && second == nil && scene.labels.contains { $0.role == .subtitle }
    let showsUnits = hasUnit && body.height >= (isTold ? 9 : 5)
    let unit = showsUnits ? unit.label : ""
    let hasUnits = showsUnits && (!unit.isEmpty || second?.unit.label.isEmpty == false)
    let isWide = unit.columns > body.width
    let unitRow = hasUnits && !isWide ? 1 : 0
    guard var frame = frame(range, span, stack, above: max(lanes, unitRow), below: below) else {
      return false
    }
    var places = places(marks, lanes, frame, unit)
    let used = places.reduce(0) { max($0, ($1?.lane ?? -1) + 1) }
    if max(used, unitRow) < max(lanes, unitRow) {
      // Lanes that no mark needs belong to the plot.
      let before = frame.area
      lanes = used
      frame = self.frame(range, span, stack, above: max(lanes, unitRow), below: below) ?? frame
      if frame.area.x != before.x || frame.area.width != before.width {
        places = self.places(marks, lanes, frame, unit)
      }
    }
    let (area, up) = (frame.area, frame.up)
    var plot = ChartScene.Plot(area)
    plot.across = frame.across
    plot.up = up
    plot.right = frame.right
    plot.order = shown
    addAxes(&plot, frame.starts, hasTickRow, to: &scene)
    if unitRow > 0 { addUnits(unit, area, to: &scene) }
    addMarks(marks, places, &plot, to: &scene)
    addCursor(&plot)
    func strokes(_ up: ChartScene.Axis) -> LineStrokes {
      LineStrokes(
        across: frame.across, up: up, width: area.width * glyphs.across,
        height: area.height * glyphs.down)
    }
    let (strokes, rightStrokes) = (strokes(up), frame.right.map(strokes))
    if chart.kind == .scatter {
      addScatter(strokes, &plot)
    } else {
      addLines(strokes, rightStrokes, stack, &plot)
      addPoints(strokes, rightStrokes, &plot)
    }
    addEndLabels(frame.labels, stack, plot, to: &scene)
    for (offset, note) in notes.enumerated() {
      scene.add(
        .note, note.text, body.x, body.bottom - notes.count + offset, .faint, of: note.whole)
    }
    scene.plots.append(plot)
    return true
  }
}
