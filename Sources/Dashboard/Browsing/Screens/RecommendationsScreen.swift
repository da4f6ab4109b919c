import Canvas
import Query
import Records

/// All recommendations and proposals: a list to filter, sort and group.
enum RecommendationsScreen {
  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let query = state.visit.query
    let told = state.told(library)
    let list = library.cache.value(ListKey(state.visit, by: told.day)) {
      Self.list(query, told, library)
    }
    let choices = library.cache.value(ListKey(state.visit, "choices", by: told.day)) {
      Self.choices(query, told, library)
    }
    let selected = list.selectedReference(state.visit[panel: 0])
    let item = selected.flatMap { library.catalogue.recommendation($0.id) }
    return ScreenContent(
      panels: [
        Panel(
          title: title(query, library), name: "List",
          note: state.size.width < 160 ? "" : "? inferred", part: .main,
          content: list),
        Panel(title: "Filter", part: .choices, content: choices),
        Panel(
          title: "Text", part: .preview,
          content: item.map { RecommendationScreen.text($0, library, told) }
            ?? Preview.none(library)),
      ],
      medium: [
        .init(.cells(31), .init(.share(1), 1, 2)), .init(.share(1), .init(.share(1), 0)),
      ],
      wide: [
        .init(.cells(31), .init(.share(1), 1)),
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
    if let hasFigures = query.hasFigures {
      names.append(hasFigures ? "with figures" : "without figures")
    }
    if query.hasDate == true { names.append("with a year") }
    names += dossier.themes.filter { query.themes.contains($0.id) }.map(\.name)
    names += query.outcome.names(in: dossier)
    return names
  }

  private static func list(
    _ query: RecommendationQuery, _ told: DayOutcomes, _ library: Library
  ) -> ListPanel {
    var rows: [ListPanel.Row] = []
    for group in query.groups(in: library.catalogue, told) {
      let role = query.grouping == .chapter ? library.accent(group.id) : .heading
      if !group.title.isEmpty {
        rows.append(
          .heading(group.title, Style(role, .bold), count: group.recommendations.count))
      }
      rows += group.recommendations.map {
        Rows.recommendation($0, told, library, isColoured: query.grouping != .chapter)
      }
    }
    return ListPanel(
      columns: Rows.recommendationColumns(library), rows: rows,
      emptyText: library.dossier.recommendations.isEmpty
        ? "The dossier has no recommendations."
        : library.keys.sentence(
          "Nothing matches all of your choices"
            + (rows.isEmpty ? remedies(query, told, library) : ""),
          .clearFilter,
          "resets the filters", after: ". "),
      hasHeading: true)
  }

  /// What would fill an empty list: how many there are without each of the choices.
  private static func remedies(
    _ query: RecommendationQuery, _ told: DayOutcomes, _ library: Library
  ) -> String {
    func without(_ name: String, _ lift: (inout RecommendationQuery) -> Void) -> String? {
      var query = query
      lift(&query)
      let count = library.dossier.recommendations.count { query.matches($0, told) }
      return count > 0 ? "\(name): \(count)" : nil
    }
    let remedies = [
      without(query.standing == .proposal ? "among recommendations" : "among proposals") {
        $0.standing = nil
      },
      without("in any chapter") { $0.chapters = [] },
      without("of any addressee") { $0.addressees = [] },
      without("of one addressee as well") { $0.isJoint = nil },
      without("with and without figures") { $0.hasFigures = nil },
      without("with and without a date") { $0.hasDate = nil },
      without("on any theme") { $0.themes = [] },
      without("whatever became of them") { $0.outcome = OutcomeFilter() },
    ].compactMap(\.self)
    return remedies.isEmpty ? "" : ". There are some " + remedies.joined(separator: ", ")
  }

  private static func choices(
    _ query: RecommendationQuery, _ told: DayOutcomes, _ library: Library
  ) -> ListPanel {
    let everything = library.dossier.recommendations
    let counts = FacetCounts(everything, query, told)
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
          .query(Facets.toggled(query, \.addressees, addressee.id)), library))
    }
    func add<Value: Equatable>(
      _ title: String, _ count: Int, _ choice: WritableKeyPath<RecommendationQuery, Value?>,
      _ value: Value
    ) {
      var chosen = query
      chosen[keyPath: choice] = query[keyPath: choice] == value ? nil : value
      rows.append(
        Facets.row(
          title, count: count, isChosen: query[keyPath: choice] == value, .query(chosen), library))
    }
    add("Joint", counts.joint, \.isJoint, true)
    if !told.outcomes.isEmpty { rows += outcomeChoices(query, counts, library) }
    rows.append(.heading("Standing"))
    add(
      "Recommendations", counts.standings[.recommendation] ?? 0, \.standing, .recommendation)
    add("Proposals", counts.standings[.proposal] ?? 0, \.standing, .proposal)
    rows.append(.heading("Theme"))
    for theme in library.dossier.themes {
      rows.append(
        Facets.row(
          theme.name, count: counts.themes[theme.id] ?? 0,
          isChosen: query.themes.contains(theme.id),
          .query(Facets.toggled(query, \.themes, theme.id)), library))
    }
    rows.append(.heading("Evidence"))
    add("With figures", counts.withFigures, \.hasFigures, true)
    add("Without figures", counts.withoutFigures, \.hasFigures, false)
    add("Gives a date", counts.dated, \.hasDate, true)
    return ListPanel(columns: Facets.columns, rows: rows)
  }

  /// The choices of what became of recommendations: each status with its sign, each mark with its
  /// own, and who has judged.
  private static func outcomeChoices(
    _ query: RecommendationQuery, _ counts: FacetCounts, _ library: Library
  ) -> [ListPanel.Row] {
    func row<Value: Hashable>(
      _ sign: String, _ title: String, _ count: Int,
      _ set: WritableKeyPath<OutcomeFilter, Set<Value>>, _ value: Value
    ) -> ListPanel.Row? {
      let isChosen = query.outcome[keyPath: set].contains(value)
      // What does not occur would only make the list longer.
      guard count > 0 || isChosen else { return nil }
      var chosen = query
      chosen.outcome[keyPath: set].formSymmetricDifference([value])
      return Facets.row(
        sign.isEmpty ? title : "\(sign) \(title)", count: count, isChosen: isChosen, .query(chosen),
        library, name: title)
    }
    let statuses = AssessmentStatus.furthestFirst.compactMap { status in
      row(
        library.glyphs.sign(status), status.title, counts.statuses[status] ?? 0, \.statuses, status)
    }
    let marks = OutcomeFilter.Mark.allCases.compactMap { mark in
      row(mark.sign, mark.title, counts.marks[mark] ?? 0, \.marks, mark)
    }
    let assessors = library.dossier.followUp.assessors.compactMap { assessor in
      row("", assessor.name, counts.assessors[assessor.id] ?? 0, \.assessors, assessor.id)
    }
    let groups = [("Status", statuses), ("What became of it", marks), ("Judged by", assessors)]
    return groups.flatMap { title, rows in rows.isEmpty ? [] : [.heading(title)] + rows }
  }
}
