import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Query
@testable import Reading
@testable import Records

/// What became of the recommendations, on screens and by the day.
@Suite struct OutcomesScreenTests {
  private let library = Library(
    DossierReader.read(DiskFolder(Files.builtInDossier)), preferences: Preferences())

  private func state(_ route: Route, _ size: Size = Size(width: 120, height: 40)) -> State {
    var state = State(size: size)
    state.visit = Visit(route)
    settle(&state, library)
    return state
  }

  private func text(_ state: State) -> String { Dashboard.draw(state, library).text() }

  @Test func theBoardHasEveryRecommendationUnderItsStatus() throws {
    let state = state(.outcomes)
    let list = try #require(ScreenContent(state, library).list(.main))
    #expect(list.selectable.count == 30)
    let headings = list.rows.filter(\.isHeading).map { $0.text(0) }
    #expect(
      headings == [
        "● Implemented  (3)", "◐ Partly implemented  (21)", "◔ In progress  (1)",
        "✗ Not implemented  (3)", "↺ Reversed  (2)",
      ])
    #expect(text(state).contains("As judged by 31 Dec 2024"))
  }

  @Test func keysStepThroughTheDaysInEveryView() {
    var state = state(.outcomes)
    _ = update(&state, .action(.earlierDay), library)
    let day = state.asOf
    #expect(day == library.outcomes.days.dropLast().last)
    #expect(text(state).contains("as of \(day?.title ?? "")"))
    // Another screen tells the same day.
    _ = update(&state, .open(Reference(.recommendation, "security-2")), library)
    #expect(state.asOf == day)
    #expect(text(state).contains("as of \(day?.title ?? "")"))
    for _ in library.outcomes.days { _ = update(&state, .action(.earlierDay), library) }
    #expect(state.asOf == library.outcomes.days.first)
    #expect(state.notice == "Nothing was judged before this day.")
    for _ in library.outcomes.days { _ = update(&state, .action(.laterDay), library) }
    #expect(state.asOf == nil)
  }

  /// An earlier day is told where it matters, with the key that ends it.
  @Test func anEarlierDayIsToldWhereItMattersAndEnds() {
    var driver = Driver(120, 40)
    driver.press("B [")
    #expect(driver.state.notice?.hasSuffix("; F leads back to the latest day.") == true)
    driver.press("j")
    #expect(driver.text.contains("as of ") && driver.text.contains("F back to 31 Dec 2024"))
    for keys in ["o", "X", "i"] {
      driver.press(keys)
      #expect(!driver.text.contains("as of 5 Oct") && !driver.text.contains("F back to"))
    }
    driver.press("B F")
    #expect(driver.state.asOf == nil && driver.text.contains("As judged by 31 Dec 2024"))
    driver.press("F")
    #expect(driver.state.notice == "There is no list to filter here.")
  }

  @Test func whatWasNotKnownThenIsNotShown() {
    var state = state(.recommendation("security-2"))
    #expect(text(state).contains("Outcome: implemented"))
    state.asOf = Period.Point(year: 2016, month: 7, day: 31)
    #expect(text(state).contains("Partly implemented, limited"))
    #expect(!text(state).contains("2018"))
    state.asOf = Period.Point(year: 2014, month: 1, day: 1)
    #expect(text(state).contains("Not assessed by 1 Jan 2014."))
  }

  @Test func aDayCanBeTypedWhereNamesAre() {
    var state = state(.recommendations)
    for key in ":2018" { _ = update(&state, .key(.character(key)), library) }
    #expect(text(state).contains("What became of it, as of 31 Dec 2018"))
    _ = update(&state, .key(.enter), library)
    #expect(state.asOf == Period.Point(year: 2018, month: 12, day: 31))
    #expect(text(state).contains("as of 31 Dec 2018"))
    for key in ":today" { _ = update(&state, .key(.character(key)), library) }
    _ = update(&state, .key(.enter), library)
    #expect(state.asOf == nil)
  }

  @Test func theCountsAddUpToAll() throws {
    let state = state(.outcomes)
    let content = ScreenContent(state, library)
    let matrix = try #require(content.panels[1].content as? MatrixPanel)
    for row in matrix.counts { #expect(row.dropLast().reduce(0, +) == row.last) }
    #expect(matrix.counts[0] == [3, 21, 1, 3, 2, 30])
  }

  @Test func theOverviewSaysHowManyAreDone() {
    #expect(text(state(.overview)).contains("Implemented: 3 of 30"))
  }

  @Test func theListTellsAndFiltersByStatusAsOfTheDay() throws {
    var state = state(.recommendations, Size(width: 200, height: 60))
    #expect(text(state).contains("● Implemented"))
    state.visit.query.addressees = ["mexico"]
    state.visit.query.outcome.marks = [.open, .disputed, .stale]
    state.asOf = Period.Point(year: 2018, month: 12, day: 31)
    settle(&state, library)
    let list = try #require(ScreenContent(state, library).list(.main))
    let told = state.told(library)
    let expected = library.dossier.recommendations.filter { item in
      let outcome = library.outcomes.outcome(of: item.id, on: told.day)
      return item.standing == .recommendation && item.addressees.contains("mexico")
        && (outcome.group == .open || outcome.summary.isDisputed || outcome.summary.isStale)
    }
    #expect(!expected.isEmpty)
    #expect(
      Set(list.rows.compactMap(\.reference)) == Set(expected.map(\.reference)))
    #expect(text(state).contains("as of 31 Dec 2018"))
  }

  @Test func aChoiceOfTheFilterShowsWhatItCounts() throws {
    let state = state(.recommendations)
    let choices = try #require(ScreenContent(state, library).list(.choices))
    var tried = 0
    for row in choices.rows where !row.isHeading {
      guard case .query(let query)? = row.destination, query.outcome.isFiltering,
        case .choice(let name, let count, _) = row.telling
      else { continue }
      var chosen = state
      chosen.visit.query = query
      settle(&chosen, library)
      let list = try #require(ScreenContent(chosen, library).list(.main))
      #expect(list.selectable.count == count, "\(name)")
      tried += 1
    }
    #expect(tried > 10)
  }

  @Test func sortingByStatusPutsWhatGotFurthestFirst() throws {
    let query = RecommendationQuery(standing: .recommendation, sort: .status)
    let told = DayOutcomes(library.outcomes, by: library.latestDay)
    let found = query.recommendations(in: library.catalogue, told)
      .map { told.summary(of: $0.id).status }
    let ranks = found.compactMap(AssessmentStatus.furthestFirst.firstIndex)
    #expect(ranks.count == 30 && ranks == ranks.sorted() && Set(ranks).count == 5)
  }

  @Test func theFilterIsKeptBetweenRuns() {
    var state = state(.recommendations)
    state.visit.query.outcome.marks = [.disputed]
    state.visit.query.outcome.statuses = [.inProgress]
    state.visit.query.outcome.assessors = ["gao"]
    let saved = SavedState(state.saved.text)
    #expect(saved.visit?.query.outcome == state.visit.query.outcome)
  }

  @Test func theMatrixCountsByStatus() {
    var state = state(.matrix)
    for _ in 0..<6 { _ = update(&state, .action(.sort), library) }
    #expect(state.notice == "Counted: addressees by statuses.")
    #expect(text(state).contains("Partly implemented") || text(state).contains("Partly"))
    let matrix = RecommendationMatrix(
      RecommendationQuery(standing: .recommendation), rows: .addressees, columns: .statuses,
      in: library.catalogue, state.told(library))
    #expect(matrix.count(.total, .status(.partlyImplemented)) == 21)
    #expect(matrix.count(.total, .status(.reversed)) == 2)
  }

  /// The state with the form of a judgement, after keys.
  private func judging(_ keys: [Key], _ size: Size) -> (State, Library, [Effect]) {
    var preferences = Preferences()
    preferences.writing = .folder
    let library = Library(
      DossierReader.read(DiskFolder(Files.builtInDossier)), preferences: preferences)
    var state = State(size: size)
    state.visit = Visit(.recommendation("security-2"))
    settle(&state, library)
    let effects = ([.character("J")] + keys).flatMap { update(&state, .key($0), library) }
    return (state, library, effects)
  }

  private func typed(_ text: String) -> [Key] { text.map { .character($0) } + [.enter] }

  @Test func theFormAsksForWhatItNeedsAndShowsAllOfIt() {
    let start =
      typed("partly") + typed("limited") + [.enter, .enter] + typed("wola")
      + typed("Courts hold oral trials.")
    let keys = start + typed("gao-19-534 p. 14") + [.enter] + typed("A note.")
    let (asked, library, none) = judging(
      start + "gao".map { .character($0) }, Size(width: 80, height: 24))
    #expect(none.isEmpty)
    for size in [Size(width: 80, height: 24), Size(width: 40, height: 12)] {
      let (state, library, effects) = judging(keys, size)
      #expect(effects.isEmpty)
      let canvas = Dashboard.draw(state, library)
      let difference = Golden.difference(
        canvas.text() + "\n" + canvas.styleMap(), folder: ScreenGoldenTests.folder,
        name: "judgement-\(size.width)x\(size.height)")
      #expect(difference == nil, "\(difference ?? "")")
    }
    let canvas = Dashboard.draw(asked, library)
    let difference = Golden.difference(
      canvas.text() + "\n" + canvas.styleMap(), folder: ScreenGoldenTests.folder,
      name: "judgement-sources-80x24")
    #expect(difference == nil, "\(difference ?? "")")
    let (_, _, effects) = judging(keys + [.enter], Size(width: 80, height: 24))
    guard case .judge(let cells)? = effects.last else {
      Issue.record("nothing to write")
      return
    }
    #expect(
      cells.filter { $0.key != "date" } == [
        "recommendation": "security-2", "status": "partly-implemented", "extent": "limited",
        "assessor": "wola", "evidence": "Courts hold oral trials.",
        "sources": "gao-19-534 p. 14", "note": "A note.",
      ])
  }

  @Test func escapeGoesBackThroughTheFormAndOut() {
    let size = Size(width: 80, height: 24)
    let (state, _, _) = judging(typed("reversed") + [.escape, .escape], size)
    #expect(state.overlay == nil && state.notice == "Nothing was added.")
    let (other, _, _) = judging(typed("not assessed") + [.enter, .enter], size)
    guard case .judgement(let form)? = other.overlay else {
      Issue.record("no form")
      return
    }
    // What nobody can tell needs no evidence.
    #expect(form.field == .note)
  }

  @Test func anyKeysLeaveTheFormDrawable() {
    for seed in Trials.seeds(60) {
      var random = SeededRandom(seed)
      let pool: [Key] = [
        .enter, .escape, .down, .up, .backspace, .tab, .backTab, .left, .control("u"),
        .character("a"), .character("2"), .character(";"), .character(" "), .character("g"),
      ]
      let keys = (0..<random.int(1...40)).map { _ in pool[random.int(0...pool.count - 1)] }
      let size = Size(width: random.int(20...120), height: random.int(6...40))
      let (state, library, _) = judging(keys, size)
      #expect(Dashboard.draw(state, library).size == size, "seed \(seed)")
    }
  }

  @Test func nothingIsAskedWhereNothingCanBeWritten() {
    var state = state(.recommendation("security-2"))
    _ = update(&state, .action(.judge), library)
    #expect(state.overlay == nil && state.notice == "Nothing can be added from here.")
  }
}
