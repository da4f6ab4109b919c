import Query
import Records

/// The bookmarked records.
enum BookmarksScreen {
  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let list = ListPanel(
      columns: Rows.recordColumns,
      rows: state.bookmarks.filter { library.catalogue[$0] != nil }.map {
        Rows.mention($0, library)
      },
      emptyText: library.keys.sentence(
        "No bookmarks yet", .bookmark, "sets one on the record that is shown or selected",
        after: ". "),
      spokenEmptyText: "'mark' sets one on the page, 'mark 2' on a choice.")
    let selected = list.selectedReference(state.visit[panel: 0])
    return ScreenContent(
      panels: [
        Panel(title: "Bookmarks", part: .main, content: list),
        Preview.panel(selected, library, state.told(library)),
      ],
      medium: [.init(.share(1), .init(.share(1), 0, 1))],
      wide: [.init(.share(1), .init(.share(1), 0)), .init(.share(1), .init(.share(1), 1))],
      trail: ["Bookmarks"])
  }
}
