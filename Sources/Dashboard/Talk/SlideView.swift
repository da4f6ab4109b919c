import Browsing
import Canvas
import Charts

/// Draws one slide of a briefing with its heading and footer.
enum SlideView {
  /// Draws a slide at a step into a rectangle.
  ///
  /// - Parameters:
  ///   - screen: Which of the slide's screens.
  ///   - glyphs: The signs to draw with.
  ///   - footer: The line at the bottom; nil if there is none.
  package static func draw(
    _ layout: SlideLayout, step: Int, screen: Int, footer: SlideFooter?, glyphs: Glyphs,
    on canvas: inout Canvas, in rect: Rect
  ) {
    let clip = canvas.clip
    defer { canvas.clip = clip }
    canvas.clip = clip.intersection(rect)
    drawHeading(layout, on: &canvas, in: rect)
    let body = layout.body
    let start = layout.starts.indices.contains(screen) ? layout.starts[screen] : 0
    let isLast = screen + 1 >= layout.starts.count
    let end = isLast ? start + body.height : layout.starts[screen + 1]
    canvas.clip = clip.intersection(rect).intersection(
      Rect(
        x: rect.x, y: rect.y + body.y, width: rect.width, height: min(body.height, end - start)))
    for part in layout.parts where part.step <= step {
      let origin = Point(
        x: rect.x + body.x + part.frame.x, y: rect.y + body.y + part.frame.y - start)
      switch part.content {
      case .lines(let lines):
        let starts = layout.lettering.rows(of: lines).starts
        for (start, line) in zip(starts, lines) {
          line.draw(
            layout.lettering, glyphs, on: &canvas, at: origin.x, origin.y + start,
            limit: part.frame.width)
        }
      case .chart(let chart, _):
        chart.draw(
          on: &canvas,
          in: Rect(x: origin.x, y: origin.y, width: part.frame.width, height: part.frame.height))
      }
    }
    canvas.clip = clip.intersection(rect)
    footer?.draw(layout, step: step, screen: screen, on: &canvas, in: rect)
  }

  /// Draws what stays on every screen of a slide.
  static func drawHeading(_ layout: SlideLayout, on canvas: inout Canvas, in rect: Rect) {
    layout.heading.draw(
      on: &canvas, at: rect.x + layout.headingFrame.x, rect.y + layout.headingFrame.y,
      limit: layout.headingFrame.width)
  }
}
