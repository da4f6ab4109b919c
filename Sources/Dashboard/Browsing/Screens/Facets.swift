import Canvas
import Query
import Records

/// The panel that narrows a list down: what there is of each sort, with counts.
enum Facets {
  static let columns = [
    ListPanel.Column(width: .cells(1)),
    ListPanel.Column(width: .flexible),
    ListPanel.Column(width: .fit(6), alignment: .right),
  ]

  /// A row that switches one choice; the chosen ones are marked.
  ///
  /// - Parameter name: What the choice is called where it is heard; its title when nil.
  static func row(
    _ title: String, count: Int, isChosen: Bool, _ query: RecommendationQuery,
    style: Style = .text, name: String? = nil
  ) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(isChosen ? "×" : " ", Style(.heading, .bold)),
        .text(title, isChosen ? style.with(.bold) : style), .text("\(count)", .faint),
      ],
      destination: .query(query),
      telling: .choice(name ?? title, count: count, isChosen: isChosen))
  }

  /// The choices of chapters, each counted by a function; `total` counts what all of them hold.
  ///
  /// - Parameter isThere: Whether a chapter has any, whatever else is chosen.
  static func chapters(
    _ query: RecommendationQuery, _ library: Library, total: Int, count: (String) -> Int,
    isThere: (String) -> Bool
  ) -> [ListPanel.Row] {
    var all = query
    all.chapters = []
    var rows = [row("All", count: total, isChosen: query.chapters.isEmpty, all)]
    for chapter in library.dossier.chapters {
      guard isThere(chapter.id) || query.chapters.contains(chapter.id) else { continue }
      rows.append(
        row(
          chapter.listName, count: count(chapter.id),
          isChosen: query.chapters.contains(chapter.id),
          toggled(query, \.chapters, chapter.id), style: Style(Role.accent(chapter.number)),
          name: chapter.spokenName))
    }
    return rows
  }

  /// The query with one id put into a set or taken out of it.
  static func toggled(
    _ query: RecommendationQuery, _ set: WritableKeyPath<RecommendationQuery, Set<String>>,
    _ id: String
  ) -> RecommendationQuery {
    var result = query
    if result[keyPath: set].remove(id) == nil { result[keyPath: set].insert(id) }
    return result
  }
}
