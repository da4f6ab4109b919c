import Canvas
import Query
import Records

/// What happened, what the report expects and what it sets a date for, on an axis of years.
enum TimelineScreen {
  /// The ways to sort the list.
  private static let orders = ["date", "latest first", "chapter"]

  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    let items = library.cache.value(ListKey(.timeline, "items")) { TimelineItem.all(library) }
    let bands = TimelineBand.allCases.filter { visit.chosen.contains($0.rawValue) }
    return ListScreens.content(
      "Timeline", visit, library,
      chosen: ListScreens.chapterNames(visit, library) + bands.map { $0.title(library) },
      orders: orders, share: 7
    ) {
      list(items, visit, library)
    } choices: {
      choices(items, visit, library)
    }
  }

  private static func list(
    _ items: [TimelineItem], _ visit: Visit, _ library: Library
  ) -> ListPanel {
    let chapters = visit.query.chapters
    let shown = items.filter { item in
      (chapters.isEmpty || chapters.contains(item.chapter))
        && (visit.chosen.isEmpty || visit.chosen.contains(item.band(library).rawValue))
    }
    let axis = TimelineAxis(shown.map(\.period), now: library.dossier.date)
    var rows: [ListPanel.Row] = []
    func add(_ heading: ListPanel.Row?, _ items: [TimelineItem]) {
      guard !items.isEmpty else { return }
      rows += [heading].compactMap(\.self) + items.map { row($0, axis, library) }
    }
    if orders[visit.order % orders.count] == "chapter" {
      let known = library.dossier.chapters
      for chapter in known {
        let own = shown.filter { $0.chapter == chapter.id }
        add(.heading(chapter, count: own.count), own)
      }
      let others = shown.filter { library.catalogue.chapter($0.chapter) == nil }
      add(.heading("Other", count: others.count), others)
    } else {
      let isReversed = orders[visit.order % orders.count] == "latest first"
      let bands = TimelineBand.allCases
      for band in isReversed ? bands.reversed() : bands {
        let own = shown.filter { $0.band(library) == band }
        add(
          library.dossier.date == nil ? nil : .heading(band.title(library), count: own.count),
          isReversed ? own.reversed() : own)
      }
    }
    return ListPanel(
      columns: [
        .init(title: "When", width: .fit(23)),
        .init(picture: { axis.heading(width: $0, $1) }, width: .cells(24), leastPanelWidth: 64),
        .init(title: "Ch", width: .cells(2)), .init(title: "Event", width: .flexible, lines: 6),
      ], rows: rows,
      emptyText: library.keys.sentence("No event", .clearFilter, "shows all again", after: ". "),
      hasHeading: true)
  }

  private static func row(
    _ item: TimelineItem, _ axis: TimelineAxis, _ library: Library
  ) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(item.period.title), .picture { axis.line(item.period, width: $0, $1) },
        .text(library.catalogue.chapter(item.chapter).map { "\($0.number)" } ?? ""),
        .text(item.title),
      ],
      destination: .record(item.reference), reference: item.reference,
      telling: item.reference.kind == .event
        ? .record : .choice("\(item.period.title): \(item.title)", count: nil))
  }

  private static func choices(
    _ items: [TimelineItem], _ visit: Visit, _ library: Library
  ) -> [ListPanel.Row] {
    let chapters = visit.query.chapters
    let inBands = items.filter {
      visit.chosen.isEmpty || visit.chosen.contains($0.band(library).rawValue)
    }
    let byChapter = Dictionary(grouping: inBands, by: \.chapter)
    let byBand = Dictionary(
      grouping: items.filter { chapters.isEmpty || chapters.contains($0.chapter) }
    ) { $0.band(library) }
    return ListScreens.chapters("Chapter", visit, library, total: inBands.count) {
      byChapter[$0]?.count ?? 0
    }
      + [.heading("Period")]
      + TimelineBand.allCases.compactMap { band in
        let count = byBand[band]?.count ?? 0
        let isChosen = visit.chosen.contains(band.rawValue)
        guard count > 0 || isChosen else { return nil }
        return Facets.row(
          band.title(library), count: count, isChosen: isChosen, .choose(band.rawValue), library)
      }
  }
}
