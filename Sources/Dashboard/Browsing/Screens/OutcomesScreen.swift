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
    let told = state.told(library)
    let day = told.day
    func made<Value>(_ name: String, _ make: () -> Value) -> Value {
      library.cache.value(ListKey(.outcomes, name, by: day), make)
    }
    let outcomes = made("board") { boardList(told, library) }
    let moves = made("changes") { changeList(to: day, library) }
    let scores = made("scores") { Scorecard(told, library) }
    let preview: Panel
    if visit.lead == scorecard || visit.focus == scorecard {
      preview = scores.preview(visit[panel: scorecard].selection, told, library)
    } else if visit.lead == changes {
      preview = Self.preview(moves.selectedReference(visit[panel: changes]), on: day, library)
    } else {
      preview = Self.preview(outcomes.selectedReference(visit[panel: board]), on: day, library)
    }
    let known = library.outcomes.judgementCount(by: day)
    return ScreenContent(
      panels: [
        Panel(
          title: "As judged by \(day.title)", name: "Board", part: .main,
          content: outcomes),
        Panel(title: "Counts by addressee and theme", name: "Counts", content: scores.panel),
        Panel(
          title: "Judgements, newest first", name: "Judgements", note: "\(known)", content: moves),
        preview, made("chart") { chart(told, library) },
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
  static func counts(_ told: DayOutcomes, _ library: Library) -> MatrixPanel {
    library.cache.value(ListKey(.outcomes, "scores", by: told.day)) { Scorecard(told, library) }
      .panel
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
  private static func boardList(_ told: DayOutcomes, _ library: Library) -> ListPanel {
    let groups = Dictionary(grouping: followed(library)) { told.summary(of: $0.id).status }
    var rows: [ListPanel.Row] = []
    for status in AssessmentStatus.furthestFirst {
      guard let own = groups[status] else { continue }
      rows.append(
        .heading(
          "\(library.glyphs.sign(status)) \(status.title)", name: status.title, count: own.count))
      rows += own.map { row($0, told, library) }
    }
    return ListPanel(
      columns: [
        .init(width: .fit(5)), .init(width: .flexible, lines: 4),
        .init(width: .fit(3), mostPanelWidth: 45),
        .init(width: .fit(34), alignment: .right, leastPanelWidth: 46),
      ], rows: rows, emptyText: "The dossier does not say what became of its recommendations.")
  }

  /// The recommendations that are followed.
  static func followed(_ library: Library) -> [Recommendation] {
    library.outcomes.followed(library.dossier.recommendations)
  }

  private static func row(
    _ item: Recommendation, _ told: DayOutcomes, _ library: Library
  ) -> ListPanel.Row {
    func remark() -> StyledLine {
      let outcome = told.outcomes.outcome(of: item.id, on: told.day)
      let words = [outcome.summary.extent?.rawValue ?? ""] + outcome.remarks.prefix(1)
      return StyledLine(
        words.filter { !$0.isEmpty }.joined(separator: ", "),
        outcome.summary.isDisputed ? Style(.caution, .bold) : .faint)
    }
    return ListPanel.Row(
      cells: [
        .text(library.catalogue.number(item), Style(library.accent(item.chapter), .bold)),
        .text(item.title), .text(told.summary(of: item.id).signs, Style(.caution, .bold)),
        .text(remark()),
      ],
      destination: .record(item.reference), reference: item.reference,
      telling: .mention(remark: told.outcomes.status(of: item, on: told.day)))
  }

  /// The most judgements that are listed; an earlier day lists earlier ones.
  private static let mostChanges = 300

  private static func changeList(to day: Period.Point, _ library: Library) -> ListPanel {
    let changes = library.outcomes.changes(
      after: Period.Point(year: .min), to: day, most: mostChanges)
    var rows = changes.reversed().compactMap { change -> ListPanel.Row? in
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
    let left = library.outcomes.judgementCount(by: day) - changes.count
    if left > 0 {
      rows.append(
        .heading(
          library.keys.sentence("\(left) earlier ones", .earlierDay, "goes back in time"), .faint))
    }
    return ListPanel(
      columns: [
        .init(width: .fit(11)), .init(width: .fit(5)), .init(width: .flexible, lines: 4),
      ],
      rows: rows, emptyText: "There were no judgements by then.")
  }

  // MARK: Chart

  /// How many were open and closed at the end of each year, as far as is known by a day.
  ///
  /// What is closed was open until its state was reached. What is closed since an unknown day has
  /// no place in time and is left out.
  private static func chart(_ told: DayOutcomes, _ library: Library) -> Panel {
    let title = "Open and closed over the years"
    var (open, undated) = (0, 0)
    var closed: [Int] = []
    for item in followed(library) {
      guard let row = told.outcomes.leading(of: item.id, on: told.day) else { continue }
      switch (row.status.group, row.since) {
      case (.open, _): open += 1
      case (.closed, let since?): closed.append(Int(since.lastDay.year))
      case (.closed, nil): undated += 1
      case (.unknown, _): break
      }
    }
    let start = [library.dossier.date?.last.year].compactMap(\.self).map(Int.init) + closed
    let last = Int(told.day.year)
    guard open + closed.count > 0, let first = start.min(), first < last else {
      return Panel(
        title: title,
        content: DocumentPanel(
          [.remark([Span("Too few judgements say when the state was reached.")], .faint)],
          glyphs: library.glyphs))
    }
    let counts = (first...last).map { year in (year, closed.count { $0 <= year }) }
    func series(_ name: String, _ count: ((year: Int, closed: Int)) -> Int) -> Series {
      Series(
        name: name,
        observations: counts.map { Observation(period: .year($0.0), value: Double(count($0))) })
    }
    let all = open + closed.count
    let indicator = Indicator(
      id: "", title: "Open and closed recommendations at the end of each year",
      unit: "recommendations", chart: .line,
      note: undated > 0 ? "\(undated) closed ones have no year." : "",
      series: [series("Open") { all - $0.closed }, series("Closed") { $0.closed }])
    return Panel(title: title, content: ChartPanel(indicator, library))
  }
}

/// How many recommendations of each addressee and theme have each status.
private struct Scorecard {
  let panel: MatrixPanel
  private let items: [[[Recommendation]]]

  init(_ told: DayOutcomes, _ library: Library) {
    let all = OutcomesScreen.followed(library)
    let found = all.map { told.summary(of: $0.id).status }
    let used = Set(found)
    let statuses = AssessmentStatus.furthestFirst.filter(used.contains)
    let columns = Dictionary(uniqueKeysWithValues: statuses.enumerated().map { ($1, $0) })
    let dossier = library.dossier
    let names = ["All"] + dossier.addressees.map(\.name) + dossier.themes.map(\.name)
    func places(_ categories: [Records.Category], from first: Int) -> [String: Int] {
      Dictionary(
        categories.enumerated().map { ($1.id, first + $0) }, uniquingKeysWith: { first, _ in first }
      )
    }
    let addressees = places(dossier.addressees, from: 1)
    let themes = places(dossier.themes, from: 1 + dossier.addressees.count)
    var cells = Array(
      repeating: Array(repeating: [Recommendation](), count: statuses.count + 1),
      count: names.count)
    for (item, status) in zip(all, found) {
      let rows =
        [0] + Set(item.addressees.compactMap { addressees[$0] })
        + Set(item.themes.compactMap { themes[$0] })
      for row in rows {
        cells[row][columns[status] ?? 0].append(item)
        cells[row][statuses.count].append(item)
      }
    }
    let kept = names.indices.filter { !cells[$0][statuses.count].isEmpty }
    items = kept.map { cells[$0] }
    panel = MatrixPanel(
      rows: kept.map { names[$0] }, columns: statuses.map(\.shortTitle) + ["All"],
      counts: items.map { $0.map(\.count) },
      destinations: items.map { $0.map { _ in .panel(.preview) } }, totalRow: 0,
      totalColumn: statuses.count)
  }

  /// The recommendations that a cell counts.
  func preview(_ selection: Int, _ told: DayOutcomes, _ library: Library) -> Panel {
    guard !panel.rows.isEmpty else {
      return Panel(title: "Preview", part: .preview, content: Preview.none(library))
    }
    let (row, column) = panel.cell(selection)
    let list = ListPanel(
      columns: Rows.recommendationColumns(library),
      rows: items[row][column].map { Rows.recommendation($0, told, library) },
      emptyText: "None of them.")
    return Panel(
      title: "\(panel.rows[row]) · \(panel.columns[column])", part: .preview, content: list)
  }
}
