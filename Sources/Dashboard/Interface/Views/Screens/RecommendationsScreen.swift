import Model

/// All recommendations and proposals: a list to filter, sort and group.
enum RecommendationsScreen {
  static func content(_ state: State, _ library: Library) -> ScreenContent {
    let query = state.visit.query
    func key(_ panel: Int) -> Library.ListKey {
      Library.ListKey(route: .recommendations, panel: panel, query: query)
    }
    let list = library.list(key(0)) { Self.list(query, library) }
    var panels = [
      Panel(title: title(query, library), content: .list(list)),
      Panel(
        title: "Narrow down",
        content: .list(library.list(key(1)) { facets(query, library) })),
    ]
    var detail = ""
    var preview = DocumentContent([.remark([Span("Nothing is selected.")], .faint)])
    if let reference = list.selectedReference(state.visit[panel: 0]),
      let item = library.catalogue.recommendation(reference.id)
    {
      detail = item.id
      preview = RecommendationScreen.text(item, library)
    }
    panels.append(Panel(title: "Text", content: .document(preview)))
    return ScreenContent(
      panels: panels,
      medium: [
        .init(.cells(28), .init(.share(1), 1, 2)), .init(.share(1), .init(.share(1), 0)),
      ],
      wide: [
        .init(.cells(28), .init(.share(1), 1)),
        .init(.share(4), .init(.share(1), 0)),
        .init(.share(3), .init(.share(1), 2)),
      ],
      trail: ["Recommendations"], detail: detail)
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
      // Where the choices are not beside the list, two of them can be named.
      let names = chosen(query, library)
      title += names.count > 2 ? ", narrowed down" : ": \(names.joined(separator: ", "))"
    }
    if query.sort != .chapter { title += ", by \(query.sort.rawValue)" }
    return title
  }

  /// What of chapters, addressees and themes is chosen, in their order.
  private static func chosen(_ query: RecommendationQuery, _ library: Library) -> [String] {
    let dossier = library.dossier
    var names = dossier.chapters.filter { query.chapters.contains($0.id) }.map(\.shortTitle)
    names += dossier.addressees.filter { query.addressees.contains($0.id) }.map(\.name)
    if let isJoint = query.isJoint { names.append(isJoint ? "joint" : "of one addressee") }
    names += dossier.themes.filter { query.themes.contains($0.id) }.map(\.name)
    return names
  }

  private static func list(_ query: RecommendationQuery, _ library: Library) -> ListContent {
    let groups = query.groups(in: library.catalogue).map { group in
      let role = query.grouping == .chapter ? library.accent(group.id) : .heading
      let heading = ListContent.Row.heading(
        "\(group.title)  (\(group.recommendations.count))", Style(role, .bold))
      return (heading: group.title.isEmpty ? nil : heading, items: group.recommendations)
    }
    let (rows, widths) = Rows.recommendations(groups, library)
    return ListContent(
      columns: Rows.recommendationColumns, rows: rows, widths: widths,
      emptyText: library.dossier.recommendations.isEmpty
        ? "The dossier has no recommendations."
        : library.keys.sentence(
          "Nothing fits all that was chosen", .clearFilter, "shows all again", after: ". "),
      hasHeading: true)
  }

  private static func facets(_ query: RecommendationQuery, _ library: Library) -> ListContent {
    let everything = library.dossier.recommendations
    let counts = FacetCounts(everything, query)
    let chapters = Set(
      everything.filter { $0.standing == query.standing ?? $0.standing }.map(\.chapter))
    var rows: [ListContent.Row] = [.heading("Chapter")]
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
    return ListContent(columns: Facets.columns, rows: rows)
  }
}
