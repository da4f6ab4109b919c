/// What overlays have in common.
enum Overlays {
  /// Clears a rectangle and draws its frame; returns the cells inside.
  static func frame(
    _ frame: Rect, _ title: String, _ glyphs: Glyphs, on canvas: inout Canvas
  ) -> Rect {
    canvas.fill(frame)
    let content = ScreenContent(
      panels: [Panel(title: title, content: .document(DocumentContent()))], medium: [], wide: [],
      trail: [])
    PanelView.drawFrame(
      PanelPlacement(panel: 0, frame: frame), of: content, isFocused: true, position: "",
      glyphs: glyphs, on: &canvas)
    return frame.inset(columns: 2, rows: 1)
  }
}
