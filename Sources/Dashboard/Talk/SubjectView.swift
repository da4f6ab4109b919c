import Browsing
import Canvas
import Charts
import Records

/// What is on the screen: a slide, an answer, or a chart that fills it.
enum SubjectView {
  /// Draws it into a rectangle, laid out for its size.
  package static func draw(_ talk: Talk, _ stage: Stage, on canvas: inout Canvas, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let subject = talk.subject(stage)
    let layout = stage.layout(subject, rect.size)
    if let drill = talk.shown.drill, layout.charts.indices.contains(drill.chart) {
      return draw(drill, layout, talk, stage, on: &canvas, in: rect)
    }
    let screen = talk.ownScreen ?? layout.screen(at: talk.place, step: talk.step)
    SlideView.draw(
      layout, step: talk.step, screen: max(0, min(screen, layout.starts.count - 1)),
      footer: talk.footer(stage), glyphs: stage.library.glyphs, on: &canvas, in: rect)
  }

  /// Draws a chart on the whole slide.
  private static func draw(
    _ drill: PublicState.Drill, _ layout: SlideLayout, _ talk: Talk, _ stage: Stage,
    on canvas: inout Canvas, in rect: Rect
  ) {
    guard let indicator = stage.library.catalogue.indicator(layout.charts[drill.chart]) else {
      return
    }
    let clip = canvas.clip
    defer { canvas.clip = clip }
    canvas.clip = clip.intersection(rect)
    let content = ChartPanel(indicator, stage.library, cursor: drill.cursor)
    let margin = rect.width < 60 ? 1 : max(3, rect.width / 16)
    let footerRows = rect.height > 3 ? 1 : 0
    var area = Rect(
      x: rect.x + margin, y: rect.y, width: rect.width - 2 * margin,
      height: rect.height - footerRows)
    if rect.height >= 18 { area = area.inset(columns: 0, rows: 1) }
    guard var chart = content.chart else { return }
    if let value = chart.readOut,
      let heading = BigReadOut(value, in: area.size, glyphs: chart.glyphs)
    {
      heading.draw(on: &canvas, at: area.x, area.y, Style(layout.accent, .bold))
      area = area.splitRows(top: heading.height).bottom
      // What is large is not said again.
      chart.parts.remove(.subtitle)
    }
    // The chart's own head reads out the value at the cursor.
    chart.draw(on: &canvas, in: area)
    talk.footer(stage).draw(nil, step: 0, screen: 0, on: &canvas, in: rect)
  }
}
