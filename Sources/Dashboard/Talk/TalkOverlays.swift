import Browsing
import Canvas

/// Draws what is over a presenter's screen.
enum TalkOverlays {
  /// Draws the overlay of a talk, otherwise its notice, in the last row if that is enough.
  package static func draw(
    _ talk: Talk, _ stage: Stage, _ keys: TalkKeys, on canvas: inout Canvas
  ) {
    guard canvas.size.width > 3, canvas.size.height > 0 else { return }
    let glyphs = stage.library.glyphs
    switch talk.overlay {
    case .overview(let line, let isTyping, let selection):
      SlideGrid.draw(
        talk, stage, line, isTyping: isTyping, selection: selection, on: &canvas)
    case .records(let choice):
      let matches = stage.records(choice.line.text)
      PaletteView("Answer with").draw(choice, matches, glyphs, on: &canvas)
      // What the answer would rest on.
      if matches.indices.contains(choice.selection),
        case .record(let reference) = matches[choice.selection].entry.choice
      {
        say(AnswerSlide.basis(reference, stage.library), on: &canvas)
      }
    case .number(let digits):
      let question = talk.shown.drill == nil ? "Go to slide: " : "Go to slide or year: "
      ask(question, LineEditor(digits), on: &canvas)
    case .minutes(let line):
      let question =
        talk.course.cut == nil ? "Minutes left: " : "Minutes left (none ends the cut): "
      ask(question, line, on: &canvas)
    case .help(let scroll): TalkHelp.draw(keys, talk.seat, scroll: scroll, glyphs, on: &canvas)
    case .leaving:
      let again = keys.keyName(for: .leave)
      let wait = again.isEmpty ? "w" : again
      let long =
        talk.isAlone
        ? "Leave?  e ends the talk   Esc stays"
        : "Leave?  e ends the briefing for all   \(wait) leaves it waiting   Esc stays"
      let short = talk.isAlone ? "e end  Esc stay" : "e end  \(wait) wait  Esc stay"
      say(long.columns + 2 <= canvas.size.width ? long : short, on: &canvas)
    case nil: if let notice = talk.notice { say(notice, on: &canvas) }
    }
  }

  /// A sentence in the last row.
  static func say(_ text: String, on canvas: inout Canvas) {
    let y = canvas.size.height - 1
    canvas.fill(Rect(x: 0, y: y, width: canvas.size.width, height: 1))
    canvas.put(
      TextLayout.truncate(text, to: max(0, canvas.size.width - 2)), at: 1, y, Style(.text, .bold))
  }

  /// A question with what is typed after it.
  private static func ask(_ question: String, _ line: LineEditor, on canvas: inout Canvas) {
    say(question, on: &canvas)
    let x = min(1 + question.columns, max(0, canvas.size.width - 6))
    InputView.draw(
      line, at: x, canvas.size.height - 1, width: max(2, canvas.size.width - x), on: &canvas)
  }
}
