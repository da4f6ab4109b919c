import Reading
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

/// That a dossier read anew is shown where the reader stood.
@Suite struct ReloadTests {
  /// Reads the built-in dossier anew with a change, at the place that keys lead to.
  private func reloaded(
    _ keys: String, _ size: Size = Size(width: 120, height: 40), _ change: (inout Dossier) -> Void
  ) -> (before: Driver, state: State, library: Library) {
    var driver = Driver(size.width, size.height)
    driver.press(keys)
    var reading = builtInReading
    change(&reading.dossier)
    let library = Library(reading)
    var state = driver.state
    reload(&state, from: driver.library, to: library)
    return (driver, state, library)
  }

  @Test(arguments: ["", "1", "r", "r j j Tab", "m", "i", "i Enter l l", "t", "2 Space Space", "x"])
  func withoutAChangeNothingMoves(_ keys: String) {
    let run = reloaded(keys) { _ in }
    #expect(Dashboard.draw(run.state, run.library).text() == run.before.text)
  }

  @Test func theSelectedRecommendationStaysSelected() throws {
    let run = reloaded("r j j j") { dossier in
      dossier.recommendations.removeAll { $0.chapter == "economics" && $0.number == 1 }
    }
    func selected(_ state: State, _ library: Library) -> Reference? {
      let screen = Screen(state, library)
      return screen.focused.content.subject(state.visit[panel: screen.focus])
    }
    let reference = try #require(selected(run.before.state, run.before.library))
    #expect(selected(run.state, run.library) == reference)
    #expect(run.state.visit.panels != run.before.state.visit.panels)
  }

  @Test func aTextStaysAtTheSectionAtItsTop() throws {
    let run = reloaded("2 Space", Size(width: 80, height: 24)) { dossier in
      let added = Block.paragraph([Span(String(repeating: "Added before. ", count: 60))])
      dossier.chapters[2].sections[0].blocks.insert(added, at: 0)
    }
    func top(_ state: State, _ library: Library) -> Reference? {
      let screen = Screen(state, library)
      guard let placement = screen.placement(of: screen.focus),
        let text = screen.focused.content as? DocumentPanel
      else { return nil }
      let scroll = state.visit[panel: screen.focus].scroll
      return text.layout(placement.inside.width).anchors.last { $0.line <= scroll }?.reference
    }
    let reference = try #require(top(run.before.state, run.before.library))
    #expect(top(run.state, run.library) == reference)
  }

  @Test func theCursorOfAChartStaysOnItsPeriod() throws {
    let indicator = try #require(
      builtInReading.dossier.indicators.first { $0.id == "homicide-rate" })
    var driver = Driver(120, 40)
    driver.send(.open(Reference(.indicator, indicator.id)))
    driver.press("l l")
    func period(_ state: State, _ library: Library) -> Period? {
      ScreenContent(state, library).chart?.period(at: state.visit[panel: 0].selection)
    }
    let read = try #require(period(driver.state, driver.library))
    var reading = builtInReading
    let place = try #require(reading.dossier.indicators.firstIndex { $0.id == indicator.id })
    reading.dossier.indicators[place].series[0].observations.removeFirst()
    let library = Library(reading)
    var state = driver.state
    reload(&state, from: driver.library, to: library)
    #expect(period(state, library) == read)
  }

  @Test func theWindowOfAChartStaysBehindAnotherPanel() throws {
    var driver = Driver(50, 20)
    driver.send(.open(Reference(.indicator, "homicide-rate")))
    driver.press("+ Tab Tab")
    let window = try #require(driver.state.visit.chart.window)
    var state = driver.state
    reload(&state, from: driver.library, to: Library(builtInReading))
    #expect(state.visit.chart.window == window)
  }

  @Test func aRecordThatIsGoneLeadsSomewhere() {
    let run = reloaded("r Tab j Enter") { $0.recommendations = [] }
    #expect(!Dashboard.draw(run.state, run.library).text().isEmpty)
    var state = run.state
    _ = update(&state, .key(.escape), run.library)
    #expect(Dashboard.draw(state, run.library).text().contains("Recommendations"))
  }
}
