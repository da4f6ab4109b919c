import Browsing
package import Canvas
import Records

/// The console: what only the presenter sees, on a second terminal.
package enum ConsoleView {
  /// The layout; a rectangle is empty if there is no room for it.
  struct Areas {
    var clock: Rect
    var now: Rect
    var next: Rect
    var notes: Rect
  }

  /// The screen as cells.
  package static func draw(
    _ talk: Talk, _ stage: Stage
  ) -> Canvas {
    let keys = stage.library.talkKeys
    var canvas = Canvas(talk.size)
    guard talk.size.width > 8, talk.size.height > 3 else { return canvas }
    let areas = areas(talk.size)
    let glyphs = stage.library.glyphs
    canvas.put(ClockLine.line(talk, stage, width: areas.clock.width), at: 1, 0)
    let next = nextTalk(talk, stage)
    if areas.now.isEmpty {
      drawLines(talk, next, stage, on: &canvas)
    } else {
      drawSlides(talk, next, stage, areas, on: &canvas)
    }
    let notes = areas.notes
    if notes.height > 2, !areas.now.isEmpty {
      let inside = BriefingFrame.draw(notes, "Notes", accent: .heading, glyphs, on: &canvas)
      NotesView.drawText(talk, stage, on: &canvas, in: inside)
    } else {
      NotesView.draw(talk, stage, on: &canvas, in: notes)
    }
    drawBottom(talk, keys, on: &canvas)
    TalkOverlays.draw(talk, stage, keys, on: &canvas)
    return canvas
  }

  /// Divides the cells: slides side by side above the notes, or only lines below 60 columns or 20
  /// rows.
  static func areas(_ size: Size) -> Areas {
    let clock = Rect(x: 1, y: 0, width: size.width - 2, height: 1)
    let middle = Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
    guard size.width >= 60, size.height >= 20 else {
      let rows = min(3, middle.height)
      return Areas(
        clock: clock, now: Rect(Size(width: 0, height: 0)), next: Rect(Size(width: 0, height: 0)),
        notes: middle.splitRows(top: rows).bottom)
    }
    let parts = middle.splitRows(top: middle.height * 3 / 5)
    let slides = parts.top.splitColumns(left: size.width * 11 / 20)
    return Areas(clock: clock, now: slides.left, next: slides.right, notes: parts.bottom)
  }

  /// The talk after the next key; nil at the end.
  private static func nextTalk(_ talk: Talk, _ stage: Stage) -> Talk? {
    var current = talk
    current.overlay = nil
    current.shown.isBlank = false
    current.shown.drill = nil
    var next = current
    _ = update(&next, .action(.forward), stage)
    return next.shown == current.shown ? nil : next
  }

  private static func drawSlides(
    _ talk: Talk, _ next: Talk?, _ stage: Stage, _ areas: Areas, on canvas: inout Canvas
  ) {
    let glyphs = stage.library.glyphs
    let accent = stage.accent(talk.subject(stage))
    let inside = BriefingFrame.draw(
      areas.now, title(talk, stage), accent: accent, glyphs, on: &canvas)
    drawSlide(talk, stage, on: &canvas, in: inside)
    let isSame = next.map { $0.shown.slide == talk.shown.slide } ?? false
    let leadsBack = talk.shown.answer != nil && next?.shown.answer == nil
    let what = leadsBack ? "Back to the slide" : isSame ? "Next step" : "Next slide"
    let after = BriefingFrame.draw(
      areas.next, next == nil ? "End" : what, accent: .faint, glyphs, on: &canvas)
    if let next {
      drawSlide(next, stage, on: &canvas, in: after)
    } else {
      canvas.put("The talk ends here.", at: after.x, after.y, .faint, limit: after.width)
    }
  }

  /// A small slide; if there is too little room, its first words.
  private static func drawSlide(
    _ talk: Talk, _ stage: Stage, on canvas: inout Canvas, in rect: Rect
  ) {
    var talk = talk
    talk.ownScreen = nil
    SubjectView.draw(talk, stage, on: &canvas, in: rect)
  }

  /// Which slide is on the screen: `Now 3 / 12, step 2 of 3`.
  private static func title(_ talk: Talk, _ stage: Stage) -> String {
    let slide = stage.deck.slides[stage.clamped(talk.shown.slide)]
    var title = "Now \(talk.number(of: stage.clamped(talk.shown.slide), stage))"
    if slide.steps > 1 { title += ", step \(talk.shown.step + 1) of \(slide.steps)" }
    if talk.shown.answer != nil { title = "Answer, then back to" + title.dropFirst(3) }
    return talk.shown.isBlank ? "BLANK, \(title)" : title
  }

  /// Both slides as a line each, if there is no room to draw them.
  private static func drawLines(
    _ talk: Talk, _ next: Talk?, _ stage: Stage, on canvas: inout Canvas
  ) {
    let width = max(0, talk.size.width - 2)
    func heading(_ talk: Talk) -> String {
      let text = stage.slide(talk.subject(stage)).heading.plainText
      return text.isEmpty ? stage.firstWords(talk.shown.slide) : text
    }
    canvas.put(
      TextLayout.truncate(title(talk, stage), to: width), at: 1, 1,
      Style(stage.accent(talk.subject(stage)), .bold))
    canvas.put(TextLayout.truncate(heading(talk), to: width), at: 1, 2, .heading)
    let after = next.map { next in
      next.shown.slide == talk.shown.slide && next.shown.answer == talk.shown.answer
        ? "Next: step \(next.shown.step + 1)" : "Next: \(heading(next))"
    }
    canvas.put(TextLayout.truncate(after ?? "The talk ends here.", to: width), at: 1, 3, .faint)
  }

  /// The followers and the most useful keys, in the last row.
  private static func drawBottom(_ talk: Talk, _ keys: TalkKeys, on canvas: inout Canvas) {
    let y = talk.size.height - 1
    let audience = audienceText(talk)
    let width = talk.size.width
    let shown = TextLayout.truncate(audience, to: max(0, width - 2))
    let isWarning = !talk.isConnected || !talk.audience.tooSmall.isEmpty
    canvas.put(
      shown, at: width - 1 - shown.columns, y, isWarning ? Style(.caution, .bold) : .faint)
    var x = 1
    for binding in keys.bindings where binding.scope.contains(.console) {
      guard let hint = binding.hint, let key = binding.keys.first?.description else { continue }
      let used = key.columns + 1 + hint.columns
      guard x + used + 2 < width - 1 - shown.columns else { break }
      canvas.put(key, at: x, y, Style(.key, .bold))
      canvas.put(hint, at: x + key.columns + 1, y, .faint)
      x += used + 2
    }
  }

  private static func audienceText(_ talk: Talk) -> String {
    guard talk.isConnected else { return "line down" }
    let count = talk.audience.count
    var text = count == 1 ? "1 follower" : "\(count) followers"
    let small = talk.audience.tooSmall
    if let smallest = small.first { text += ", \(small.count) too small (\(smallest))" }
    return text
  }
}
