import Testing

@testable import Browsing
@testable import Canvas

@Suite struct KeyMapTests {
  let keys = DashboardKeys.standard

  @Test func noKeyIsBoundTwice() {
    // The keys of a review count on its screen only.
    for isReview in [false, true] {
      let all = keys.bindings.filter { ($0.scope == .review) == isReview }.flatMap(\.keys)
      #expect(Set(all).count == all.count)
    }
  }

  /// What configurations are written with.
  @Test func theNamesOfActionsStay() {
    let dashboard = """
      move-down move-up move-right move-left page-down page-up half-page-down half-page-up first last
      next-panel previous-panel whole-panel open back history-back history-forward overview chapter-0 chapter-1
      chapter-2 chapter-3 chapter-4 chapter-5 chapter-6 chapter-7 chapter-8 chapter-9 recommendations
      matrix links outcomes earlier-day later-day judge take-back review indicators timeline index present search next-result previous-result palette filter
      clear-filter sort group zoom-in zoom-out pan-left pan-right focus-series hide-series chart-kind
      chart-measure chart-glyphs compare second-axis copy-citation copy-bibtex copy-command export edit original bookmark
      bookmarks help faults mouse theme redraw leave quit
      accept reject put-off undo accept-all reject-all change-addressee change-themes change-title
      change-label change-kind merge split
      """
    #expect(
      keys.bindings.map(\.action.name)
        == dashboard.split { $0 == " " || $0 == "\n" }.map(String.init))
    let talk = """
      forward back next-slide previous-slide first last jump blank overview search answer
      return-to-talk drill notes scroll-notes clock restart-clock cut roam help theme redraw leave
      """
    #expect(
      TalkAction.allCases.map(\.name) == talk.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  @Test func everyActionOfATalkHasAKey() {
    for action in TalkAction.allCases { #expect(!TalkKeys.standard.keyName(for: action).isEmpty) }
  }

  /// A key is taken from the action that has it at the same seat, and at no other.
  @Test func aKeyIsTakenWhereItIsGiven() {
    let keys = TalkKeys.standard.changed([.notes: [.character("t")]])
    #expect(keys.action(for: .character("t"), in: [.presenter]) == .notes)
    #expect(keys.action(for: .character("t"), in: [.console]) == .clock)
    #expect(keys.action(for: .character("n"), in: [.presenter]) == nil)
    #expect(keys.action(for: .character("n"), in: [.console]) == .scrollNotes)
  }

  @Test func namesOfKeysAreReadBack() {
    for key in keys.bindings.flatMap(\.keys) {
      #expect(Key(String(describing: key)) == key)
    }
    #expect(Key("ctrl-x") == .control("x"))
    #expect(Key("F12") == .function(12))
    #expect(Key("") == nil)
    #expect(Key("F99") == nil)
    #expect(Key("Hyper-x") == nil)
  }

  /// Every key is in the help of some screen, but those of chapters that are not there.
  @Test func helpListsEveryBinding() {
    var driver = Driver(80, 24)
    var lines = ""
    for start in ["r", "i j Enter", "B"] {
      driver.press(start)
      let screen = Screen(driver.state, driver.library)
      lines += HelpView.lines(keys, screen, width: 80).map(\.text).joined(separator: "\n")
    }
    // The screen of a review has its own test.
    for binding in keys.bindings where binding.scope != .review {
      if case .chapter(let number) = binding.action, number > 5 { continue }
      for key in binding.keys { #expect(lines.contains(String(describing: key))) }
    }
  }
}
