import Query
import Records

/// All indicators by chapter: what changes over time first, single figures folded.
enum IndicatorsScreen {
  /// The ways to sort the list.
  private static let orders = ["chapter", "title", "change"]

  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    let forms = IndicatorForm.allCases.filter { visit.chosen.contains($0.rawValue) }
    var screen = ListScreens.content(
      "Indicators", visit, library,
      chosen: ListScreens.chapterNames(visit, library) + forms.map(\.title), orders: orders
    ) {
      list(visit, library)
    } choices: {
      choices(visit, library)
    }
    screen.selection = screen.list(.main)?.rows.firstIndex { isCurve($0, library) } ?? 0
    return screen
  }

  /// Whether a row's indicator is drawn as a curve.
  private static func isCurve(_ row: ListPanel.Row, _ library: Library) -> Bool {
    row.reference.flatMap { library.catalogue.indicator($0.id) }
      .map { IndicatorForm($0) == .series } ?? false
  }

  private static func list(_ visit: Visit, _ library: Library) -> ListPanel {
    let chapters = visit.query.chapters
    let shown = library.dossier.indicators.filter { indicator in
      (chapters.isEmpty || chapters.contains(indicator.chapter))
        && (visit.chosen.isEmpty || visit.chosen.contains(IndicatorForm(indicator).rawValue))
    }
    let rows =
      visit.order % orders.count == 0
      ? byChapter(shown, visit, library)
      : sorted(shown, orders[visit.order % orders.count], library).map {
        Rows.indicator($0, library)
      }
    return ListPanel(
      columns: Rows.indicatorColumns, rows: rows,
      emptyText: library.keys.sentence(
        "No indicator", .clearFilter, "shows all again", after: ". "), hasHeading: true)
  }

  private static func byChapter(
    _ indicators: [Indicator], _ visit: Visit, _ library: Library
  ) -> [ListPanel.Row] {
    var groups = Dictionary(grouping: indicators, by: \.chapter)
    var rows: [ListPanel.Row] = []
    for chapter in library.dossier.chapters {
      guard let own = groups.removeValue(forKey: chapter.id) else { continue }
      rows.append(.heading(chapter, count: own.count))
      rows += self.rows(own, chapter.id, visit, library)
    }
    let others = indicators.filter { groups[$0.chapter] != nil }
    if !others.isEmpty {
      rows.append(.heading("Other", count: others.count))
      rows += self.rows(others, "other", visit, library)
    }
    return rows
  }

  /// The rows of a chapter's indicators, or of those without a chapter.
  private static func rows(
    _ own: [Indicator], _ chapter: String, _ visit: Visit, _ library: Library
  ) -> [ListPanel.Row] {
    let forms = Dictionary(grouping: own, by: IndicatorForm.init)
    var rows = ((forms[.series] ?? []) + (forms[.comparison] ?? [])).map {
      Rows.indicator($0, library)
    }
    guard let single = forms[.single] else { return rows }
    let figures = single.map { Rows.indicator($0, library) }
    // A row that shows a single figure would take as much room as the figure.
    if single.count == 1 || visit.chosen.contains(IndicatorForm.single.rawValue) {
      return rows + figures
    }
    let isOpen = visit.unfolded.contains(chapter)
    rows.append(
      .fold("\(single.count) single figures", chapter, hidden: single.count, isOpen: isOpen))
    return isOpen ? rows + figures : rows
  }

  private static func sorted(
    _ indicators: [Indicator], _ order: String, _ library: Library
  ) -> [Indicator] {
    if order == "title" { return indicators.sorted { $0.titleLine < $1.titleLine } }
    // Those without a change come last.
    let changes = indicators.map { indicator in
      let isOverTime = IndicatorForm(indicator) == .series
      return isOverTime
        ? library.catalogue.changes(of: indicator).first?.size ?? -.infinity : -.infinity
    }
    return indicators.indices.sorted { (changes[$0], $1) > (changes[$1], $0) }.map {
      indicators[$0]
    }
  }

  private static func choices(_ visit: Visit, _ library: Library) -> [ListPanel.Row] {
    let all = library.dossier.indicators
    let chapters = visit.query.chapters
    func isChosen(_ indicator: Indicator) -> Bool {
      visit.chosen.isEmpty || visit.chosen.contains(IndicatorForm(indicator).rawValue)
    }
    let ofForm = Dictionary(grouping: all.filter(isChosen), by: \.chapter)
    let ofChapter = Dictionary(
      grouping: all.filter { chapters.isEmpty || chapters.contains($0.chapter) },
      by: IndicatorForm.init)
    return ListScreens.chapters(
      "Chapter", visit, library, total: all.count(where: isChosen)
    ) { ofForm[$0]?.count ?? 0 }
      + [.heading("Values")]
      + IndicatorForm.allCases.map { form in
        Facets.row(
          form.title, count: ofChapter[form]?.count ?? 0,
          isChosen: visit.chosen.contains(form.rawValue), .choose(form.rawValue), library)
      }
  }
}
