/// Draws a document inside a frame.
enum DocumentView {
  /// Draws the lines from the scroll position on; the selected link is in reverse video.
  static func draw(
    _ layout: DocumentLayout, _ state: PanelState, isFocused: Bool, on canvas: inout Canvas,
    in rect: Rect
  ) {
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    let outside = canvas.clip
    canvas.clip = rect.intersection(outside)
    defer { canvas.clip = outside }
    let shown = state.scroll..<min(layout.lines.count, state.scroll + rect.height)
    guard !rect.isEmpty, state.scroll < layout.lines.count else { return }
    for index in shown {
      let line = layout.lines[index]
      canvas.put(
        line.text, at: rect.x + line.indent, rect.y + index - state.scroll,
        limit: rect.width - line.indent)
    }
    for placed in layout.charts where placed.line < shown.upperBound {
      let top = rect.y + placed.line - state.scroll
      guard placed.line + placed.height > state.scroll else { continue }
      placed.chart.draw(
        on: &canvas, in: Rect(x: rect.x, y: top, width: rect.width, height: placed.height))
    }
    guard isFocused else { return }
    let selected = state.selection - 1
    guard layout.links.indices.contains(selected) else { return }
    for cells in layout.links[selected].cells {
      let y = rect.y + cells.y - state.scroll
      canvas.restyle(Rect(x: rect.x + cells.x, y: y, width: cells.width, height: 1)) {
        $0.attributes.insert(.reverse)
      }
    }
    let link = layout.links[selected]
    let cursor = Point(x: rect.x + link.column, y: rect.y + link.line - state.scroll)
    if rect.contains(cursor) { canvas.cursor = cursor }
  }
}
