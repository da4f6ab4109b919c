import Model

/// All indicators under their chapters, with their last values and a look at the selected one.
enum IndicatorsScreen {
  static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    ListScreens.content(
      "Indicators", visit, library, facets: ("Chapter", library.dossier.indicators.count)
    ) {
      list(visit, library)
    } count: { id in
      library.dossier.indicators.count { $0.chapter == id }
    }
  }

  private static func list(_ visit: Visit, _ library: Library) -> ListContent {
    var rows: [ListContent.Row] = []
    let chapters = visit.query.chapters
    for chapter in library.dossier.chapters where chapters.isEmpty || chapters.contains(chapter.id)
    {
      let own = library.catalogue.indicators(ofChapter: chapter.id)
      guard !own.isEmpty else { continue }
      rows.append(
        .heading(
          "\(chapter.number) \(chapter.shortTitle)  (\(own.count))",
          Style(.accent(chapter.number), .bold)))
      rows += own.map { Rows.indicator($0, library) }
    }
    let others = library.dossier.indicators.filter { library.catalogue.chapter($0.chapter) == nil }
    if !others.isEmpty, chapters.isEmpty {
      rows.append(.heading("Other"))
      rows += others.map { Rows.indicator($0, library) }
    }
    return ListContent(
      columns: Rows.indicatorColumns, rows: rows,
      emptyText: "No indicator. F shows all again.", hasHeading: true)
  }
}
