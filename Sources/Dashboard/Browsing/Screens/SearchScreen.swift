import Canvas
import Query
import Records

/// The hits of a search by kind, best first, with the words in context.
enum SearchScreen {
  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let words = state.search.text
    let list = library.cache.value(ListKey(.search, words)) {
      Self.list(words, library)
    }
    let selected = list.selectedReference(state.visit[panel: 0])
    return ScreenContent(
      panels: [
        Panel(title: "Search: \(words)", part: .main, content: list),
        Preview.panel(selected, library),
      ],
      medium: [.init(.share(1), .init(.share(1), 0, 1))],
      wide: [.init(.share(3), .init(.share(1), 0)), .init(.share(2), .init(.share(1), 1))],
      trail: ["Search"])
  }

  /// The most hits listed for each kind; for others the search must be refined.
  private static let most = 300

  private static func list(_ words: String, _ library: Library) -> ListPanel {
    let results = library.searchIndex.search(words)
    var rows: [ListPanel.Row] = []
    for group in results.groups {
      let (title, count) = (group.kind.pluralTitle, group.hits.count)
      let best = "(\(count), the best \(most))"
      rows.append(
        count > most
          ? .heading("\(title)  \(best)", name: "\(title) \(best)")
          : .heading(title, count: count))
      for hit in group.hits.prefix(most) {
        let context = context(hit, results, library)
        let title = line(results.marked(hit.title), Style(.text))
        rows.append(
          ListPanel.Row(
            cells: [
              .text(
                chapterNumber(hit.reference, library),
                Style(library.accent(library.catalogue[hit.reference]?.chapter ?? ""), .bold)),
              .text(title), .text(context), .text(title),
            ],
            destination: .record(hit.reference), reference: hit.reference,
            telling: .hit(context: context.runs.map(\.text).joined())))
      }
    }
    return ListPanel(
      columns: [
        .init(width: .fit(5)), .init(width: .cells(30), leastPanelWidth: 60),
        .init(width: .flexible, leastPanelWidth: 60), .init(width: .flexible, mostPanelWidth: 59),
      ], rows: rows,
      emptyText: words.isEmpty
        ? "Type words; the last one may be the start of a word. Quotes hold words together."
        : "Nothing contains these words. Try fewer or shorter ones.",
      spokenEmptyText: words.isEmpty ? "Say what to search for: 'search border trade'." : nil)
  }

  /// The number of a recommendation, else that of the chapter.
  private static func chapterNumber(_ reference: Reference, _ library: Library) -> String {
    if case .recommendation(let item)? = library.catalogue[reference] {
      return library.catalogue.number(item)
    }
    return library.catalogue.chapter(of: reference).map { "\($0.number)" } ?? " "
  }

  private static func context(
    _ hit: SearchHit, _ results: SearchResults, _ library: Library
  ) -> StyledLine {
    guard hit.place != .title else {
      return StyledLine(library.catalogue[hit.reference]?.kindTitle ?? "", .faint)
    }
    return line(library.searchIndex.context(of: hit, in: results, width: 60), .faint)
  }

  /// A text with the searched words highlighted.
  static func line(_ text: MarkedText, _ base: Style) -> StyledLine {
    StyledLine(
      text.pieces.map {
        StyledRun($0.text, $0.isMatch ? Style(.match, [.bold, .underline]) : base)
      })
  }
}
