import Canvas
import Query
import Records

/// The first screen: the dossier's subject, its chapters, its headlines, and who is asked.
enum OverviewScreen {
  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    func list(_ name: String, _ make: (Library) -> ListPanel) -> ListPanel {
      library.cache.value(ListKey(.overview, name)) { make(library) }
    }
    let headlines = list("headlines", headlines)
    let selected = headlines.selectedReference(visit[panel: 1])
    return ScreenContent(
      panels: [
        Panel(title: "Chapters", content: list("chapters", chapters)),
        Panel(title: "Headline indicators", content: headlines),
        Panel(title: "Recommendations by addressee", content: list("addressees", addressees)),
        Panel(title: "About", content: about(library)),
        Preview.panel(selected, library),
      ],
      medium: [
        .init(.cells(36), .init(.fit(60), 0), .init(.share(1), 2)),
        .init(.share(1), .init(.fit(65), 1), .init(.share(1), 3, 4)),
      ],
      wide: [
        .init(.cells(36), .init(.fit(60), 0), .init(.share(1), 2)),
        .init(.share(3), .init(.fit(65), 1), .init(.share(1), 4)),
        .init(.share(2), .init(.share(1), 3)),
      ],
      trail: [])
  }

  private static func chapters(_ library: Library) -> ListPanel {
    let rows = library.dossier.chapters.map { chapter in
      let items = library.dossier.recommendations.count {
        $0.standing == .recommendation && $0.chapter == chapter.id
      }
      let figures = library.dossier.indicators.count { $0.chapter == chapter.id }
      return ListPanel.Row(
        cells: [
          .text("\(chapter.number)", Style(.accent(chapter.number), .bold)),
          .text(chapter.shortTitle),
          .text(items > 0 ? "\(items)" : "–", .faint),
          .text(figures > 0 ? "\(figures)" : "–", .faint),
        ],
        destination: .route(.chapter(chapter.id)), reference: chapter.reference)
    }
    return ListPanel(
      columns: [
        .init(width: .cells(1)), .init(title: "", width: .flexible),
        .init(title: "recs", width: .fit(6), alignment: .right),
        .init(title: "figures", width: .cells(7), alignment: .right),
      ], rows: rows,
      emptyText: library.keys.sentence("No chapter could be read", .faults, "shows the faults"),
      spokenEmptyText: "No chapter could be read; 'faults' says why.", hasHeading: true)
  }

  /// Each headline in two or three rows: what is measured, the value with series and date, and what
  /// came later.
  private static func headlines(_ library: Library) -> ListPanel {
    let rows = library.catalogue.headlines.flatMap { headline -> [ListPanel.Row] in
      let row = Rows.indicator(headline.indicator, library)
      let lines = [headline.value, headline.since].filter { !$0.isEmpty }
      return [
        ListPanel.Row(
          cells: [row.cells[0], row.cells[1]], destination: row.destination,
          reference: row.reference)
      ]
        + lines.map { line in
          ListPanel.Row(cells: [.text("  \(line)", .faint)], telling: .nothing)
        }
    }
    return ListPanel(
      columns: [.init(width: .flexible), .init(width: .cells(12), leastPanelWidth: 44)], rows: rows,
      emptyText: library.keys.sentence(
        "The dossier names no headline indicators", .indicators, "lists all of them"),
      spokenEmptyText: "The dossier names no headline indicators; 'indicators' lists all of them.")
  }

  private static func addressees(_ library: Library) -> ListPanel {
    let all = library.dossier.recommendations
    func isAsked(_ test: (Recommendation) -> Bool) -> Bool {
      all.contains { $0.standing == .recommendation && test($0) }
    }
    func row(_ title: String, _ query: RecommendationQuery) -> ListPanel.Row {
      var query = query
      query.grouping = .chapter
      let count = all.count(where: query.matches)
      return ListPanel.Row(
        cells: [.text(title), .text("\(count)", .faint)], destination: .query(query),
        telling: .choice(title, count: count))
    }
    var rows = [
      row("All recommendations", RecommendationQuery(standing: .recommendation))
    ]
    for addressee in library.dossier.addressees
    where isAsked({ $0.addressees.contains(addressee.id) }) {
      rows.append(
        row(
          addressee.name,
          RecommendationQuery(addressees: [addressee.id], standing: .recommendation)))
    }
    if isAsked(\.isJoint) {
      rows.append(
        row(
          "Joint: two or more",
          RecommendationQuery(standing: .recommendation, isJoint: true)))
    }
    if all.contains(where: { $0.standing == .proposal }) {
      rows.append(row("Proposals in the body", RecommendationQuery(standing: .proposal)))
    }
    rows.append(
      ListPanel.Row(
        cells: [
          .text("Matrix: theme by addressee"),
          .text(library.keys.keyName(for: .matrix), Style(.key)),
        ],
        destination: .route(.matrix), telling: .choice("Matrix: theme by addressee", count: nil)))
    return ListPanel(
      columns: [.init(width: .flexible), .init(width: .fit(6), alignment: .right)], rows: rows,
      emptyText: "The dossier has no recommendations.")
  }

  private static func about(_ library: Library) -> DocumentPanel {
    let dossier = library.dossier
    var blocks: [DocumentBlock] = [
      .heading(dossier.title, level: 0, role: .heading, anchor: nil)
    ]
    if !dossier.subtitle.isEmpty { blocks.append(.prose(.paragraph([Span(dossier.subtitle)]))) }
    blocks += [
      Fields.text("Authors", dossier.authors.joined(separator: ", ")),
      Fields.text("Publisher", dossier.publisher),
      Fields.text("Date", dossier.date?.title ?? ""),
      Fields.text("ISBN", dossier.isbn),
    ].compactMap(\.self)
    blocks.append(.gap)
    let faults = library.diagnostics.count
    if faults > 0 {
      let told = faults == 1 ? "1 fault was found" : "\(faults) faults were found"
      let remark = library.keys.sentence("\(told) while reading", .faults, "lists them")
      blocks.append(.remark([Span(remark)], .caution))
    }
    blocks += dossier.about.map(DocumentBlock.prose)
    return DocumentPanel(blocks, glyphs: library.glyphs)
  }
}
