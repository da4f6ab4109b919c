import Model

/// What the screens of one long list have in common.
enum ListScreens {
  /// The panel of facets comes second, so that Tab leads to it from the list.
  static let facetPanel = 1

  /// Whether a screen's list can be narrowed down.
  static func hasFacets(_ route: Route) -> Bool {
    [.recommendations, .indicators, .timeline, .index].contains(route)
  }

  /// A list with the chapters to narrow it down by and a look at the selected record.
  ///
  /// - Parameters:
  ///   - list: Makes the list, which depends on the route and what it is narrowed down to.
  ///   - facets: The heading over the chapters and how many records there are in all.
  ///   - count: How many records a chapter has.
  ///   - preview: The panel that shows the selected record; its text or chart when nil.
  static func content(
    _ title: String, _ visit: Visit, _ library: Library,
    facets: (heading: String, total: Int), preview: Panel? = nil, list: () -> ListContent,
    count: (String) -> Int
  ) -> ScreenContent {
    func key(_ panel: Int) -> Library.ListKey {
      Library.ListKey(route: visit.route, panel: panel, query: visit.query)
    }
    let list = library.list(key(0), list)
    let selected = list.selectedReference(visit[panel: 0])
    let choices = library.list(key(facetPanel)) {
      ListContent(
        columns: Facets.columns,
        rows: [.heading(facets.heading)]
          + Facets.chapters(visit.query, library, total: facets.total, count: count) {
            count($0) > 0
          })
    }
    return ScreenContent(
      panels: [
        Panel(title: title, content: .list(list)),
        Panel(title: "Narrow down", content: .list(choices)),
        preview ?? Preview.panel(selected, library),
      ],
      medium: [
        .init(.cells(28), .init(.share(1), 1)), .init(.share(1), .init(.share(1), 0, 2)),
      ],
      wide: [
        .init(.share(3), .init(.share(1), 0)),
        .init(.share(2), .init(.share(1), 2), .init(.fit(30), 1)),
      ],
      trail: [title], detail: selected?.description ?? "")
  }
}
