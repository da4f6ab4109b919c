import Model

/// The names and acronyms, those of several chapters first, with where each is mentioned.
enum IndexScreen {
  static func content(_ visit: Visit, _ library: Library) -> ScreenContent {
    let key = Library.ListKey(route: .index, panel: 0, query: visit.query)
    let list = library.list(key) { Self.list(visit.query.chapters, library) }
    let entity = list.selectedReference(visit[panel: 0]).flatMap { library.catalogue.entity($0.id) }
    let preview = Panel(
      title: entity?.name ?? "Mentions",
      content: .list(
        entity.map { entity in
          library.list(.init(route: .record(entity.reference), panel: 0)) {
            mentions(of: entity, library)
          }
        } ?? ListContent(columns: [], rows: [])))
    return ListScreens.content(
      "Index", visit, library, facets: ("Named in", library.dossier.entities.count),
      preview: preview
    ) {
      list
    } count: { id in
      library.dossier.entities.count { library.mentions.chapters(of: $0.id).contains(id) }
    }
  }

  private static func list(_ chapters: Set<String>, _ library: Library) -> ListContent {
    let mentions = library.mentions
    let entities = mentions.entities.compactMap(library.catalogue.entity).filter {
      chapters.isEmpty || !chapters.isDisjoint(with: mentions.chapters(of: $0.id))
    }
    return ListContent(
      columns: [
        .init(title: "Name", width: .flexible), .init(title: "Acronym", width: .cells(8)),
        .init(title: "Kind", width: .cells(12), leastPanelWidth: 56),
        .init(title: "Chapters", width: .cells(11)),
      ], rows: entities.map { row($0, mentions, library) },
      emptyText: library.keys.sentence("No name", .clearFilter, "shows all again", after: ". "),
      hasHeading: true)
  }

  private static func row(
    _ entity: Entity, _ mentions: Mentions, _ library: Library
  ) -> ListContent.Row {
    let chapters = mentions.chapters(of: entity.id).compactMap(library.catalogue.chapter)
    let runs = chapters.flatMap { chapter in
      [StyledRun("\(chapter.number)", Style(.accent(chapter.number), .bold)), StyledRun(" ")]
    }.dropLast()
    return ListContent.Row(
      cells: [
        .text(entity.name), .text(entity.acronym, Style(.text, .bold)),
        .text(entity.kind.rawValue, .faint), .text(StyledLine(Array(runs))),
      ],
      destination: .record(entity.reference), reference: entity.reference)
  }

  /// Where an entity is mentioned, by chapter, each record once with its place in the original.
  static func mentions(of entity: Entity, _ library: Library) -> ListContent {
    var seen: [String: [Reference]] = [:]
    var known: Set<Reference> = []
    var lines: [Reference: [String]] = [:]
    for mention in library.mentions.mentions(of: entity.id) {
      guard let reference = mention.reference else { continue }
      if known.insert(reference).inserted {
        seen[mention.chapter, default: []].append(reference)
      }
      if case .original(let locator) = mention.origin {
        lines[reference, default: []].append("\(locator.lines.lowerBound)")
      }
    }
    let groups = library.dossier.chapters.compactMap { chapter in
      seen[chapter.id].map { references in
        let heading = ListContent.Row.heading(
          "\(chapter.number) \(chapter.shortTitle)", Style(.accent(chapter.number), .bold))
        return (heading: Optional(heading), items: references)
      }
    }
    let notes = lines.mapValues { "line \($0.prefix(2).joined(separator: ", "))" }
    let (rows, widths) = Rows.records(groups, notes: notes, library)
    return ListContent(
      columns: Rows.recordColumns, rows: rows, widths: widths, emptyText: "Nothing mentions it.")
  }
}
