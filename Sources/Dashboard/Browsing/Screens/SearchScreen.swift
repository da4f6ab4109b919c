import Canvas
import Query
import Records

/// The hits of a search by kind, best first, with the words in context.
enum SearchScreen {
  package static func content(_ state: State, _ library: Library) -> ScreenContent {
    let words = state.search.text
    // Where there is room, the sentence around a hit is shown whole.
    let context = state.size.width < 60 ? 60 : 320
    let list = library.cache.value(ListKey(state.visit, "\(context) \(words)")) {
      Self.list(words, state.visit.unfolded, context, library)
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

  /// The hits of a kind that are listed at first, and the most that are listed at all.
  private static let few = 8
  private static let most = 300

  private static func list(
    _ words: String, _ unfolded: Set<String>, _ context: Int, _ library: Library
  ) -> ListPanel {
    let results = library.searchIndex.search(words)
    var rows: [ListPanel.Row] = []
    for group in results.groups {
      let (title, count) = (group.kind.pluralTitle, group.hits.count)
      rows.append(.heading(title, count: count))
      // A row that unfolds a single hit would take as much room as the hit.
      let isFolded = count > few + 1 && !unfolded.contains(group.kind.rawValue)
      let shown = isFolded ? few : most
      rows += group.hits.prefix(shown).map { row($0, results, context, library) }
      if isFolded {
        rows.append(
          .fold(
            "\(count - few) more", group.kind.rawValue, hidden: count - few, isOpen: false,
            column: 1))
      } else if count > most {
        rows.append(.heading("The best \(most) are listed; more words narrow the search.", .faint))
      }
    }
    return ListPanel(
      columns: [
        .init(width: .fit(5)), .init(width: .flexible, lines: 4), .init(width: .below, lines: 6),
      ], rows: rows,
      emptyText: words.isEmpty
        ? "Type words; the last one may be the start of a word. Quotes keep words together."
        : "Nothing contains these words. Try fewer or shorter ones.",
      spokenEmptyText: words.isEmpty ? "Say what to search for: 'search border trade'." : nil)
  }

  private static func row(
    _ hit: SearchHit, _ results: SearchResults, _ width: Int, _ library: Library
  ) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(
          chapterNumber(hit.reference, library),
          Style(library.accent(library.catalogue[hit.reference]?.chapter ?? ""), .bold)),
        .text(line(results.marked(hit.title), Style(.text))),
        .text(context(hit, results, width, library)),
      ],
      destination: .record(hit.reference), reference: hit.reference, telling: .hit)
  }

  /// The number of a recommendation, else that of the chapter.
  private static func chapterNumber(_ reference: Reference, _ library: Library) -> String {
    if case .recommendation(let item)? = library.catalogue[reference] {
      return library.catalogue.number(item)
    }
    return library.catalogue.chapter(of: reference).map { "\($0.number)" } ?? " "
  }

  /// The words in context; empty if they are all in the title.
  private static func context(
    _ hit: SearchHit, _ results: SearchResults, _ width: Int, _ library: Library
  ) -> StyledLine {
    guard hit.place != .title else { return StyledLine() }
    return line(library.searchIndex.context(of: hit, in: results, width: width), .faint)
  }

  /// A text with the searched words highlighted.
  static func line(_ text: MarkedText, _ base: Style) -> StyledLine {
    StyledLine(
      text.pieces.map {
        StyledRun($0.text, $0.isMatch ? Style(.match, [.bold, .underline]) : base)
      })
  }
}
