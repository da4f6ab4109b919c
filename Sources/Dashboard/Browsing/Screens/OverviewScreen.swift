import Canvas
import Query
import Records

/// The first screen: what the dossier says, its chapters, its headlines and who is asked, with what
/// the selection is about beside them.
enum OverviewScreen {
  /// The panels of lists; the others follow the selection in them.
  private static let (chapters, addressees, headlines, about) = (0, 1, 2, 3)

  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let (visit, told) = (state.visit, state.told(library))
    func list(_ name: String, _ make: (Library) -> ListPanel) -> ListPanel {
      library.cache.value(ListKey(.overview, name)) { make(library) }
    }
    let all = [
      list("chapters", chapterList),
      library.cache.value(ListKey(.overview, "addressees", by: told.day)) {
        addresseeList(told, library)
      },
      list("headlines", headlineList),
    ]
    let lead = all.indices.contains(visit.lead) ? visit.lead : chapters
    let row = all[lead].settled(visit[panel: lead].selection)
    let preview = OverviewPreview(row.map { all[lead].rows[$0] }, told, library)
    var panels = [
      Panel(title: "Chapters", note: "asks figures", content: all[chapters]),
      Panel(title: "Asked of", note: "asks", content: all[addressees]),
      Panel(title: "Headline figures", content: all[headlines]),
      Panel(title: "About", content: aboutText(library)),
      preview.text,
    ]
    let text = panels.count - 1
    let chart = preview.chart.map { chart in
      panels.append(chart)
      return panels.count - 1
    }
    let order = [text, chart].compactMap(\.self)
    let wide: [ScreenContent.Slot] =
      switch chart {
      case nil: [.init(.share(1), text, about)]
      case let chart? where preview.startsWithChart:
        [.init(.share(3), chart), .init(.share(2), text, about)]
      case let chart?: [.init(.fit(65), text, about), .init(.share(1), chart)]
      }
    let lists: [ScreenContent.Slot] = [.init(.fit(35), chapters), .init(.fit(35), addressees)]
    var content = ScreenContent(
      panels: panels,
      medium: [
        .init(
          .cells(35), .init(.fit(50), chapters), .init(.share(1), addressees, headlines, about)),
        .init(.share(1), .init(.share(1), preview.startsWithChart ? order.reversed() : order)),
      ],
      wide: [
        .init(.share(1), lists + [.init(.share(1), headlines)]), .init(.prose(leaving: 42), wide),
      ],
      broad: [
        .init(.cells(46), lists + [.init(.share(1), about)]),
        .init(.prose(leaving: 80), .init(.share(1), text)),
        .init(
          .share(1),
          chart.map { [.init(.share(1), $0), .init(.fit(45), headlines)] }
            ?? [.init(.share(1), headlines)]),
      ],
      trail: [], lede: lede(library.dossier))
    content.offer = offer(library)
    return content
  }

  /// The key for talks and the shortest one.
  private static func offer(_ library: Library) -> String {
    let key = library.keys.keyName(for: .present)
    guard let minutes = library.dossier.decks.compactMap(\.minutes).min(), !key.isEmpty else {
      return ""
    }
    let length = ValueFormat.minutes(minutes).split(separator: " ")[0]
    return "\(key): give a \(length)-minute talk"
  }

  /// What the dossier says in a sentence: the first one of its introduction, otherwise of what it
  /// says about itself.
  private static func lede(_ dossier: Dossier) -> String {
    let summary = dossier.chapters.first { $0.number == 0 }?.summary ?? ""
    let about = dossier.about.lazy.flatMap(\.paragraphs).first { !$0.isEmpty }
    return (summary.isEmpty ? about?.plainText ?? "" : summary).firstSentence
  }

  private static func chapterList(_ library: Library) -> ListPanel {
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
        .init(width: .cells(1)), .init(width: .flexible),
        .init(width: .fit(6), alignment: .right), .init(width: .cells(7), alignment: .right),
      ], rows: rows,
      emptyText: library.keys.sentence("No chapter could be read", .faults, "shows the faults"),
      spokenEmptyText: "No chapter could be read; 'faults' says why.")
  }

  /// Each headline in two or three rows: what is measured, the value with series and date, and what
  /// came later, which opens on its own.
  private static func headlineList(_ library: Library) -> ListPanel {
    let rows = library.catalogue.headlines.flatMap { headline -> [ListPanel.Row] in
      let row = Rows.indicator(headline.indicator, library)
      var rows = [
        ListPanel.Row(
          cells: [row.cells[0], row.cells[1], .text(headline.value, .faint)],
          destination: row.destination, reference: row.reference)
      ]
      if let later = headline.later, !headline.since.isEmpty {
        rows.append(
          ListPanel.Row(
            cells: [.text(headline.since, .faint)], destination: .record(later.reference),
            reference: later.reference, telling: .mention(remark: headline.since)))
      }
      return rows
    }
    return ListPanel(
      columns: [
        .init(width: .flexible, lines: 5), .init(width: .cells(12), leastPanelWidth: 60),
        .init(width: .below, lines: 3),
      ], rows: rows,
      emptyText: library.keys.sentence(
        "The dossier names no headline indicators", .indicators, "lists all of them"),
      spokenEmptyText: "The dossier names no headline indicators; 'indicators' lists all of them.")
  }

  private static func addresseeList(_ told: DayOutcomes, _ library: Library) -> ListPanel {
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
    if !library.outcomes.isEmpty {
      let followed = OutcomesScreen.followed(library).map(\.id)
      let counts = library.outcomes.counts(of: followed, on: told.day)
      let done = counts.first { $0.status == .implemented }?.count ?? 0
      rows.append(
        ListPanel.Row(
          cells: [
            .text("Implemented: \(done) of \(followed.count)"),
            .text(library.keys.keyName(for: .outcomes), Style(.key)),
          ], destination: .route(.outcomes), telling: .cells))
    }
    rows.append(
      ListPanel.Row(
        cells: [
          .text("Matrix: theme by addressee"),
          .text(library.keys.keyName(for: .matrix), Style(.key)),
        ],
        destination: .route(.matrix), telling: .choice("Matrix: theme by addressee", count: nil)))
    if !library.dossier.links.isEmpty {
      rows.append(
        ListPanel.Row(
          cells: [
            .text("Links: chapter by chapter"),
            .text(library.keys.keyName(for: .links), Style(.key)),
          ],
          destination: .route(.links), telling: .choice("Links: chapter by chapter", count: nil)))
    }
    return ListPanel(
      columns: [.init(width: .flexible), .init(width: .fit(6), alignment: .right)], rows: rows,
      emptyText: "The dossier has no recommendations.")
  }

  private static func aboutText(_ library: Library) -> DocumentPanel {
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
