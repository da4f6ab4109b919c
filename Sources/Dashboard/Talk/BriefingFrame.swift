import Browsing
import Canvas

/// A thin frame with a title in its upper border.
enum BriefingFrame {
  /// Draws a frame; returns the cells inside, with an empty column on both sides.
  package static func draw(
    _ frame: Rect, _ title: String, accent: Role, isStrong: Bool = false, _ glyphs: Glyphs,
    on canvas: inout Canvas
  ) -> Rect {
    PanelFrame(title: title, accent: accent, isFocused: isStrong).draw(
      on: &canvas, in: frame, glyphs)
  }
}
