/// The one list of bindings.
///
/// It drives the keys, the hint line, the help screen, the palette,
/// `docs/keys.md` and the manual page.
public struct KeyMap: Sendable {
  /// All bindings, in the order in which help shows them.
  public let bindings: [Binding]
  private let actions: [Key: Action]

  /// A keymap of bindings; of two with the same key the first counts.
  public init(_ bindings: [Binding]) {
    self.bindings = bindings
    var actions: [Key: Action] = [:]
    for binding in bindings {
      for key in binding.keys where actions[key] == nil { actions[key] = binding.action }
    }
    self.actions = actions
  }

  /// What a key asks for; nil when it is not bound.
  public func action(for key: Key) -> Action? { actions[key] }

  /// The binding of an action; nil when it has no key.
  public func binding(for action: Action) -> Binding? {
    bindings.first { $0.action == action }
  }

  /// The first keys of some actions as hints show them, without those that have none.
  func keyNames(for actions: Action...) -> String {
    actions.map { keyName(for: $0) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The first key of an action as hints show it, empty when it has none.
  public func keyName(for action: Action) -> String {
    binding(for: action)?.keys.first.map(String.init(describing:)) ?? ""
  }

  /// A sentence that goes on with what a key does: `No name. F shows all again.`
  ///
  /// - Parameters:
  ///   - start: What is said first, without a full stop.
  ///   - effect: What the key does, without a full stop; left out where the action has no key.
  ///   - separator: What stands between the two.
  public func sentence(
    _ start: String, _ action: Action, _ effect: String, after separator: String = "; "
  ) -> String {
    let key = keyName(for: action)
    return start + (key.isEmpty ? "." : "\(separator)\(key) \(effect).")
  }

  /// The keys as they are when nobody changed them.
  public static let standard = KeyMap([
    Binding([.character("j"), .down], .moveDown, .moving, "down a row or a line", hint: "down"),
    Binding([.character("k"), .up], .moveUp, .moving, "up a row or a line", hint: "up"),
    Binding(
      [.character("l"), .right], .moveRight, .moving,
      "next link, next value of a chart, or the panel to the right"),
    Binding(
      [.character("h"), .left], .moveLeft, .moving,
      "previous link, previous value of a chart, or the panel to the left"),
    Binding([.pageDown, .character(" "), .control("f")], .pageDown, .moving, "down a page"),
    Binding([.pageUp, .control("b")], .pageUp, .moving, "up a page"),
    Binding([.control("d")], .halfPageDown, .moving, "down half a page"),
    Binding([.control("u")], .halfPageUp, .moving, "up half a page"),
    Binding([.character("g"), .home], .first, .moving, "to the first row or line"),
    Binding([.character("G"), .end], .last, .moving, "to the last row or line"),
    Binding([.tab], .nextPanel, .moving, "next panel", hint: "panel"),
    Binding([.backTab], .previousPanel, .moving, "previous panel"),

    Binding([.enter], .open, .going, "open what is selected", hint: "open"),
    Binding([.escape, .backspace], .back, .going, "back to where you came from", hint: "back"),
    Binding([.character("<"), .alt("b")], .historyBack, .going, "back in the history"),
    Binding([.character(">"), .alt("f")], .historyForward, .going, "forward in the history"),
    Binding([.character("o")], .overview, .going, "overview", hint: "overview"),
    Binding([.character("0")], .chapter0, .going, "introduction"),
    Binding([.character("1")], .chapter1, .going, "chapter 1"),
    Binding([.character("2")], .chapter2, .going, "chapter 2"),
    Binding([.character("3")], .chapter3, .going, "chapter 3"),
    Binding([.character("4")], .chapter4, .going, "chapter 4"),
    Binding([.character("5")], .chapter5, .going, "chapter 5"),
    Binding([.character("6")], .chapter6, .going, "chapter 6"),
    Binding([.character("7")], .chapter7, .going, "chapter 7"),
    Binding([.character("8")], .chapter8, .going, "chapter 8"),
    Binding([.character("9")], .chapter9, .going, "chapter 9"),
    Binding([.character("r")], .recommendations, .going, "recommendations", hint: "recs"),
    Binding([.character("m")], .matrix, .going, "matrix of themes and addressees", hint: "matrix"),
    Binding([.character("i")], .indicators, .going, "indicators", hint: "indicators"),
    Binding([.character("t")], .timeline, .going, "timeline", hint: "timeline"),
    Binding([.character("x")], .index, .going, "index of names and acronyms", hint: "index"),
    Binding(
      [.character("p")], .present, .going, "present from here: slides made from the dossier"),

    Binding([.character("/")], .search, .finding, "search everything", hint: "search"),
    Binding([.character("n")], .nextResult, .finding, "open the next search result"),
    Binding([.character("N")], .previousResult, .finding, "open the previous search result"),
    Binding(
      [.character(":"), .control("p")], .palette, .finding, "go to any record or command by name"),

    Binding(
      [.character("f")], .filter, .recommendations, "filter by chapter, addressee or theme",
      hint: "filter"),
    Binding([.character("F")], .clearFilter, .recommendations, "show all again"),
    Binding([.character("s")], .sort, .recommendations, "change the order", hint: "sort"),
    Binding([.character("u")], .group, .recommendations, "change the grouping", hint: "group"),

    Binding(
      [.character("+")], .zoomIn, .charts,
      "fewer periods, around the one that is read, else the newest", hint: "zoom"),
    Binding([.character("-")], .zoomOut, .charts, "more periods"),
    Binding([.character("H")], .panLeft, .charts, "earlier periods"),
    Binding([.character("L")], .panRight, .charts, "later periods"),
    Binding(
      [.character("c")], .focusSeries, .charts, "let the next series stand out", hint: "series"),
    Binding(
      [.character("C")], .hideSeries, .charts, "hide the series that stands out, or show all again"),
    Binding([.character("w")], .chartKind, .charts, "another form of the picture", hint: "form"),
    Binding(
      [.character("z")], .chartMeasure, .charts,
      "values, factors of ten, first values = 100, or change from before", hint: "scale"),
    Binding([.character("d")], .chartGlyphs, .charts, "draw with other characters"),
    Binding(
      [.character("=")], .compare, .charts, "compare with another indicator", hint: "compare"),
    // Asked for by name only, for where its curves cross means nothing.
    Binding([], .secondAxis, .charts, "second axis for a compared indicator, or a picture each"),

    Binding([.character("y")], .copyCitation, .records, "copy the citation", hint: "cite"),
    Binding([.character("Y")], .copyBibTeX, .records, "copy the citation as BibTeX"),
    Binding([.character("v")], .original, .records, "read the place in your copy of the original"),
    Binding([.character("b")], .bookmark, .records, "set or remove a bookmark"),
    Binding([.character("'")], .bookmarks, .records, "go to a bookmark"),

    Binding([.character("?"), .function(1)], .help, .program, "help", hint: "help"),
    Binding([.character("!")], .faults, .program, "faults found while reading the dossier"),
    Binding([.character("M")], .mouse, .program, "mouse on or off"),
    Binding([.character("T")], .theme, .program, "another theme: other colours"),
    Binding([.control("l")], .redraw, .program, "draw the screen anew"),
    Binding([.character("q")], .leave, .program, "back, and out of the overview", hint: "quit"),
    Binding([.character("Q"), .control("c")], .quit, .program, "out at once"),
  ])
}
