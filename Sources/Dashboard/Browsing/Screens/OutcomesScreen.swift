import Canvas
import Query
import Records

/// What became of the recommendations: a board by status, the counts by addressee and theme, what
/// changed when, and the course of it as a chart.
enum OutcomesScreen {
  /// The panels whose selection the preview shows.
  private static let (board, scorecard, changes) = (0, 1, 2)

  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let visit = state.visit
    let day = state.day(library)
    func list(_ name: String, _ make: () -> ListPanel) -> ListPanel {
      library.cache.value(ListKey(.outcomes, "\(name) \(day.title)"), make)
    }
    let outcomes = list("board") { boardList(on: day, library) }
    let moves = list("changes") { changeList(to: day, library) }
    let scores = Scorecard(on: day, library)
    let preview: Panel
    if visit.lead == scorecard || visit.focus == scorecard {
      preview = scores.preview(visit[panel: scorecard].selection, library)
    } else if visit.lead == changes {
      preview = Self.preview(moves.selectedReference(visit[panel: changes]), on: day, library)
    } else {
      preview = Self.preview(outcomes.selectedReference(visit[panel: board]), on: day, library)
    }
    let known = library.outcomes.changes(after: Period.Point(year: .min), to: day).count
    return ScreenContent(
      panels: [
        Panel(
          title: "As judged by \(day.title)", name: "Board", part: .main,
          content: outcomes),
        Panel(title: "Counts by addressee and theme", name: "Counts", content: scores.panel),
        Panel(
          title: "Judgements, newest first", name: "Judgements", note: "\(known)", content: moves),
        preview, chart(to: day, library),
      ],
      medium: [
        .init(.cells(32), .init(.share(1), 0)), .init(.share(1), .init(.share(1), 3, 1, 2, 4)),
      ],
      wide: [
        .init(.share(1), .init(.share(1), 0)),
        .init(.prose(leaving: 42), .init(.share(1), 3), .init(.fit(55), 1, 2, 4)),
      ],
      broad: [
        .init(.share(1), .init(.share(1), 0)),
        .init(.prose(leaving: 100), .init(.share(3), 3), .init(.share(2), 2)),
        .init(.share(1), .init(.fit(60), 1), .init(.share(1), 4)),
      ],
      trail: ["What became of it"])
  }

  /// How many recommendations of each addressee and theme have each status.
  static func counts(on day: Period.Point, _ library: Library) -> MatrixPanel {
    Scorecard(on: day, library).panel
  }

  /// The text of a recommendation's outcome.
  static func text(_ item: Recommendation, on day: Period.Point, _ library: Library)
    -> DocumentPanel
  {
    let outcome = library.outcomes.outcome(of: item.id, on: day)
    var blocks = outcome.blocks(in: library.catalogue).map(DocumentBlock.prose)
    let earlier = library.outcomes.judgements(of: item.id, on: day)
      .filter { !outcome.judgements.contains($0) }
    if !earlier.isEmpty {
      blocks += [.gap, .heading("Earlier", level: 1, role: .heading, anchor: nil), .gap]
      let items = earlier.map { [Block.paragraph($0.spans(in: library.catalogue))] }
      blocks.append(.prose(.list(start: nil, items: items)))
    }
    return DocumentPanel(
      blocks.isEmpty
        ? [.remark([Span("Not assessed by \(day.title).")], .faint)] : blocks,
      id: "\(item.id) \(day.title)", glyphs: library.glyphs)
  }

  private static func preview(
    _ reference: Reference?, on day: Period.Point, _ library: Library
  ) -> Panel {
    guard let item = reference.flatMap({ library.catalogue.recommendation($0.id) }) else {
      return Panel(title: "Preview", part: .preview, content: Preview.none(library))
    }
    return Panel(
      title: "\(library.catalogue.number(item)) \(item.title)", name: "Judgements of it",
      part: .preview, accent: library.accent(item.chapter), content: text(item, on: day, library))
  }

  // MARK: Lists

  /// The recommendations under their statuses, those that got furthest first.
  private static func boardList(on day: Period.Point, _ library: Library) -> ListPanel {
    let outcomes = followed(library).map { ($0, library.outcomes.outcome(of: $0.id, on: day)) }
    var rows: [ListPanel.Row] = []
    for status in order {
      let own = outcomes.filter { $0.1.status == status }
      guard !own.isEmpty else { continue }
      rows.append(.heading(status.title, count: own.count))
      rows += own.map { row($0.0, $0.1, library) }
    }
    return ListPanel(
      columns: [
        .init(width: .fit(5)), .init(width: .flexible, lines: 4),
        .init(width: .fit(34), alignment: .right, leastPanelWidth: 46),
      ], rows: rows, emptyText: "The dossier does not say what became of its recommendations.")
  }

  /// The statuses from what is done to what is not known.
  static let order: [AssessmentStatus] = [
    .implemented, .resolvedOtherwise, .partlyImplemented, .inProgress, .noAction, .notImplemented,
    .reversed, .notAssessed,
  ]

  /// The recommendations that are followed.
  static func followed(_ library: Library) -> [Recommendation] {
    library.outcomes.followed(library.dossier.recommendations)
  }

  private static func row(
    _ item: Recommendation, _ outcome: Outcome, _ library: Library
  ) -> ListPanel.Row {
    let extent = outcome.headline?.extent?.rawValue ?? ""
    let remark = ([extent] + outcome.remarks.prefix(1)).filter { !$0.isEmpty }
    return ListPanel.Row(
      cells: [
        .text(library.catalogue.number(item), Style(library.accent(item.chapter), .bold)),
        .text(item.title),
        .text(
          remark.joined(separator: ", "), outcome.isDisputed ? Style(.caution, .bold) : .faint),
      ],
      destination: .record(item.reference), reference: item.reference,
      telling: .mention(
        remark: ([outcome.title] + outcome.remarks).joined(separator: ", ")))
  }

  private static func changeList(to day: Period.Point, _ library: Library) -> ListPanel {
    let changes = library.outcomes.changes(after: Period.Point(year: .min), to: day).reversed()
    let rows = changes.compactMap { change -> ListPanel.Row? in
      let row = change.assessment
      guard let item = library.catalogue.recommendation(row.recommendation) else { return nil }
      return ListPanel.Row(
        cells: [
          .text(row.date.title, .faint),
          .text(library.catalogue.number(item), Style(library.accent(item.chapter), .bold)),
          .text("\(change.title), \(library.dossier.followUp.assessor(row.assessor))"),
        ], destination: .record(item.reference), reference: item.reference,
        telling: .mention(
          remark: "\(row.date.title), \(change.title), "
            + library.dossier.followUp.assessor(row.assessor)))
    }
    return ListPanel(
      columns: [
        .init(width: .fit(11)), .init(width: .fit(5)), .init(width: .flexible, lines: 4),
      ],
      rows: rows, emptyText: "There were no judgements by then.")
  }

  // MARK: Chart

  /// How many were closed and open at the end of each year, by when their states were reached.
  private static func chart(to day: Period.Point, _ library: Library) -> Panel {
    let outcomes = followed(library).map { library.outcomes.outcome(of: $0.id, on: day) }
    let dated = outcomes.compactMap { outcome in
      outcome.headline.flatMap { row in row.since.map { ($0.lastDay.year, row.status.group) } }
    }
    guard let first = dated.map(\.0).min(), let last = dated.map(\.0).max(), first < last else {
      return Panel(
        title: "Over the years",
        content: DocumentPanel(
          [.remark([Span("Too few judgements say when the state was reached.")], .faint)],
          glyphs: library.glyphs))
    }
    let groups: [(AssessmentStatus.Group, String)] = [(.closed, "Closed"), (.open, "Under way")]
    let series = groups.map { group, name in
      Series(
        name: name,
        observations: (first...last).map { year in
          let count = dated.count { $0.0 <= year && $0.1 == group }
          return Observation(period: .year(Int(year)), value: Double(count))
        })
    }
    let undated = outcomes.count - dated.count
    let indicator = Indicator(
      id: "", title: "Recommendations by the year in which their state was reached",
      unit: "recommendations", chart: .line,
      note: undated > 0 ? "\(undated) have no year." : "", series: series)
    return Panel(title: "Over the years", content: ChartPanel(indicator, library))
  }
}

