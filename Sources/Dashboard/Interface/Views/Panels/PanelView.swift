/// Draws a panel's frame: a thin line, the title in the top border, the position in the bottom one.
enum PanelView {
  /// Draws the frame; the panel that has the keyboard has its title in reverse video.
  static func drawFrame(
    _ placement: PanelPlacement, of content: ScreenContent, isFocused: Bool, position: String,
    glyphs: Glyphs, on canvas: inout Canvas
  ) {
    let frame = placement.frame
    guard frame.width >= 2, frame.height >= 2 else { return }
    // Only the top tells the focus: the sides are then the same on every screen that has them there.
    let style = Style(.border, .dim)
    let top = isFocused ? Style(.focusedBorder) : style
    let right = frame.right - 1
    let bottom = frame.bottom - 1
    canvas.fill(
      Rect(x: frame.x, y: bottom, width: frame.width, height: 1), glyphs.horizontal, style)
    canvas.fill(
      Rect(x: frame.x, y: frame.y, width: 1, height: frame.height), glyphs.vertical, style)
    canvas.fill(Rect(x: right, y: frame.y, width: 1, height: frame.height), glyphs.vertical, style)
    canvas.fill(
      Rect(x: frame.x, y: frame.y, width: frame.width, height: 1), glyphs.horizontal, top)
    canvas.set(frame.x, frame.y, glyphs.topLeft, top)
    canvas.set(right, frame.y, glyphs.topRight, top)
    canvas.set(frame.x, bottom, glyphs.bottomLeft, style)
    canvas.set(right, bottom, glyphs.bottomRight, style)
    drawTitle(placement, of: content, isFocused: isFocused, glyphs: glyphs, on: &canvas)
    let shown = " \(position) "
    if !position.isEmpty, shown.columns + 4 <= frame.width {
      canvas.put(shown, at: right - 1 - shown.columns, bottom, .faint)
    }
  }

  /// The panel's title and, where panels take turns, how many there are.
  private static func drawTitle(
    _ placement: PanelPlacement, of content: ScreenContent, isFocused: Bool, glyphs: Glyphs,
    on canvas: inout Canvas
  ) {
    let frame = placement.frame
    let panel = content.panels[placement.panel]
    let turn = placement.turns.firstIndex(of: placement.panel)
    let count = turn.map { " \($0 + 1)/\(placement.turns.count)" } ?? ""
    let room = frame.width - 4 - count.columns
    guard room > 2 else { return }
    let title = " " + TextLayout.truncate(panel.title, to: room - 2) + " "
    let style = Style(panel.accent, isFocused ? [.bold, .reverse] : .bold)
    let used = canvas.put(title, at: frame.x + 2, frame.y, style)
    if !count.isEmpty { canvas.put(count + " ", at: frame.x + 2 + used, frame.y, .faint) }
  }
}
