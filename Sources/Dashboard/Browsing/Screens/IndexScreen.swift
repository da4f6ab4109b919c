import Canvas
import Query
import Records

/// The names and acronyms, those of several chapters first, with where each is mentioned.
enum IndexScreen {
  /// The ways to sort the list.
  private static let orders = ["chapters", "name", "kind"]

  package static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    ListScreens.content(
      "Index", visit, library, chosen: ListScreens.chapterNames(visit, library), orders: orders,
      preview: { preview($0, library) }
    ) {
      list(visit, library)
    } choices: {
      ListScreens.chapters("Named in", visit, library, total: library.dossier.entities.count) {
        id in
        library.dossier.entities.count { library.mentions.chapters(of: $0.id).contains(id) }
      }
    }
  }

  private static func preview(_ reference: Reference?, _ library: Library) -> Panel {
    let entity = reference.flatMap { library.catalogue.entity($0.id) }
    return Panel(
      title: entity?.name ?? "Mentions", part: .preview,
      content: entity.map { mentions(of: $0, library) } ?? ListPanel(columns: [], rows: []))
  }

  private static func list(_ visit: Visit, _ library: Library) -> ListPanel {
    let mentions = library.mentions
    let chapters = visit.query.chapters
    var entities = mentions.entities.compactMap(library.catalogue.entity).filter {
      chapters.isEmpty || !chapters.isDisjoint(with: mentions.chapters(of: $0.id))
    }
    switch orders[visit.order % orders.count] {
    case "name": entities.sort { $0.name < $1.name }
    case "kind": entities.sort { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) }
    default: break
    }
    return ListPanel(
      columns: [
        .init(title: "Name", width: .flexible, lines: 3), .init(title: "Acronym", width: .fit(10)),
        .init(title: "Kind", width: .cells(12), leastPanelWidth: 56),
        .init(title: "Chapters", width: .cells(11)),
      ], rows: entities.map { row($0, mentions, library) },
      emptyText: library.keys.sentence("No name", .clearFilter, "shows all again", after: ". "),
      hasHeading: true)
  }

  private static func row(
    _ entity: Entity, _ mentions: Mentions, _ library: Library
  ) -> ListPanel.Row {
    // In one style: each change of colour is sent with every page.
    func chapters() -> String {
      mentions.chapters(of: entity.id).compactMap(library.catalogue.chapter)
        .map { "\($0.number)" }.joined(separator: " ")
    }
    return ListPanel.Row(
      cells: [
        .text(entity.name), .text(entity.acronym), .text(entity.kind.rawValue),
        .text(chapters()),
      ],
      destination: .record(entity.reference), reference: entity.reference)
  }

  /// Where an entity is mentioned, by chapter, each record once with its place in the original.
  static func mentions(of entity: Entity, _ library: Library) -> ListPanel {
    library.cache.value(ListKey(.record(entity.reference))) { list(of: entity, library) }
  }

  private static func list(of entity: Entity, _ library: Library) -> ListPanel {
    var seen: [String: [Reference]] = [:]
    var known: Set<Reference> = []
    var lines: [Reference: [String]] = [:]
    for mention in library.mentions.mentions(of: entity.id) {
      guard let reference = mention.reference else { continue }
      if known.insert(reference).inserted {
        seen[mention.chapter, default: []].append(reference)
      }
      if case .original(let locator) = mention.origin, let first = locator.lines?.lowerBound {
        lines[reference, default: []].append("\(first)")
      }
    }
    let rows = library.dossier.chapters.flatMap { chapter -> [ListPanel.Row] in
      guard let references = seen[chapter.id] else { return [] }
      return [.heading(chapter)]
        + references.map { reference in
          let places = lines[reference].map { "line \($0.prefix(2).joined(separator: ", "))" }
          return Rows.mention(reference, library, remark: places ?? "")
        }
    }
    return ListPanel(
      columns: Rows.recordColumns, rows: rows, emptyText: "Nothing mentions it.")
  }
}
