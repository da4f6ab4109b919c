import Browsing
package import Canvas

/// The presenter's screen: the slide as the room sees it, with notes and clock if wanted.
package enum PresenterView {
  /// The screen as cells.
  package static func draw(
    _ talk: Talk, _ stage: Stage
  ) -> Canvas {
    let keys = stage.library.talkKeys
    var canvas = Canvas(talk.size)
    let area = slideArea(talk)
    if !talk.shown.isBlank { SubjectView.draw(talk, stage, on: &canvas, in: area) }
    var y = area.bottom
    if talk.showsNotes {
      let rect = Rect(x: 0, y: y, width: talk.size.width, height: notesRows(talk))
      NotesView.draw(talk, stage, on: &canvas, in: rect)
      y += rect.height
    }
    if talk.showsClock {
      let line = ClockLine.line(talk, stage, width: max(0, talk.size.width - 2))
      canvas.put(line, at: 1, y)
    }
    TalkOverlays.draw(talk, stage, keys, on: &canvas)
    return canvas
  }

  /// The cells of the slide.
  static func slideArea(_ talk: Talk) -> Rect {
    let below = (talk.showsNotes ? notesRows(talk) : 0) + (talk.showsClock ? 1 : 0)
    return Rect(x: 0, y: 0, width: talk.size.width, height: talk.size.height - below)
  }

  /// The rows of the notes with the rule above them.
  static func notesRows(_ talk: Talk) -> Int { max(2, talk.size.height / 4) }
}
