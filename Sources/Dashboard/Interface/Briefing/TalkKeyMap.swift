/// The one list of a talk's bindings: it drives the keys, the hints, the help and the manual.
public struct TalkKeyMap: Sendable {
  /// All bindings, in the order in which help shows them.
  public let bindings: [TalkBinding]

  /// A keymap of bindings; of two with the same key at a seat the first counts.
  public init(_ bindings: [TalkBinding]) { self.bindings = bindings }

  /// What a key does at a seat; nil if it is not bound there.
  public func action(for key: Key, at seat: Talk.Seat) -> TalkAction? {
    bindings.first { $0.seats.contains(seat) && $0.keys.contains(key) }?.action
  }

  /// The first key of an action; empty if it has none.
  public func keyName(for action: TalkAction) -> String {
    bindings.first { $0.action == action }?.keys.first.map(String.init(describing:)) ?? ""
  }

  /// A sentence that goes on with what a key does: `The clock runs already; T starts it anew.`
  ///
  /// - Parameters:
  ///   - start: What is said first, without a full stop.
  ///   - effect: What the key does, without a full stop; left out where the action has no key.
  ///   - separator: What stands between the two.
  public func sentence(
    _ start: String, _ action: TalkAction, _ effect: String, after separator: String = "; "
  ) -> String {
    let key = keyName(for: action)
    return start + (key.isEmpty ? "." : "\(separator)\(key) \(effect).")
  }

  private static let presenting: Set<Talk.Seat> = [.presenter, .console]
  private static let following: Set<Talk.Seat> = [.follower]
  private static let all: Set<Talk.Seat> = [.presenter, .console, .follower]

  /// The key that leads a browsing follower back to the slides; nil if there is none.
  ///
  /// It is the first key of the action, because the dashboard may use the others.
  public var rejoining: Key? {
    bindings.first { $0.action == .roam && $0.seats.contains(.follower) }?.keys.first
  }

  /// The keys as presenters and their remote controls know them.
  public static let standard = TalkKeyMap([
    TalkBinding(
      [
        .character(" "), .enter, .right, .down, .pageDown, .character("l"), .character("j"),
      ], .forward, presenting, "on: the next screen, step or slide", hint: "on"),
    TalkBinding(
      [.backspace, .left, .up, .pageUp, .character("h"), .character("k")], .back, presenting,
      "back", hint: "back"),
    TalkBinding(
      [.character("]"), .tab], .nextSlide, presenting, "the next slide, whatever its steps"),
    TalkBinding(
      [.character("["), .backTab], .previousSlide, presenting, "the slide before, from its start"),
    TalkBinding([.home], .first, presenting, "the first slide"),
    TalkBinding([.end, .character("G")], .last, presenting, "the last slide"),
    TalkBinding(
      [.character("g")], .jump, presenting, "go to a slide by number; a digit does it too",
      hint: "go to"),
    TalkBinding(
      [.character("b"), .character(".")], .blank, presenting, "blank the screen, and show it again",
      hint: "blank"),
    TalkBinding(
      [.character("o")], .overview, presenting, "all slides as a grid", hint: "overview"),
    TalkBinding(
      [.character("/")], .search, presenting, "find a slide by its words", hint: "search"),
    TalkBinding(
      [.character(":"), .control("p")], .answer, presenting,
      "put any record on the screen as an answer", hint: "answer"),
    TalkBinding(
      [.escape, .character("-")], .returnToTalk, presenting,
      "back from a chart or an answer to where the talk was"),
    TalkBinding(
      [.character("d")], .drill, presenting,
      "a chart on the whole screen, read with Left and Right; again for the next chart",
      hint: "chart"),
    TalkBinding([.character("n")], .notes, [.presenter], "speaker notes on or off"),
    TalkBinding(
      [.character("n")], .scrollNotes, [.console], "the next lines of the speaker notes"),
    TalkBinding(
      [.character("t")], .clock, [.presenter], "start the clock; later, show or hide it"),
    TalkBinding([.character("t")], .clock, [.console], "start the clock"),
    TalkBinding([.character("T")], .restartClock, presenting, "start the clock anew"),
    TalkBinding(
      [.character("c")], .cut, presenting,
      "cut the talk to its must-show slides and the minutes that are left", hint: "cut"),

    TalkBinding(
      [
        .down, .character(" "), .pageDown, .enter, .right, .character("j"), .character("l"),
      ], .forward, following, "the next screen of a slide that takes several", hint: "more"),
    TalkBinding(
      [.up, .backspace, .pageUp, .left, .character("k"), .character("h")], .back, following,
      "the screen before"),
    TalkBinding(
      [.character("R"), .character("r"), .tab], .roam, following,
      "browse the dossier on your own, and come back to the presenter", hint: "roam"),

    TalkBinding([.character("?"), .function(1)], .help, all, "help", hint: "help"),
    TalkBinding([.control("l")], .redraw, all, "draw the screen anew"),
    TalkBinding([.character("q"), .control("c")], .leave, all, "leave", hint: "leave"),
  ])
}
