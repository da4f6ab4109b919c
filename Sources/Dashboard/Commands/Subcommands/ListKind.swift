import Query
import Records

/// What `dossier list` lists.
enum ListKind: String, CaseIterable {
  case chapters, sections, recommendations, indicators, observations, events, entities, notes
  case sources, links, addressees, themes, decks, assessments

  /// The options that choose among the records of the kind.
  var filters: Set<String> {
    switch self {
    case .recommendations: Self.recommendationFilters.union(["sort"])
    case .assessments: Self.recommendationFilters
    case .events: ["chapter", "theme"]
    case .chapters, .sections, .indicators, .observations, .notes: ["chapter"]
    case .entities, .sources, .links, .addressees, .themes, .decks: []
    }
  }

  /// The options that choose among recommendations.
  private static let recommendationFilters =
    Set(OutcomeFilter.Mark.allCases.map(\.rawValue)).union([
      "chapter", "addressee", "theme", "standing", "joint", "figures", "as-of", "status",
      "assessor",
    ])

  /// The records that a filter lets through.
  func table(_ filter: ListFilter, _ catalogue: Catalogue) -> RecordTable {
    let dossier = catalogue.dossier
    switch self {
    case .recommendations:
      let told = filter.told(dossier)
      return RecordTable(
        recommendations: filter.query.recommendations(in: catalogue, told), told, in: catalogue)
    case .assessments:
      let told = filter.told(dossier)
      return RecordTable(
        judgementsOf: filter.query.recommendations(in: catalogue, told), told.outcomes,
        on: told.day, in: catalogue)
    case .events:
      return RecordTable(.event, in: catalogue) { record in
        guard case .event(let event) = record else { return false }
        return filter.takes(chapter: event.chapter) && filter.takes(theme: event.theme)
      }
    case .chapters: return table(.chapter, filter, catalogue)
    case .sections: return table(.section, filter, catalogue)
    case .indicators: return table(.indicator, filter, catalogue)
    case .notes: return table(.note, filter, catalogue)
    case .entities: return RecordTable(.entity, in: catalogue)
    case .sources: return RecordTable(.source, in: catalogue)
    case .observations:
      let tables = dossier.indicators.filter { filter.takes(chapter: $0.chapter) }
        .map(RecordTable.init(observationsOf:))
      let empty = RecordTable(observationsOf: Indicator(id: "", title: "", unit: ""))
      return RecordTable(
        columns: empty.columns, rows: tables.flatMap(\.rows), briefColumns: 5)
    case .links:
      return RecordTable(
        columns: ["from", "to", "topic", "note"],
        rows: dossier.links.map { link in
          [
            .text(link.from.description), .text(link.to.description), .text(link.topic),
            .text(link.note),
          ]
        }, briefColumns: 3)
    case .decks: return RecordTable(decksOf: dossier)
    case .addressees:
      return Self.categories(dossier.addressees, dossier) { $0.addressees.contains($1) }
    case .themes:
      return Self.categories(dossier.themes, dossier) { $0.themes.contains($1) }
    }
  }

  private func table(
    _ kind: RecordKind, _ filter: ListFilter, _ catalogue: Catalogue
  ) -> RecordTable {
    RecordTable(kind, in: catalogue) { filter.takes(chapter: $0.chapter) }
  }

  private static func categories(
    _ categories: [Records.Category], _ dossier: Dossier, isIn: (Recommendation, String) -> Bool
  ) -> RecordTable {
    RecordTable(
      columns: ["id", "title", "recommendations", "proposals"],
      rows: categories.map { category in
        let own = dossier.recommendations.filter { isIn($0, category.id) }
        let counts = [Recommendation.Standing.recommendation, .proposal].map { standing in
          RecordTable.Cell.number("\(own.count { $0.standing == standing })")
        }
        return [.text(category.id), .text(category.name)] + counts
      })
  }
}
