import Canvas
import Query
import Records

/// The panel that filters a list: the choices of each category, with counts.
enum Facets {
  static let columns = [
    ListPanel.Column(width: .cells(1)),
    // Names of assessors are long, and often begin alike.
    ListPanel.Column(width: .flexible, lines: 4),
    ListPanel.Column(width: .fit(6), alignment: .right),
  ]

  /// A row that toggles one choice; chosen ones are marked.
  ///
  /// - Parameter name: The choice's name in linear mode; its title if nil.
  static func row(
    _ title: String, count: Int, isChosen: Bool, _ destination: Destination, _ library: Library,
    style: Style = .text, name: String? = nil
  ) -> ListPanel.Row {
    ListPanel.Row(
      cells: [
        .text(isChosen ? library.glyphs.chosen : " ", Style(.heading, .bold)),
        .text(title, isChosen ? style.with(.bold) : style), .text("\(count)", .faint),
      ],
      destination: destination,
      telling: .choice(name ?? title, count: count, isChosen: isChosen))
  }

  /// The chapters as choices, each counted by a function; `total` counts all of them.
  ///
  /// - Parameter isThere: Whether a chapter has any records, regardless of other choices.
  static func chapters(
    _ query: RecommendationQuery, _ library: Library, total: Int, count: (String) -> Int,
    isThere: (String) -> Bool
  ) -> [ListPanel.Row] {
    var all = query
    all.chapters = []
    var rows = [row("All", count: total, isChosen: query.chapters.isEmpty, .query(all), library)]
    for chapter in library.dossier.chapters {
      guard isThere(chapter.id) || query.chapters.contains(chapter.id) else { continue }
      rows.append(
        row(
          chapter.listName, count: count(chapter.id),
          isChosen: query.chapters.contains(chapter.id),
          .query(toggled(query, \.chapters, chapter.id)), library,
          style: Style(Role.accent(chapter.number)),
          name: chapter.spokenName))
    }
    return rows
  }

  /// The query with one id added to a set or removed from it.
  static func toggled(
    _ query: RecommendationQuery, _ set: WritableKeyPath<RecommendationQuery, Set<String>>,
    _ id: String
  ) -> RecommendationQuery {
    var result = query
    if result[keyPath: set].remove(id) == nil { result[keyPath: set].insert(id) }
    return result
  }
}
