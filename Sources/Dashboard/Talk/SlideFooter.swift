import Browsing
import Canvas
import Charts

/// The bottom line of a slide: the title of the talk and the place in it.
struct SlideFooter {
  /// The talk's title.
  package var title: String
  /// The place: `3 / 12`, or that a record is shown as an answer.
  package var place: String
  /// The colour of what is shown.
  package var accent: Role
  /// The signs to draw with.
  var glyphs: Glyphs

  /// Draws the line, with the number of the screen if a slide takes several.
  ///
  /// - Parameter layout: The slide; nil if something else replaces it.
  package func draw(
    _ layout: SlideLayout?, step: Int, screen: Int, on canvas: inout Canvas, in rect: Rect
  ) {
    guard rect.height > 3 else { return }
    let y = rect.bottom - 1
    let margin = rect.width < 60 ? 1 : max(3, rect.width / 16)
    var right = rect.right - margin
    let shown = TextLayout.truncate(place, to: max(0, rect.width - 2 * margin))
    right -= shown.columns
    canvas.put(shown, at: right, y, .faint)
    if let layout, screen > 0 || layout.lastScreen(step) > 0 {
      let mark = "\(screen + 1)/\(layout.starts.count)"
      let hasMore = screen < layout.lastScreen(step)
      let arrow = hasMore ? (glyphs.chart.isASCII ? " v" : " ↓") : ""
      let text = mark + arrow
      right -= text.columns + 3
      canvas.put(text, at: right, y, Style(accent, .bold))
    }
    let sign = glyphs.chart.isASCII ? "# " : "▪ "
    let room = right - rect.x - margin - 4
    guard room > 4 else { return }
    canvas.put(sign, at: rect.x + margin, y, Style(accent))
    canvas.put(TextLayout.truncate(title, to: room), at: rect.x + margin + 2, y, .faint)
  }
}
