package import Canvas

extension ChartScene {
  /// Draws the scene with its top left at a cell; nothing outside its size is touched.
  package func draw(on canvas: inout Canvas, at origin: Point = .zero) {
    let clip = canvas.clip
    defer { canvas.clip = clip }
    canvas.clip = clip.intersection(
      Rect(x: origin.x, y: origin.y, width: size.width, height: size.height))
    guard !canvas.clip.isEmpty else { return }
    for plot in plots {
      drawRules(of: plot, on: &canvas, origin)
      if !plot.lines.isEmpty || !plot.areas.isEmpty { drawDots(of: plot, on: &canvas, origin) }
      for bar in plot.bars { BarFill.draw(bar, glyphs, on: &canvas, origin) }
      if plot.lines.isEmpty { drawPoints(of: plot, nil, on: &canvas, origin) }
    }
    drawConnectors(on: &canvas, origin)
    for label in labels {
      let (x, y) = (origin.x + label.x, origin.y + label.y)
      if label.role == .figure {
        BigFigure(label.text, label.lettering)?.draw(on: &canvas, at: x, y, label.style)
      } else {
        canvas.put(label.text, at: x, y, label.style)
      }
    }
  }

  private func drawRules(of plot: Plot, on canvas: inout Canvas, _ origin: Point) {
    for rule in plot.rules {
      let (sign, style): (Unicode.Scalar, Style) =
        switch rule.role {
        case .grid: (glyphs.grid(rule.isHorizontal), Style(.border, .dim))
        case .zero:
          (glyphs.zero(rule.isHorizontal, hasCurves: plot.up != nil), Style(.border, .dim))
        case .event: (glyphs.upright, Style(.border, .dim))
        case .cursor: (glyphs.cursor, .text)
        case .range: (rule.isHorizontal ? glyphs.rule : glyphs.cursor, .text)
        case .tick: (glyphs.tick, Style(.border, .dim))
        }
      if rule.role == .grid, rule.isHorizontal, glyphs.gridPitch > 1 {
        // Counted from the right end, so that the line is seen to reach it.
        for back in stride(from: 1, through: rule.length, by: glyphs.gridPitch) {
          canvas.set(origin.x + rule.x + rule.length - back, origin.y + rule.y, sign, style)
        }
        continue
      }
      canvas.fill(
        Rect(
          x: origin.x + rule.x, y: origin.y + rule.y, width: rule.isHorizontal ? rule.length : 1,
          height: rule.isHorizontal ? 1 : rule.length), sign, style)
    }
  }

  private func drawDots(of plot: Plot, on canvas: inout Canvas, _ origin: Point) {
    let field = DotField(plot, glyphs, first: chart.emphasised)
    let styles = chart.series.indices.map(chart.style)
    let table = glyphs.table
    let (left, top) = (origin.x + plot.area.x, origin.y + plot.area.y)
    var cell = 0
    for y in 0..<field.rows {
      for x in 0..<field.columns {
        let pattern = field.patterns[cell]
        if pattern != 0 {
          let owner = Int(field.owners[cell])
          canvas.set(
            left + x, top + y, table[Int(pattern)],
            styles.indices.contains(owner) ? styles[owner] : .text)
        }
        cell += 1
      }
    }
    drawPoints(of: plot, field, on: &canvas, origin)
  }

  private func drawPoints(
    of plot: Plot, _ field: DotField?, on canvas: inout Canvas, _ origin: Point
  ) {
    for point in plot.points {
      let (x, y) = (point.column / glyphs.across, point.row / glyphs.down)
      if let field, !field.yields(x, y, to: point) { continue }
      canvas.set(
        origin.x + plot.area.x + x, origin.y + plot.area.y + y, glyphs.sign(point.sign),
        point.style)
    }
  }

  private func drawConnectors(on canvas: inout Canvas, _ origin: Point) {
    guard !connectors.isEmpty else { return }
    for x in Set(connectors.map(\.x)) {
      let moves = connectors.filter { $0.x == x }.map { (from: $0.from, to: $0.to) }
      for (row, scalar) in Connectors(joined: moves).scalars(glyphs) {
        canvas.set(origin.x + x, origin.y + row, scalar, Style(.border, .dim))
      }
    }
  }
}

extension Point {
  /// The top left cell.
  package static let zero = Point(x: 0, y: 0)
}

extension DotField {
  /// Whether a cell may have a sign: a mark on a curve must not cover another curve.
  func yields(_ x: Int, _ y: Int, to point: ChartScene.DataPoint) -> Bool {
    guard let series = point.series, point.sign != .measured, x >= 0, y >= 0, x < columns, y < rows
    else { return true }
    let owner = Int(owners[y * columns + x])
    return owner < 0 || owner == series
  }
}

extension Chart {
  /// Draws the chart into a rectangle and nowhere else.
  ///
  /// No text is cut; `ChartScene` says in which order texts are left out if there is little room.
  package func draw(on canvas: inout Canvas, in rect: Rect) {
    ChartScene(self, size: rect.size).draw(on: &canvas, at: Point(x: rect.x, y: rect.y))
  }
}
