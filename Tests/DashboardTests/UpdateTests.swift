import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Query
@testable import Records

@Suite struct UpdateTests {
  @Test func enterOpensAChapterAndEscapeComesBackToTheSameRow() {
    var driver = Driver()
    driver.press("j j Enter")
    #expect(driver.state.visit.route == .chapter("security"))
    driver.press("Esc")
    #expect(driver.state.visit.route == .overview)
    #expect(driver.state.visit[panel: 0].selection == 2)
  }

  @Test func historyGoesBackAndForwardLikeABrowsers() {
    var driver = Driver()
    driver.press("1 r i < <")
    #expect(driver.state.visit.route == .chapter("economics"))
    driver.press(">")
    #expect(driver.state.visit.route == .recommendations)
    driver.press("t >")
    #expect(driver.state.visit.route == .timeline, "going elsewhere forgets what lay ahead")
  }

  @Test func numbersOpenChaptersAndUnknownOnesSaySo() {
    var driver = Driver()
    for (number, id) in [
      (0, "introduction"), (1, "economics"), (2, "security"), (3, "migration"), (4, "energy"),
      (5, "border"),
    ] {
      driver.press("\(number)")
      #expect(driver.state.visit.route == .chapter(id))
    }
    driver.press("9")
    #expect(driver.state.visit.route == .chapter("border"))
    #expect(driver.state.notice == "There is no chapter 9.")
  }

  @Test func theOutlineFollowsTheTextAndTheTextFollowsTheOutline() {
    var driver = Driver()
    driver.press("2")
    #expect(driver.state.visit[panel: 0].selection == 0)
    driver.press("PgDn PgDn PgDn PgDn")
    #expect(driver.state.visit[panel: 0].selection > 0)
    driver.press("Shift-Tab G")
    let scroll = driver.state.visit[panel: 1].scroll
    #expect(scroll > 100, "the last section stands far down, not at \(scroll)")
    driver.press("g")
    #expect(driver.state.visit[panel: 1].scroll == 0)
  }

  @Test func linksAreSelectedInTurnAndFollowed() {
    var driver = Driver()
    driver.press("1 l l l h")
    #expect(driver.state.visit[panel: 1].selection == 2)
    driver.press("Enter")
    #expect(driver.state.visit.route != .chapter("economics"))
    driver.press("Esc")
    #expect(driver.state.visit[panel: 1].selection == 2)
  }

  @Test func aFilterNarrowsTheListAndIsLifted() {
    var driver = Driver()
    driver.press("r")
    let all = driver.text
    #expect(all.contains("1 of 30"))
    driver.press("f j Enter")
    #expect(driver.state.visit.query.chapters == ["economics"])
    #expect(driver.text.contains("1 of 6"))
    driver.press("1 Esc")
    #expect(driver.state.visit.query.chapters == ["economics"], "kept when one comes back")
    driver.press("s u F")
    #expect(driver.state.visit.query == Visit.firstQuery(of: .recommendations))
    #expect(driver.text.contains("✓ All") && driver.text.contains("1.1 Negotiate"))
    #expect(driver.text.contains("of 30"))
  }

  @Test(arguments: ["r j j j j j j j", "i j j j j", "t j j j j j j", "x j j j j j j j j j j"])
  func sortingKeepsTheSelection(_ keys: String) throws {
    var driver = Driver(100, 30)
    driver.press(keys)
    func selected() -> Reference? {
      let content = ScreenContent(driver.state, driver.library)
      return content.list(.main)?.selectedReference(driver.state.visit[panel: 0])
    }
    let record = try #require(selected())
    for key in ["s", "s", "u", "s", "u", "u", "s"] {
      driver.press(key)
      #expect(selected() == record, "after \(key)")
    }
  }

