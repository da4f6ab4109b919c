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
    let chosen = visit.query.chapters
    var groups: [(heading: ListContent.Row?, items: [Indicator])] = []
    for chapter in library.dossier.chapters where chosen.isEmpty || chosen.contains(chapter.id) {
      let own = library.catalogue.indicators(ofChapter: chapter.id)
      guard !own.isEmpty else { continue }
      groups.append(
        (
          .heading(
            "\(chapter.number) \(chapter.shortTitle)  (\(own.count))",
            Style(.accent(chapter.number), .bold)), own
        ))
    }
    let others = library.dossier.indicators.filter { library.catalogue.chapter($0.chapter) == nil }
    if !others.isEmpty, chosen.isEmpty { groups.append((.heading("Other"), others)) }
    let (rows, widths) = Rows.indicators(groups, library)
    return ListContent(
      columns: Rows.indicatorColumns, rows: rows, widths: widths,
      emptyText: library.keys.sentence(
        "No indicator", .clearFilter, "shows all again", after: ". "), hasHeading: true)
  }
}
