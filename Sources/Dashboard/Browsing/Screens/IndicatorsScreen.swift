import Query
import Records

/// All indicators by chapter, with their last values and a preview of the selected one.
enum IndicatorsScreen {
  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    ListScreens.content(
      "Indicators", visit, library, facets: ("Chapter", library.dossier.indicators.count)
    ) {
      list(visit, library)
    } count: { id in
      library.dossier.indicators.count { $0.chapter == id }
    }
  }

  private static func list(_ visit: Visit, _ library: Library) -> ListPanel {
    let chosen = visit.query.chapters
    var rows: [ListPanel.Row] = []
    func add(_ heading: ListPanel.Row, _ indicators: [Indicator]) {
      rows.append(heading)
      rows += indicators.map { Rows.indicator($0, library) }
    }
    for chapter in library.dossier.chapters where chosen.isEmpty || chosen.contains(chapter.id) {
      let own = library.catalogue.indicators(ofChapter: chapter.id)
      if !own.isEmpty { add(.heading(chapter, count: own.count), own) }
    }
    let others = library.dossier.indicators.filter { library.catalogue.chapter($0.chapter) == nil }
    if !others.isEmpty, chosen.isEmpty { add(.heading("Other"), others) }
    return ListPanel(
      columns: Rows.indicatorColumns, rows: rows,
      emptyText: library.keys.sentence(
        "No indicator", .clearFilter, "shows all again", after: ". "), hasHeading: true)
  }
}
