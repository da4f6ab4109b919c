import Browsing
import Canvas
import Charts
import Records

/// The speaker notes of the slide, with those of the current step highlighted.
enum NotesView {
  /// Draws a rule and the notes below it.
  package static func draw(_ talk: Talk, _ stage: Stage, on canvas: inout Canvas, in rect: Rect) {
    guard rect.height > 1, rect.width > 4 else { return }
    let glyphs = stage.library.glyphs
    canvas.fill(
      Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), glyphs.horizontal,
      Style(.border, .dim))
    canvas.put(" Notes ", at: rect.x + 1, rect.y, .faint)
    let inside = Rect(
      x: rect.x + 1, y: rect.y + 1, width: rect.width - 2, height: rect.height - 1)
    drawText(talk, stage, on: &canvas, in: inside)
  }

  /// Draws only the notes.
  static func drawText(_ talk: Talk, _ stage: Stage, on canvas: inout Canvas, in rect: Rect) {
    let (lines, due) = lines(talk, stage, width: rect.width)
    guard !lines.isEmpty else {
      canvas.put("No notes for this slide.", at: rect.x, rect.y, .faint, limit: rect.width)
      return
    }
    // The current note is at the top, unless everything fits.
    let last = max(0, lines.count - rect.height)
    let start = min(last, due + (last > 0 ? talk.notesScroll % (last + 1) : 0))
    for (row, line) in lines.dropFirst(start).prefix(rect.height).enumerated() {
      line.draw(
        Lettering.plain, stage.library.glyphs, on: &canvas, at: rect.x, rect.y + row,
        limit: rect.width)
    }
    if start < last {
      let more = stage.library.glyphs.chart.isASCII ? " v" : " ↓"
      canvas.put(more, at: rect.right - 2, rect.bottom - 1, Style(.key, .bold))
    }
  }

  /// All notes in lines, and the first line of the current ones.
  private static func lines(
    _ talk: Talk, _ stage: Stage, width: Int
  ) -> (lines: [SlideLine], due: Int) {
    let slide = stage.deck.slides[stage.clamped(talk.shown.slide)]
    let prose = SlideProse(
      width: max(1, width - 2), glyphs: stage.library.glyphs, accent: .heading, spacing: 0)
    var lines: [SlideLine] = []
    var due: Int?
    for note in slide.notes {
      if !lines.isEmpty { lines.append(.empty) }
      let isDue = note.step == talk.shown.step
      if isDue, due == nil { due = lines.count }
      if note.step > talk.shown.step {
        lines.append(SlideLine(StyledLine("At step \(note.step + 1):", .faint)))
      }
      for line in prose.lines(note.text) {
        lines.append(isDue ? line : line.restyled(.faint))
      }
    }
    return (lines, due ?? 0)
  }

  /// The rows in which a console shows notes.
  package static func height(_ talk: Talk) -> Int { ConsoleView.areas(talk.size).notes.height }
}