/// How many recommendations of each addressee and theme have each status.
private struct Scorecard {
  let panel: MatrixPanel
  private let items: [[[Recommendation]]]

  init(on day: Period.Point, _ library: Library) {
    let all = OutcomesScreen.followed(library).map {
      ($0, library.outcomes.outcome(of: $0.id, on: day).status)
    }
    let statuses = OutcomesScreen.order.filter { status in
      all.contains { $0.1 == status }
    }
    var rows: [(name: String, takes: (Recommendation) -> Bool)] = [("All", { _ in true })]
    rows += library.dossier.addressees.map { addressee in
      (addressee.name, { $0.addressees.contains(addressee.id) })
    }
    rows += library.dossier.themes.map { theme in (theme.name, { $0.themes.contains(theme.id) }) }
    rows = rows.filter { row in all.contains { row.takes($0.0) } }
    items = rows.map { row in
      statuses.map { status in all.filter { $0.1 == status && row.takes($0.0) }.map(\.0) }
        + [all.filter { row.takes($0.0) }.map(\.0)]
    }
    panel = MatrixPanel(
      rows: rows.map(\.name), columns: statuses.map(\.shortTitle) + ["All"],
      counts: items.map { $0.map(\.count) },
      destinations: items.map { $0.map { _ in .panel(.preview) } }, totalRow: 0,
      totalColumn: statuses.count)
  }

  /// The recommendations that a cell counts.
  func preview(_ selection: Int, _ library: Library) -> Panel {
    guard !panel.rows.isEmpty else {
      return Panel(title: "Preview", part: .preview, content: Preview.none(library))
    }
    let (row, column) = panel.cell(selection)
    let list = ListPanel(
      columns: Rows.recommendationColumns,
      rows: items[row][column].map { Rows.recommendation($0, library) },
      emptyText: "None of them.")
    return Panel(
      title: "\(panel.rows[row]) · \(panel.columns[column])", part: .preview, content: list)
  }
}
