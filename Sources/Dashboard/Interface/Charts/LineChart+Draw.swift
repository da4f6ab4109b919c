internal import Model

extension LineChart {
  func drawAxes(_ layout: Layout, on canvas: inout Canvas, in rect: Rect) {
    let plot = layout.plot
    let glyphs = chart.glyphs
    for tick in layout.ticks.ticks {
      let row = plot.y + tick.row
      let label = DecimalText.text(tick.value, decimals: layout.ticks.decimals)
      canvas.put(label, at: plot.x - 1 - label.columns, row, .faint)
      let sign = tick.value == 0 ? glyphs.rule : glyphs.grid
      canvas.fill(Rect(x: plot.x, y: row, width: plot.width, height: 1), sign, Style(.border, .dim))
    }
    for tick in layout.years.ticks {
      var row = plot.bottom
      if layout.hasTickRow {
        canvas.set(plot.x + tick.column, row, glyphs.tick, Style(.border, .dim))
        row += 1
      }
      canvas.put(tick.label, at: plot.x + tick.start, row, .faint)
    }
    if let note, rect.height >= 8 {
      canvas.put(TextLayout.truncate(note, to: rect.width), at: rect.x, rect.bottom - 1, .faint)
    }
  }

  func drawMarks(_ layout: Layout, on canvas: inout Canvas) {
    guard layout.lanes > 0 else { return }
    let plot = layout.plot
    let scale = layout.years.scale
    let marks = marks(from: scale.value(0), to: scale.value(scale.dots - 1))
    let labels = marks.map { mark in
      (
        column: scale.dot(Self.start(mark.period)) / chart.glyphs.across,
        width: mark.label.columns
      )
    }
    let places = LabelPlacement.lanes(labels, lanes: layout.lanes, columns: plot.width)
    for (index, place) in places.enumerated() {
      guard let place else { continue }
      let x = plot.x + labels[index].column
      let row = plot.y - 1 - place.lane
      canvas.put(marks[index].label, at: plot.x + place.start, row, .faint)
      for y in (row + 1)..<plot.bottom {
        canvas.set(x, y, chart.glyphs.upright, Style(.border, .dim))
      }
    }
  }

  func drawCursor(_ layout: Layout, on canvas: inout Canvas) {
    guard let cursor = chart.cursor else { return }
    let periods = chart.periods
    guard periods.indices.contains(cursor) else { return }
    let x = layout.plot.x + layout.years.scale.dot(periods[cursor].position) / chart.glyphs.across
    for y in layout.plot.y..<layout.plot.bottom { canvas.set(x, y, chart.glyphs.cursor, .text) }
  }

  /// The dots of a series.
  func grid(_ index: Int, _ layout: Layout) -> DotGrid {
    let plot = layout.plot
    var grid = DotGrid(columns: plot.width, rows: plot.height, glyphs: chart.glyphs)
    var stroke = Stroke.series(index)
    var previous: (x: Int, y: Int)?
    for place in lines[index] {
      guard let value = place.y else {
        previous = nil
        continue
      }
      let dot = (
        x: layout.years.scale.dot(place.x), y: grid.height - 1 - layout.ticks.scale.dot(value)
      )
      if let previous {
        if place.isForward {
          var forward = Stroke.forward
          grid.line(from: previous, to: dot, &forward)
        } else {
          grid.line(from: previous, to: dot, &stroke)
        }
      }
      grid.set(dot.x, dot.y)
      previous = dot
    }
    return grid
  }

  func drawLines(_ layout: Layout, on canvas: inout Canvas) {
    let plot = layout.plot
    for index in chart.priorities.reversed() {
      let grid = grid(index, layout)
      let style = chart.style(index)
      for (cell, pattern) in grid.patterns.enumerated() where pattern != 0 {
        canvas.set(
          plot.x + cell % plot.width, plot.y + cell / plot.width, chart.glyphs.scalar(pattern),
          style)
      }
    }
  }

  /// Marks for values that stand alone, that were not measured yet, and for the report's own.
  func drawPoints(_ layout: Layout, on canvas: inout Canvas) {
    for index in chart.priorities.reversed() {
      let line = lines[index]
      for (number, place) in line.enumerated() {
        guard let value = place.y else { continue }
        let isAlone =
          (number == 0 || line[number - 1].y == nil)
          && (number == line.count - 1 || line[number + 1].y == nil)
        guard isAlone || place.isForward else { continue }
        let sign = place.isForward ? chart.glyphs.hollowDot : chart.glyphs.dot
        set(sign, chart.style(index), place.x, value, layout, on: &canvas)
      }
    }
    for place in overlays {
      guard let value = place.y else { continue }
      set(chart.glyphs.overlayDot, Style(.text, .bold), place.x, value, layout, on: &canvas)
    }
  }

  private func set(
    _ sign: Unicode.Scalar, _ style: Style, _ x: Double, _ value: Double, _ layout: Layout,
    on canvas: inout Canvas
  ) {
    let column = layout.years.scale.dot(x) / chart.glyphs.across
    let row = layout.plot.height - 1 - layout.ticks.scale.dot(value) / chart.glyphs.down
    canvas.set(layout.plot.x + column, layout.plot.y + row, sign, style)
  }

  func drawLabels(_ layout: Layout, on canvas: inout Canvas, in rect: Rect) {
    let plot = layout.plot
    let labels = layout.labels
    let room = rect.right - layout.labelColumn
    guard room > 0 else { return }
    let wishes = labels.map { label -> Int in
      let last = lines[label.series].last { $0.y != nil }
      return plot.height - 1 - layout.ticks.scale.dot(last?.y ?? 0) / chart.glyphs.down
    }
    let rows = LabelPlacement.rows(wishes, count: plot.height)
    let connectors = Connectors(
      zip(wishes, rows).compactMap { wish, row in
        row.map { (from: wish, to: $0) }
      })
    for (row, scalar) in connectors.scalars(chart.glyphs) {
      canvas.set(plot.right, plot.y + row, scalar, Style(.border, .dim))
    }
    for (label, row) in zip(labels, rows) {
      guard let row else { continue }
      canvas.put(
        TextLayout.truncate(label.text, to: room), at: layout.labelColumn, plot.y + row,
        chart.style(label.series).with(label.series == chart.emphasised ? .bold : []))
    }
  }
}
