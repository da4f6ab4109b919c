import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Query
@testable import Records

/// Every record can be reached by keys from the overview.
@Suite struct ReachTests {
  @Test func everyRecordIsReachableFromTheOverview() {
    let library = Library(builtInReading)
    var found: Set<Reference> = []
    var routes: [Route] = [.overview, .recommendations, .matrix, .indicators, .timeline, .index]
    var seen = Set(routes)
    while let route = routes.popLast() {
      if let reference = route.reference { found.insert(reference) }
      let state = {
        var state = State(size: Size(width: 120, height: 40))
        state.visit = Visit(route)
        return state
      }()
      for reference in destinations(of: ScreenContent(state, library)) {
        found.insert(reference)
        if let next = Route(of: reference), seen.insert(next).inserted { routes.append(next) }
      }
    }
    for reference in library.catalogue.references {
      #expect(found.contains(reference), "\(reference) cannot be reached")
    }
  }

  /// What Enter can open anywhere on a screen.
  private func destinations(of content: ScreenContent) -> [Reference] {
    content.panels.flatMap { panel -> [Reference] in
      if let list = panel.content as? ListPanel {
        return list.rows.compactMap { row in
          switch row.destination {
          case .record(let reference): reference
          case .route(let route): route.reference
          case .panel: row.reference
          default: nil
          }
        }
      }
      let links = (panel.content as? DocumentPanel)?.layout(72).links ?? []
      return links.compactMap { link in
        if case .record(let reference) = link.target { reference } else { nil }
      }
    }
  }

  /// In a list every row is reached with j, and the selection never leaves the rows.
  @Test func movingDownVisitsEveryRowOfTheRecommendations() throws {
    var driver = Driver()
    driver.press("r")
    driver.state.visit.query = RecommendationQuery()
    driver.press("g")
    var visited: Set<Reference> = []
    for _ in 0..<2 * driver.library.dossier.recommendations.count {
      let content = ScreenContent(driver.state, driver.library)
      let list = try #require(content.list(.main))
      let row = list.rows[driver.state.visit[panel: 0].selection]
      if let reference = row.reference { visited.insert(reference) }
      driver.press("j")
    }
    #expect(visited.count == driver.library.dossier.recommendations.count)
  }
}
