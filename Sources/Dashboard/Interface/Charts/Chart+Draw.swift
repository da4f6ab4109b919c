internal import Model

extension Chart {
  /// Draws the chart into a rectangle and nowhere else.
  ///
  /// Where there is little room the source goes first, then the title, then
  /// the unit; a picture that has no room becomes a list, and that a single
  /// value. Text that does not fit ends in `…`.
  public func draw(on canvas: inout Canvas, in rect: Rect) {
    let clip = canvas.clip
    defer { canvas.clip = clip }
    canvas.clip = clip.intersection(rect)
    guard !canvas.clip.isEmpty else { return }
    var body = rect
    drawHead(on: &canvas, &body)
    drawSource(on: &canvas, &body)
    guard hasValues else {
      canvas.put(TextLayout.truncate("No data", to: body.width), at: body.x, body.y, .faint)
      return
    }
    drawPicture(on: &canvas, in: body)
  }

  private var hasValues: Bool {
    series.contains { $0.observations.contains { $0.value.map(Self.isDrawable) ?? false } }
  }

  private func drawPicture(on canvas: inout Canvas, in body: Rect) {
    switch kind {
    case .line where body.width >= 16 && body.height >= 4:
      LineChart(self).draw(on: &canvas, in: body)
    case .columns where ColumnChart(self).fits(body):
      ColumnChart(self).draw(on: &canvas, in: body)
    case .share where body.width >= 16 && body.height >= 2:
      ShareChart(self).draw(on: &canvas, in: body)
    case .slope where SlopeChart(self).fits(body):
      SlopeChart(self).draw(on: &canvas, in: body)
    case .number: NumberChart(self).draw(on: &canvas, in: body)
    case .line: drawSmallLine(on: &canvas, in: body)
    case .bars, .columns, .share, .slope: BarChart(self).draw(on: &canvas, in: body)
    }
  }

  /// A line for each series: name, sparkline, last value.
  private func drawSmallLine(on canvas: inout Canvas, in body: Rect) {
    let format = ValueFormat(unit)
    for (row, index) in priorities.prefix(body.height).enumerated() {
      guard let last = series[index].observations.last(where: { $0.value != nil }) else { continue }
      let value = TextLayout.truncate(format.text(last), to: body.width)
      let room = body.width - value.columns - 1
      let name = room >= 12 ? TextLayout.truncate(series[index].name, to: room / 2) : ""
      var x = body.x + canvas.put(name, at: body.x, body.y + row, style(index))
      if !name.isEmpty { x += 1 }
      let columns = body.right - value.columns - 1 - x
      if columns >= 4 {
        Sparkline(series[index]).draw(
          on: &canvas, at: x, body.y + row, width: columns, style: style(index), glyphs: glyphs)
      }
      canvas.put(value, at: body.right - value.columns, body.y + row)
    }
  }

  private func drawHead(on canvas: inout Canvas, _ body: inout Rect) {
    if parts.contains(.title), body.height >= 6, !title.isEmpty {
      let wrapped = TextLayout.wrap(title, to: body.width)
      let rows = wrapped.count > 1 && body.height >= 12 ? 2 : 1
      for row in 0..<rows {
        let line = row == rows - 1 ? wrapped[row...].joined(separator: " ") : wrapped[row]
        let text = TextLayout.truncate(line, to: body.width)
        canvas.put(text, at: body.x, body.y + row, .heading)
      }
      body = body.splitRows(top: rows).bottom
    }
    let subtitle = readOut ?? self.subtitle
    if parts.contains(.subtitle), body.height >= 4, !subtitle.isEmpty {
      let style = readOut == nil ? Style.faint : .text
      canvas.put(TextLayout.truncate(subtitle, to: body.width), at: body.x, body.y, style)
      body = body.splitRows(top: 1).bottom
      if body.height >= 9 { body = body.splitRows(top: 1).bottom }
    }
  }

  private func drawSource(on canvas: inout Canvas, _ body: inout Rect) {
    guard parts.contains(.source), body.height >= 7, !source.isEmpty else { return }
    let text = "Source: \(source)"
    let wrapped = TextLayout.wrap(text, to: body.width)
    let rows = body.height >= 16 ? min(2, wrapped.count) : 1
    for row in 0..<rows {
      let line = row == rows - 1 ? wrapped[row...].joined(separator: " ") : wrapped[row]
      let shown = TextLayout.truncate(line, to: body.width)
      canvas.put(shown, at: body.x, body.bottom - rows + row, .faint)
    }
    body = body.splitRows(top: body.height - rows - (body.height >= 11 ? 1 : 0)).top
  }
}