  @Test func anEmptyListSaysWhatWouldFillIt() {
    var driver = Driver()
    driver.press("r")
    driver.state.visit.query.chapters = ["security"]
    driver.state.visit.query.themes = ["oil-and-gas"]
    driver.send(.resize(Size(width: 100, height: 30)))
    let library = driver.library
    let count = library.dossier.recommendations.count {
      $0.standing == .recommendation && $0.themes.contains("oil-and-gas")
    }
    let words = driver.text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "│" })
      .joined(separator: " ")
    #expect(words.contains("in any chapter: \(count)"), "\(driver.text)")
  }

  @Test func singleFiguresAreUnfolded() throws {
    var driver = Driver()
    driver.press("i")
    func rows() -> [ListPanel.Row] {
      ScreenContent(driver.state, driver.library).list(.main)?.rows ?? []
    }
    let folded = try #require(
      rows().firstIndex { if case .fold? = $0.destination { true } else { false } })
    guard case .fold(_, let hidden)? = rows()[folded].destination else { return }
    let before = rows().count
    driver.state.visit[panel: 0].selection = folded
    driver.press("Enter")
    #expect(rows().count == before + hidden && hidden > 1)
    #expect(driver.state.visit[panel: 0].selection == folded)
    driver.press("Enter")
    #expect(rows().count == before)
  }

  @Test func sortAndGroupGoThroughAllWays() {
    var driver = Driver()
    driver.press("r")
    let start = driver.state.visit.query
    for _ in RecommendationQuery.Sort.allCases { driver.press("s") }
    for _ in RecommendationQuery.Grouping.allCases { driver.press("u") }
    #expect(driver.state.visit.query == start)
  }

  @Test func aCellOfTheMatrixOpensWhatItCounts() {
    var driver = Driver()
    driver.press("m j l Enter")
    #expect(driver.state.visit.route == .recommendations)
    #expect(driver.state.visit.query.themes == ["regulation"])
    #expect(driver.state.visit.query.addressees == ["mexico"])
  }

  @Test func searchFindsWhileTyping() {
    var driver = Driver()
    driver.press("/ p e m e x")
    #expect(driver.state.isTypingSearch)
    #expect(driver.text.contains("Search: pemex"))
    driver.press("Enter Enter")
    #expect(!driver.state.isTypingSearch)
    #expect(driver.state.visit.route != .search)
    let first = driver.state.visit.route
    driver.press("n n")
    #expect(driver.state.visit.route != first)
    driver.press("N N N N N")
    #expect(driver.state.notice?.contains("of") == true)
  }

  @Test func lettersOfCommandsAreLettersWhileTyping() {
    var driver = Driver()
    driver.press("/ q Q r Ctrl-U x")
    #expect(driver.state.search.text == "x")
    #expect(driver.effects.isEmpty)
    driver.press("Backspace Backspace")
    #expect(driver.state.visit.route == .overview)
  }

  @Test func thePaletteGoesToARecordAndRunsACommand() {
    var driver = Driver()
    driver.press(": s m a r t Space g r i d Enter")
    #expect(driver.state.overlay == nil)
    #expect(driver.state.visit.route != .overview)
    driver.press("Ctrl-P t i m e l i n e Enter")
    #expect(driver.state.visit.route == .timeline)
  }

  @Test func helpCoversTheScreenAndGoesAway() {
    var driver = Driver()
    driver.press("?")
    #expect(driver.text.contains("Going places") || driver.text.contains("Moving"))
    driver.press("G q")
    #expect(driver.state.overlay == nil)
    #expect(driver.effects.isEmpty, "q closed the help and nothing more")
  }

  @Test func aCitationIsCopied() {
    var driver = Driver()
    driver.press("r y")
    guard case .copy(let text)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("New Ideas for a New Era"))
    #expect(driver.state.notice?.contains("Copied") == true)
    driver.press("Y")
    guard case .copy(let bibtex)? = driver.effects.last else {
      Issue.record("no BibTeX was copied")
      return
    }
    #expect(bibtex.hasPrefix("@"))
  }

  @Test func bookmarksAreKeptAndSaved() {
    var driver = Driver()
    driver.press("r b")
    let reference = driver.state.bookmarks.first
    #expect(reference?.kind == .recommendation)
    #expect(driver.effects.contains(.save(driver.state.saved)))
    let saved = SavedState(driver.state.saved.text)
    #expect(saved == driver.state.saved)
    var later = Driver(saved: saved)
    #expect(later.state.visit.route == .recommendations, "where the reader was")
    later.press("' Enter")
    #expect(later.state.visit.route.reference == reference)
    later.press("b")
    #expect(later.state.bookmarks.isEmpty)
  }

  /// After a restart the same screen stands there, as far as it was read, in the same size.
  @Test(arguments: [
    "2 PgDn PgDn", "r j j j j", "x j j j j j j j j j j j j j j j j j j j j", "t j j j j j j",
    "m l j j", "i j j j Enter l l l", "i j j Tab j j", "r Enter", "/ b o r d e r Enter",
    "r f j j Enter", "o Tab Tab j j Enter G + H z Tab", "4 Tab j j j Enter",
  ])
  func aRestartComesBackToTheSamePicture(_ keys: String) {
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      var driver = Driver(size.width, size.height)
      driver.press(keys)
      let text = driver.state.saved.text
      let saved = SavedState(text)
      #expect(saved == driver.state.saved, "\(text)")
      let later = Driver(size.width, size.height, saved: saved)
      #expect(later.text == driver.text, "\(keys) at \(size):\n\(text)")
    }
  }

  /// In another size the words at the top of a text stay at its top.
  @Test func aRestartInAnotherSizeKeepsTheWords() {
    var driver = Driver(120, 40)
    driver.press("2 PgDn PgDn")
    var same = Driver(120, 40, saved: driver.state.saved)
    same.send(.resize(Size(width: 80, height: 24)))
    let other = Driver(80, 24, saved: driver.state.saved)
    #expect(other.text == same.text)
  }

  @Test func aKeptPlaceIsReadWithCaution() {
    let hostile = SavedState(
      """
      size 999999 1
      size -1 -1
      place chapter:energy
      focus 99999999999999999999
      panel 3 -1 5
      panel 0 1000000 1000000
      panel 99 1 1
      chart window 5-2
      chart hidden 99999999999
      list order sideways
      panel
      search \u{1b}[31m
      """)
    #expect(hostile.size == nil)
    var driver = Driver(saved: hostile)
    #expect(driver.state.visit.route == .chapter("energy"))
    #expect(driver.state.visit.query == RecommendationQuery())
    driver.press("j k Tab j /")
    #expect(!driver.text.contains("\u{1b}"))
  }

  @Test func quittingSavesThePlace() {
    var driver = Driver()
    driver.press("4 Q")
    #expect(driver.effects == [.save(driver.state.saved), .quit])
    #expect(driver.state.saved.visit?.route == .chapter("energy"))
    var leaving = Driver()
    leaving.press("4 q")
    #expect(leaving.effects.isEmpty)
    leaving.press("q")
    #expect(leaving.effects.contains(.quit))
  }

  @Test func resizingKeepsTheWordsAtTheTop() {
    var driver = Driver(100, 30)
    driver.press("3 PgDn PgDn PgDn")
    func top() -> String {
      let screen = Screen(driver.state, driver.library)
      guard let placement = screen.placement(of: 1),
        let text = screen.content(placement) as? DocumentPanel
      else { return "" }
      let line = text.layout(placement.inside.width).lines[driver.state.visit[panel: 1].scroll]
      return "\(line.block)"
    }
    let before = top()
    driver.send(.resize(Size(width: 44, height: 20)))
    #expect(top() == before)
    driver.send(.resize(Size(width: 160, height: 50)))
    #expect(top() == before)
  }

  @Test func aTinyTerminalAsksForRoomAndLosesNothing() {
    var driver = Driver()
    driver.press("2 PgDn")
    let state = driver.state.visit
    driver.send(.resize(Size(width: 3, height: 2)))
    driver.send(.resize(Size(width: 0, height: 0)))
    driver.send(.resize(Size(width: 80, height: 24)))
    #expect(driver.state.visit.route == state.route)
    #expect(driver.state.visit[panel: 1].scroll == state[panel: 1].scroll)
    #expect(driver.state.visit[panel: 1].selection == state[panel: 1].selection)
  }

  @Test func aClickSelectsAndASecondOneOpens() {
    var driver = Driver()
    driver.send(.click(Point(x: 6, y: 6)))
    #expect(driver.state.visit[panel: 0].selection == 2)
    driver.send(.click(Point(x: 6, y: 6)))
    #expect(driver.state.visit.route == .chapter("security"))
    driver.send(.scroll(Point(x: 50, y: 10), 2))
    #expect(driver.state.visit[panel: 1].scroll == 6)
  }

  @Test func theMouseIsOffUntilAskedFor() {
    var driver = Driver()
    #expect(!driver.state.isMouseOn)
    driver.press("M")
    #expect(driver.effects == [.setMouse(true)])
  }

  @Test func theThemesComeInTurnAndTheUsualOneAgain() {
    var driver = Driver()
    var names: [String] = []
    for _ in ThemeDefinition.builtIn {
      driver.press("T")
      names.append(driver.state.theme)
      #expect(driver.state.notice == "Theme: \(driver.state.theme).")
      #expect(
        driver.effects.last
          == ThemeDefinition.builtIn.first { $0.name == names.last }.map(Effect.setTheme))
    }
    #expect(names == ["light", "dark", "paper", "slate", "high-contrast", "mono", "terminal"])
  }

  @Test(arguments: [
    ("<", "There is nothing to go back to."), (">", "There is nothing to go forward to."),
    ("i s", "Sorted by title."),
    ("t u", "Only recommendations can be grouped; r lists them."),
    ("F", "There is no list to filter here."), ("i < >", nil),
  ])
  func keysWithNothingToDoSaySo(_ keys: String, _ notice: String?) {
    var driver = Driver()
    driver.press(keys)
    #expect(driver.state.notice == notice)
  }

  @Test func aNameThatNothingHasStaysToBeMended() {
    var driver = Driver()
    driver.press(": z q x Enter")
    guard case .palette(let choice) = driver.state.overlay else {
      Issue.record("the palette is closed")
      return
    }
    #expect(choice.line.text == "zqx")
    driver.press("Backspace Backspace Backspace m a t r i x Enter")
    #expect(driver.state.overlay == nil && driver.state.visit.route == .matrix)
  }

  /// A message is not cut: on a narrow screen it takes rows above the line.
  @Test(arguments: [20, 33, 40, 80])
  func messagesAreWhole(_ width: Int) {
    var driver = Driver(width, 12)
    driver.press("z")
    let rows = driver.text.split(separator: "\n").suffix(6)
      .map { $0.split(separator: " ").joined(separator: " ") }.joined(separator: " ")
    #expect(rows.hasSuffix("There is no chart here; i lists the indicators."), "\(rows)")
    driver.press("j")
    #expect(driver.state.notice == nil)
  }

  /// Keys that do nothing are not hinted at.
  @Test func hintsAreOfKeysThatDoSomething() {
    var driver = Driver()
    driver.press("!")
    #expect(!driver.hints.contains("Enter") && !driver.hints.contains("Tab"))
    driver.press("'")
    #expect(!driver.hints.contains("Enter"))
    driver.press("r")
    #expect(driver.hints.contains("Enter open") && driver.hints.contains("Tab panel"))
  }

  @Test func unknownReferencesSaySo() {
    var driver = Driver()
    driver.send(.open(Reference(.indicator, "nothing")))
    #expect(driver.state.visit.route == .overview)
    #expect(driver.state.notice == "There is no record indicator:nothing.")
  }

  @Test func theOriginalIsReadBesideARecord() {
    let lines = (1...120).map { "line \($0) of a copy that differs" }.joined(separator: "\n") + "\n"
    let library = Library(builtInReading, original: OriginalText(Array(lines.utf8)))
    var state = State(size: Size(width: 80, height: 24))
    for key in "rv" { _ = update(&state, .key(.character(key)), library) }
    #expect(state.visit.route == .original(Reference(.recommendation, "economics-1")))
    let text = Dashboard.draw(state, library).text()
    #expect(text.contains("line 98 of a copy"))
    #expect(text.contains("Your copy is not the text"))
  }

  @Test func withoutACopyThePlaceIsNamed() {
    var driver = Driver()
    driver.press("r v")
    #expect(driver.state.notice?.contains("lines 98–102") == true)
    #expect(driver.state.notice?.contains("--source") == true)
  }

  @Test func escapeInTheChoicesGoesBackToTheList() {
    var driver = Driver()
    driver.press("r f j Enter Esc")
    #expect(driver.state.visit.route == .recommendations)
    #expect(driver.state.visit.focus == 0)
    #expect(driver.state.visit.query.chapters == ["economics"])
    driver.press("Esc")
    #expect(driver.state.visit.route == .overview)
  }

  @Test func aSearchStartsAfresh() {
    var driver = Driver()
    driver.press("/ p e m e x Enter / g a s")
    #expect(driver.state.search.text == "gas")
  }

  @Test func theSectionThatIsReadIsTheOneCitedAndSought() {
    var driver = Driver()
    driver.press("1 PgDn PgDn y")
    guard case .copy(let text)? = driver.effects.last else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.contains("under “"), "\(text)")
  }
}
