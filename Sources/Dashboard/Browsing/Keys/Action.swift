import Canvas

/// What a key of the dashboard can ask for.
package enum Action: KeyAction {
  case moveDown, moveUp, moveLeft, moveRight
  case pageDown, pageUp, halfPageDown, halfPageUp
  case first, last
  case nextPanel, previousPanel, wholePanel
  case open, back, historyBack, historyForward
  case search, nextResult, previousResult
  case palette, help
  case filter, clearFilter, sort, group
  case matrix, links
  case outcomes, earlierDay, laterDay, judge, takeBack
  case zoomIn, zoomOut, panLeft, panRight
  case focusSeries, hideSeries
  case chartKind, chartMeasure, chartGlyphs
  case compare, secondAxis
  case copyCitation, copyBibtex, copyCommand
  case export, edit
  case original
  case bookmark, bookmarks
  case faults
  case overview, recommendations, indicators, timeline, index
  /// Go to a chapter by its number; the keys 0 to 9 are bound.
  case chapter(Int)
  case review, accept, acceptAll, reject, rejectAll, putOff, undo, merge, split
  case changeTitle, changeAddressee, changeThemes, changeLabel, changeKind
  case present
  case mouse, theme, redraw
  case leave, quit

  /// The heading under which help lists a binding; all but those of a review work everywhere.
  package enum Scope: String, CaseIterable, KeyScope {
    /// Moving within and between panels.
    case moving = "Moving"
    /// Going from screen to screen.
    case going = "Going places"
    /// Finding things.
    case finding = "Finding"
    /// Lists of records.
    case recommendations = "Lists"
    /// What became of the recommendations.
    case outcomes = "What became of it"
    /// A chart.
    case charts = "Charts"
    /// Actions on a record.
    case records = "Records"
    /// The program itself.
    case program = "Program"
    /// What an import found; its keys count on that screen only, before all others.
    case review = "Reviewing an import"

    package func overlaps(_ other: Scope) -> Bool { (self == .review) == (other == .review) }
  }

  package var name: String {
    if case .chapter(let number) = self { return "chapter-\(number)" }
    return caseName
  }

  package static let wayOut = Action.quit

  package static let bindings = beforeChapters + chapters + afterChapters

  private static let chapters = (0...9).map { number in
    Binding(
      [.character(Character("\(number)"))], Action.chapter(number), .going,
      number == 0 ? "introduction" : "chapter \(number)")
  }

  private static let beforeChapters: [Binding<Action>] = [
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
    Binding([.character("Z")], .wholePanel, .moving, "this panel on the whole screen, and back"),

    Binding([.enter], .open, .going, "open what is selected", hint: "open"),
    Binding([.escape, .backspace], .back, .going, "back to where you came from", hint: "back"),
    Binding([.character("<"), .alt("b")], .historyBack, .going, "back in the history"),
    Binding([.character(">"), .alt("f")], .historyForward, .going, "forward in the history"),
    Binding([.character("o")], .overview, .going, "overview", hint: "overview"),
  ]

  private static let afterChapters: [Binding<Action>] = [
    Binding([.character("r")], .recommendations, .going, "recommendations", hint: "recs"),
    Binding([.character("m")], .matrix, .going, "matrix of themes and addressees", hint: "matrix"),
    Binding([.character("X")], .links, .going, "links between chapters", hint: "links"),
    Binding(
      [.character("B")], .outcomes, .going, "what became of the recommendations",
      hint: "outcomes"),
    Binding(
      [.character("[")], .earlierDay, .outcomes, "go back to the day of the last change",
      hint: "earlier"),
    Binding(
      [.character("]")], .laterDay, .outcomes, "go on to the day of the next change", hint: "later"),
    Binding(
      [.character("J")], .judge, .outcomes, "add a judgement of this recommendation",
      hint: "judge"),
    Binding([.character("U")], .takeBack, .outcomes, "take back the judgement added last"),
    Binding([.character("R")], .review, .going, "review what an import found"),
    Binding([.character("i")], .indicators, .going, "indicators", hint: "indicators"),
    Binding([.character("t")], .timeline, .going, "timeline", hint: "timeline"),
    Binding([.character("x")], .index, .going, "index of names and acronyms", hint: "index"),
    Binding(
      [.character("p")], .present, .going, "present: choose a talk by its length"),

    Binding([.character("/")], .search, .finding, "search everything", hint: "search"),
    Binding([.character("n")], .nextResult, .finding, "open the next search result"),
    Binding([.character("N")], .previousResult, .finding, "open the previous search result"),
    Binding(
      [.character(":"), .control("p")], .palette, .finding, "go to any record or command by name"),

    Binding(
      [.character("f")], .filter, .recommendations, "filter the list",
      hint: "filter"),
    Binding(
      [.character("F")], .clearFilter, .recommendations, "reset filters, order and day"),
    Binding(
      [.character("s")], .sort, .recommendations, "change the order, or the axes of the matrix",
      hint: "sort"),
    Binding([.character("u")], .group, .recommendations, "change the grouping", hint: "group"),

    Binding(
      [.character("+")], .zoomIn, .charts,
      "fewer periods, around the one that is read, else the newest", hint: "zoom"),
    Binding([.character("-")], .zoomOut, .charts, "more periods"),
    Binding([.character("H")], .panLeft, .charts, "earlier periods"),
    Binding([.character("L")], .panRight, .charts, "later periods"),
    Binding(
      [.character("c")], .focusSeries, .charts, "highlight the next series", hint: "series"),
    Binding(
      [.character("C")], .hideSeries, .charts, "hide the highlighted series, or show all again"),
    Binding([.character("w")], .chartKind, .charts, "another kind of chart", hint: "form"),
    Binding(
      [.character("z")], .chartMeasure, .charts,
      "values, logarithmic axis, first values = 100, or change from before", hint: "scale"),
    Binding([.character("d")], .chartGlyphs, .charts, "draw with other characters"),
    Binding(
      [.character("=")], .compare, .charts, "compare with another indicator", hint: "compare"),
    // Available by name only, because the point where its curves cross has no meaning.
    Binding([], .secondAxis, .charts, "second axis for a compared indicator, or a picture each"),

    Binding([.character("y")], .copyCitation, .records, "copy the citation", hint: "cite"),
    Binding([.character("Y")], .copyBibtex, .records, "copy the citation as BibTeX"),
    Binding(
      [.character("@")], .copyCommand, .records, "copy the command that opens the program here"),
    Binding(
      [.character("e")], .export, .records, "save a page, a memo or a chart to a file",
      hint: "save"),
    Binding([.character("E")], .edit, .records, "edit the file of the record"),
    Binding([.character("v")], .original, .records, "read the place in your copy of the original"),
    Binding([.character("b")], .bookmark, .records, "set or remove a bookmark"),
    Binding([.character("'")], .bookmarks, .records, "go to a bookmark"),

    Binding([.character("?"), .function(1)], .help, .program, "help", hint: "help"),
    Binding([.character("!")], .faults, .program, "faults found while reading the dossier"),
    Binding([.character("M")], .mouse, .program, "mouse on or off"),
    Binding([.character("T")], .theme, .program, "next colour theme"),
    Binding([.control("l")], .redraw, .program, "redraw the screen"),
    Binding([.character("q")], .leave, .program, "back, and out of the overview", hint: "quit"),
    Binding([.character("Q"), .control("c")], .quit, .program, "out at once"),

    Binding([.character("y")], .accept, .review, "yes: accept it", hint: "accept"),
    Binding([.character("n")], .reject, .review, "no: reject it", hint: "reject"),
    Binding([.character("l")], .putOff, .review, "later: put it off", hint: "later"),
    Binding([.character("u")], .undo, .review, "take the last decision back", hint: "undo"),
    Binding(
      [.character("Y")], .acceptAll, .review, "accept all open ones of this label and rule",
      hint: "all of these"),
    Binding([.character("N")], .rejectAll, .review, "reject all open ones of this label and rule"),
    Binding(
      [.character("w")], .changeAddressee, .review, "who is asked; of the report, its authors",
      hint: "who"),
    Binding(
      [.character("t")], .changeThemes, .review, "its themes; of the report, its date",
      hint: "themes"),
    Binding([.character("c")], .changeTitle, .review, "its title", hint: "title"),
    Binding(
      [.character("C")], .changeLabel, .review, "its label; of the report, its publisher"),
    Binding([.character("K")], .changeKind, .review, "its kind: recommendation, proposal, …"),
    Binding([.character("m")], .merge, .review, "it goes on with the one before", hint: "merge"),
    Binding(
      [.character("s")], .split, .review, "its second paragraph or sentence starts another one",
      hint: "split"),
  ]
}

extension Binding<Action> {
  /// The keys as help shows them, or how to get the action without a key.
  package var keyNames: [String] { keys.isEmpty ? [Self.byName] : keys.map(\.description) }

  /// Shown instead of keys if an action has none: it can be found by its name.
  package static var byName: String { "by name" }
}
