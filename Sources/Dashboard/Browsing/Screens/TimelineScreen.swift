import Canvas
import Query
import Records

/// The events by date with their chapters.
enum TimelineScreen {
  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    ListScreens.content(
      "Timeline", visit, library, facets: ("Chapter", library.dossier.events.count)
    ) {
      list(visit, library)
    } count: { id in
      library.dossier.events.count { $0.chapter == id }
    }
  }

  private static func list(_ visit: Visit, _ library: Library) -> ListPanel {
    let chapters = visit.query.chapters
    let events = library.dossier.events.filter { chapters.isEmpty || chapters.contains($0.chapter) }
    let rows = events.map { event in
      let chapter = library.catalogue.chapter(event.chapter)
      return ListPanel.Row(
        cells: [
          .text(event.date.title, Style(.text, .bold)),
          .text(chapter.map { "\($0.number)" } ?? " ", Style(library.accent(event.chapter), .bold)),
          .text(event.title),
        ],
        destination: .record(event.reference), reference: event.reference)
    }
    return ListPanel(
      columns: [
        .init(title: "When", width: .cells(11)), .init(title: "Ch", width: .cells(2)),
        .init(title: "Event", width: .flexible),
      ], rows: rows,
      emptyText: library.keys.sentence("No event", .clearFilter, "shows all again", after: ". "),
      hasHeading: true)
  }
}
