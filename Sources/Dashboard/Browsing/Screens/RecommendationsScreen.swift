import Canvas
import Query
import Records

/// All recommendations and proposals: a list to filter, sort and group.
enum RecommendationsScreen {
  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let query = state.visit.query
    let route = Route.recommendations
    let list = library.cache.value(ListKey(route, query: query)) { Self.list(query, library) }
    let choices = library.cache.value(ListKey(route, "choices", query: query)) {
      Self.choices(query, library)
    }
    let selected = list.selectedReference(state.visit[panel: 0])
    let item = selected.flatMap { library.catalogue.recommendation($0.id) }
    return ScreenContent(
      panels: [
        Panel(title: title(query, library), name: "List", part: .main, content: list),
        Panel(title: "Filter", part: .choices, content: choices),
        Panel(
          title: "Text", part: .preview,
          content: item.map { RecommendationScreen.text($0, library) } ?? Preview.none(library)),
      ],
      medium: [
        .init(.cells(28), .init(.share(1), 1, 2)), .init(.share(1), .init(.share(1), 0)),
      ],
      wide: [
        .init(.cells(28), .init(.share(1), 1)),
        .init(.share(4), .init(.share(1), 0)),
        .init(.share(3), .init(.share(1), 2)),
      ],
      trail: ["Recommendations"])
  }

  private static func title(_ query: RecommendationQuery, _ library: Library) -> String {
    var rest = query
    rest.standing = nil
    var title =
      switch query.standing {
      case .recommendation: "Recommendations"
      case .proposal: "Proposals in the body"
      case nil: "Recommendations and proposals"
      }
    if rest.isFiltering {
      // If the choices are not beside the list, up to two of them can be named.
      let names = chosen(query, library)
      title += names.count > 2 ? ", filtered" : ": \(names.joined(separator: ", "))"
    }
    if query.sort != .chapter { title += ", by \(query.sort.rawValue)" }
    return title
  }

  /// The chosen chapters, addressees and themes, in their order.
  private static func chosen(_ query: RecommendationQuery, _ library: Library) -> [String] {
    let dossier = library.dossier
    var names = dossier.chapters.filter { query.chapters.contains($0.id) }.map(\.shortTitle)
    names += dossier.addressees.filter { query.addressees.contains($0.id) }.map(\.name)
    if let isJoint = query.isJoint { names.append(isJoint ? "joint" : "of one addressee") }
    names += dossier.themes.filter { query.themes.contains($0.id) }.map(\.name)
    return names
  }

  private static func list(_ query: RecommendationQuery, _ library: Library) -> ListPanel {
    var rows: [ListPanel.Row] = []
    for group in query.groups(in: library.catalogue) {
      let role = query.grouping == .chapter ? library.accent(group.id) : .heading
      if !group.title.isEmpty {
        rows.append(
          .heading(group.title, Style(role, .bold), count: group.recommendations.count))
      }
      rows += group.recommendations.map { Rows.recommendation($0, library) }
    }
    return ListPanel(
      columns: Rows.recommendationColumns, rows: rows,
      emptyText: library.dossier.recommendations.isEmpty
        ? "The dossier has no recommendations."
        : library.keys.sentence(
          "Nothing matches all of your choices", .clearFilter, "shows all again", after: ". "),
      hasHeading: true)
  }

  private static func choices(_ query: RecommendationQuery, _ library: Library) -> ListPanel {
    let everything = library.dossier.recommendations
    let counts = FacetCounts(everything, query)
    let chapters = Set(
      everything.filter { $0.standing == query.standing ?? $0.standing }.map(\.chapter))
    var rows: [ListPanel.Row] = [.heading("Chapter")]
    rows += Facets.chapters(
      query, library, total: counts.anyChapter, count: { counts.chapters[$0] ?? 0 },
      isThere: chapters.contains)
    rows.append(.heading("Asked of"))
    for addressee in library.dossier.addressees {
      rows.append(
        Facets.row(
          addressee.name, count: counts.addressees[addressee.id] ?? 0,
          isChosen: query.addressees.contains(addressee.id),
          Facets.toggled(query, \.addressees, addressee.id)))
    }
    var joint = query
    joint.isJoint = query.isJoint == nil ? true : nil
    rows.append(
      Facets.row(
        "Joint items", count: counts.joint, isChosen: query.isJoint == true, joint))
    rows.append(.heading("Standing"))
    for (standing, title) in [
      (Recommendation.Standing.recommendation, "Recommendations"), (.proposal, "Proposals"),
    ] {
      var chosen = query
      chosen.standing = query.standing == standing ? nil : standing
      rows.append(
        Facets.row(
          title, count: counts.standings[standing] ?? 0,
          isChosen: query.standing == standing, chosen))
    }
    rows.append(.heading("Theme"))
    for theme in library.dossier.themes {
      rows.append(
        Facets.row(
          theme.name, count: counts.themes[theme.id] ?? 0,
          isChosen: query.themes.contains(theme.id), Facets.toggled(query, \.themes, theme.id)))
    }
    return ListPanel(columns: Facets.columns, rows: rows)
  }
}
