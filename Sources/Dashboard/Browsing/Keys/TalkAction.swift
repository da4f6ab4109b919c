import Canvas

/// What a key can ask for during a talk.
package enum TalkAction: CaseIterable, KeyAction {
  case forward, back
  case nextSlide, previousSlide, first, last, jump
  case blank
  case overview, search
  case answer, returnToTalk
  case drill
  case notes, scrollNotes
  case clock, restartClock, cut
  case roam
  case help, theme, redraw, leave

  /// The seats at which a binding applies.
  package typealias Scope = Set<TalkSeat>

  package static let wayOut = TalkAction.leave

  private static let presenting: Scope = [.presenter, .console]
  private static let following: Scope = [.follower]
  private static let all = Scope(TalkSeat.allCases)

  /// The keys as presenters and their remote controls know them.
  package static let bindings: [Binding<TalkAction>] = [
    Binding(
      [
        .character(" "), .enter, .right, .down, .pageDown, .character("l"), .character("j"),
      ], .forward, presenting, "on: the next screen, step or slide", hint: "on"),
    Binding(
      [.backspace, .left, .up, .pageUp, .character("h"), .character("k")], .back, presenting,
      "back", hint: "back"),
    Binding(
      [.character("]"), .tab], .nextSlide, presenting, "the next slide, whatever its steps"),
    Binding(
      [.character("["), .backTab], .previousSlide, presenting, "the slide before, from its start"),
    Binding([.home], .first, presenting, "the first slide"),
    Binding([.end, .character("G")], .last, presenting, "the last slide"),
    Binding(
      [.character("g")], .jump, presenting, "go to a slide by number; a digit does it too",
      hint: "go to"),
    Binding(
      [.character("b"), .character(".")], .blank, presenting, "blank the screen, and show it again",
      hint: "blank"),
    Binding(
      [.character("o")], .overview, presenting, "all slides as a grid", hint: "overview"),
    Binding(
      [.character("/")], .search, presenting, "find a slide by its words", hint: "search"),
    Binding(
      [.character(":"), .control("p")], .answer, presenting,
      "put any record on the screen as an answer", hint: "answer"),
    Binding(
      [.escape, .character("-")], .returnToTalk, presenting,
      "back from a chart or an answer to where the talk was"),
    Binding(
      [.character("d")], .drill, presenting,
      "a chart on the whole screen, read with Left and Right; again for the next chart",
      hint: "chart"),
    Binding([.character("n")], .notes, [.presenter], "speaker notes on or off"),
    Binding(
      [.character("n")], .scrollNotes, [.console], "the next lines of the speaker notes"),
    Binding(
      [.character("t")], .clock, [.presenter], "start the clock; later, show or hide it"),
    Binding([.character("t")], .clock, [.console], "start the clock"),
    Binding([.control("t")], .restartClock, presenting, "restart the clock"),
    Binding(
      [.character("c")], .cut, presenting,
      "cut the talk to its must-show slides and the minutes that are left", hint: "cut"),

    Binding(
      [
        .down, .character(" "), .pageDown, .enter, .right, .character("j"), .character("l"),
      ], .forward, following, "the next screen of a slide that takes several", hint: "more"),
    Binding(
      [.up, .backspace, .pageUp, .left, .character("k"), .character("h")], .back, following,
      "the screen before"),
    Binding(
      [.character("R"), .character("r"), .tab], .roam, following,
      "browse the dossier on your own, and come back to the presenter", hint: "roam"),

    Binding([.character("?"), .function(1)], .help, all, "help", hint: "help"),
    Binding([.character("T")], .theme, all, "the next theme, at this end only"),
    Binding([.control("l")], .redraw, all, "redraw the screen"),
    Binding([.character("q"), .control("c")], .leave, all, "leave", hint: "leave"),
  ]
}

extension Set: KeyScope where Element == TalkSeat {
  package func overlaps(_ other: Self) -> Bool { !isDisjoint(with: other) }
}
