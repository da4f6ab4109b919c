/// A thin frame with a title in its upper border.
enum BriefingFrame {
  /// Draws a frame; returns the cells inside, with an empty column on both sides.
  static func draw(
    _ frame: Rect, _ title: String, accent: Role, isStrong: Bool = false, _ glyphs: Glyphs,
    on canvas: inout Canvas
  ) -> Rect {
    let content = ScreenContent(
      panels: [Panel(title: title, accent: accent, content: .document(DocumentContent()))],
      medium: [], wide: [], trail: [])
    PanelView.drawFrame(
      PanelPlacement(panel: 0, frame: frame), of: content, isFocused: isStrong, position: "",
      glyphs: glyphs, on: &canvas)
    return frame.inset(columns: 2, rows: 1)
  }
}
