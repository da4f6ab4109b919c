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
        "Implemented  (3)", "Partly implemented  (21)", "In progress  (1)",
        "Not implemented  (3)", "Reversed  (2)",
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
}
