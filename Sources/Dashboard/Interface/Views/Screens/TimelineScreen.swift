import Model

/// The events by date with their chapters.
enum TimelineScreen {
  static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    let chapters = visit.query.chapters
    let events = library.dossier.events.filter { chapters.isEmpty || chapters.contains($0.chapter) }
    let rows = events.map { event in
      let chapter = library.catalogue.chapter(event.chapter)
      return ListContent.Row(
        cells: [
          .text(event.date.title, Style(.text, .bold)),
          .text(chapter.map { "\($0.number)" } ?? " ", Style(library.accent(event.chapter), .bold)),
          .text(event.title),
        ],
        destination: .record(event.reference), reference: event.reference)
    }
    let list = ListContent(
      columns: [
        .init(title: "When", width: .cells(11)), .init(title: "Ch", width: .cells(2)),
        .init(title: "Event", width: .flexible),
      ], rows: rows, emptyText: "No event. F shows all again.", hasHeading: true)
    let facets = ListContent(
      columns: Facets.columns,
      rows: [.heading("Chapter")]
        + Facets.chapters(visit.query, library, total: library.dossier.events.count) { id in
          library.dossier.events.count { $0.chapter == id }
        })
    let selection = list.settled(visit[panel: 0].selection) ?? 0
    let selected = rows.indices.contains(selection) ? rows[selection].reference : nil
    return ScreenContent(
      panels: [
        Panel(title: "Timeline", content: .list(list)),
        Panel(title: "Narrow down", content: .list(facets)),
        Preview.panel(selected, library),
      ],
      medium: [
        .init(.cells(26), .init(.share(1), 1)), .init(.share(1), .init(.share(1), 0, 2)),
      ],
      wide: [
        .init(.share(3), .init(.share(1), 0)),
        .init(.share(2), .init(.share(1), 2), .init(.fit(30), 1)),
      ],
      trail: ["Timeline"], detail: selected?.description ?? "")
  }
}
