import Query
import Records

/// What the screens with one long list share.
enum ListScreens {
  /// A list with the chapters to filter it by and a preview of the selected record.
  ///
  /// - Parameters:
  ///   - facets: The heading of the chapters and the total number of records.
  ///   - preview: Makes the panel that shows the selected record; its text or chart if nil.
  ///   - list: Makes the list, which depends on the route and the query.
  ///   - count: How many records a chapter has.
  package static func content(
    _ title: String, _ visit: Visit, _ library: Library,
    facets: (heading: String, total: Int), preview: ((Reference?) -> Panel)? = nil,
    list: () -> ListPanel, count: (String) -> Int
  ) -> ScreenContent {
    let (route, query) = (visit.route, visit.query)
    let list = library.cache.value(ListKey(route, query: query), list)
    let selected = list.selectedReference(visit[panel: 0])
    let choices = library.cache.value(ListKey(route, "choices", query: query)) {
      ListPanel(
        columns: Facets.columns,
        rows: [.heading(facets.heading)]
          + Facets.chapters(query, library, total: facets.total, count: count) { count($0) > 0 })
    }
    return ScreenContent(
      panels: [
        Panel(title: title, part: .main, content: list),
        Panel(title: "Filter", part: .choices, content: choices),
        preview?(selected) ?? Preview.panel(selected, library),
      ],
      medium: [
        .init(.cells(28), .init(.share(1), 1)), .init(.share(1), .init(.share(1), 0, 2)),
      ],
      wide: [
        .init(.share(3), .init(.share(1), 0)),
        .init(.share(2), .init(.share(1), 2), .init(.fit(30), 1)),
      ],
      trail: [title])
  }
}

/// What determines a list besides the dossier.
struct ListKey: Hashable {
  private let route: Route
  private let words: String
  private let query: RecommendationQuery

  /// The key of a screen's list: which list or record, and the query.
  init(_ route: Route, _ words: String = "", query: RecommendationQuery = RecommendationQuery()) {
    self.route = route
    self.words = words
    self.query = query
  }
}
