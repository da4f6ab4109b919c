package import Canvas

/// A panel's frame: a thin line, the title in the top border, the position in the bottom one.
package struct PanelFrame {
  /// The text in the top border.
  package var title: String
  /// The colour of the title.
  package var accent = Role.heading
  /// The text after the title: which of the panels that share this place it is.
  var turn = ""
  /// The text in the bottom border.
  var position = ""
  /// Whether it has the keyboard: its title is in reverse video.
  var isFocused = true

  /// A frame with a title; by default the panel inside has the keyboard.
  package init(
    title: String, accent: Role = .heading, turn: String = "", position: String = "",
    isFocused: Bool = true
  ) {
    self.title = title
    self.accent = accent
    self.turn = turn
    self.position = position
    self.isFocused = isFocused
  }

  /// Draws the frame; returns the cells inside, with an empty column on both sides.
  @discardableResult
  package func draw(on canvas: inout Canvas, in frame: Rect, _ glyphs: Glyphs) -> Rect {
    let inside = frame.inset(columns: 2, rows: 1)
    guard frame.width >= 2, frame.height >= 2 else { return inside }
    // Only the top shows the focus, so that the sides are the same on every screen that has them
    // there.
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
    drawTitle(on: &canvas, in: frame)
    let shown = " \(position) "
    if !position.isEmpty, shown.columns + 4 <= frame.width {
      canvas.put(shown, at: right - 1 - shown.columns, bottom, .faint)
    }
    return inside
  }

  private func drawTitle(on canvas: inout Canvas, in frame: Rect) {
    let count = turn.isEmpty ? "" : " \(turn)"
    let room = frame.width - 4 - count.columns
    guard room > 2 else { return }
    let shown = " " + TextLayout.truncate(title, to: room - 2) + " "
    let used = canvas.put(
      shown, at: frame.x + 2, frame.y, Style(accent, isFocused ? [.bold, .reverse] : .bold))
    if !count.isEmpty { canvas.put(count + " ", at: frame.x + 2 + used, frame.y, .faint) }
  }
}
