import Canvas
import Query
import Records

/// What the screens with one long list share.
enum ListScreens {
  /// A list with choices to filter it and a preview of the selected record.
  ///
  /// Where there is little room the list has all of it, and the two others share its place.
  ///
  /// - Parameters:
  ///   - chosen: The names of what is chosen, for the title.
  ///   - orders: The names of the ways to sort it, the first one at first.
  ///   - share: The tenths of a wide screen that the list has.
  ///   - preview: Makes the panel that shows the selected record; its text or chart if nil.
  ///   - list: Makes the list, which depends on the visit.
  ///   - choices: Makes the rows of the choices.
  package static func content(
    _ title: String, _ visit: Visit, _ library: Library, chosen: [String],
    orders: [String] = [], share: Int = 6, preview: ((Reference?) -> Panel)? = nil,
    list: () -> ListPanel,
    choices: () -> [ListPanel.Row]
  ) -> ScreenContent {
    let list = library.cache.value(ListKey(visit), list)
    let selected = list.selectedReference(visit[panel: 0])
    let choices = library.cache.value(ListKey(visit, "choices")) {
      ListPanel(columns: Facets.columns, rows: choices())
    }
    var shown = title
    if !chosen.isEmpty {
      shown += chosen.count > 2 ? ", filtered" : ": \(chosen.joined(separator: ", "))"
    }
    if let order = orders.dropFirst().first(where: { $0 == orders[visit.order % orders.count] }) {
      shown += ", by \(order)"
    }
    var content = ScreenContent(
      panels: [
        Panel(title: shown, name: title, part: .main, content: list),
        Panel(title: "Filter", part: .choices, content: choices),
        preview?(selected) ?? Preview.panel(selected, library),
      ],
      medium: [.init(.share(1), .init(.share(1), 0, 1, 2))],
      wide: [
        .init(.share(share), .init(.share(1), 0)),
        .init(.share(10 - share), .init(.share(1), 2), .init(.fit(40), 1)),
      ],
      trail: [title])
    content.orders = orders
    return content
  }

  /// The choices of chapters, each with its number of records.
  static func chapters(
    _ heading: String, _ visit: Visit, _ library: Library, total: Int, count: (String) -> Int
  ) -> [ListPanel.Row] {
    [.heading(heading)]
      + Facets.chapters(visit.query, library, total: total, count: count) { count($0) > 0 }
  }

  /// The names of the chosen chapters.
  static func chapterNames(_ visit: Visit, _ library: Library) -> [String] {
    library.dossier.chapters.filter { visit.query.chapters.contains($0.id) }.map(\.shortTitle)
  }
}

/// What determines a list besides the dossier.
struct ListKey: Hashable {
  private let route: Route
  private let words: String
  private var query = RecommendationQuery()
  private var chosen: Set<String> = []
  private var unfolded: Set<String> = []
  private var order = 0
  private var day: Period.Point?

  /// The key of a list that no choice changes: of which screen, and which list.
  ///
  /// - Parameter day: The day by which it tells outcomes; nil if it tells none.
  init(_ route: Route, _ words: String = "", by day: Period.Point? = nil) {
    self.route = route
    self.words = words
    self.day = day
  }

  /// The key of a list that depends on the choices of a visit.
  init(_ visit: Visit, _ words: String = "", by day: Period.Point? = nil) {
    self.init(visit.route, words, by: day)
    query = visit.query
    chosen = visit.chosen
    unfolded = visit.unfolded
    order = visit.order
  }
}
