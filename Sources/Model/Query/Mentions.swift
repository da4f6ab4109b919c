package import Records
import Text

/// A place where an entity is mentioned.
package struct EntityMention: Hashable, Sendable {
  /// How the place is known.
  package enum Origin: Hashable, Sendable {
    /// The dossier names these lines of the original.
    case original(Locator)
    /// Its name, acronym or alias is in the dossier's own text.
    case text(RecordPlace)
  }

  /// The record that mentions it; nil for lines that belong to no chapter.
  package var reference: Reference?
  /// The chapter of that record; empty if there is none.
  package var chapter: String
  /// How the place is known.
  package var origin: Origin
}

/// Where the entities are mentioned: in the original by their locators, in our text by their names.
///
/// Names count whole words; case and accents do not matter, except for
/// acronyms and other names in capitals, which must match exactly.
/// Making it reads every text once; make it on first use and keep it.
package struct Mentions: Sendable {
  private var mentions: [String: [EntityMention]] = [:]
  private var chapters: [String: [String]] = [:]
  /// The ids of all entities: those of most chapters first, then by mentions, then by name.
  package private(set) var entities: [String] = []

  /// The mentions of all entities of a catalogue.
  package init(_ catalogue: Catalogue) {
    let names = EntityNames(catalogue.dossier.entities)
    for entity in catalogue.dossier.entities {
      for locator in entity.locators {
        let record = locator.lines.flatMap { catalogue.record(containing: $0.lowerBound) }
        add(
          EntityMention(
            reference: record?.reference, chapter: record?.chapter ?? "",
            origin: .original(locator)), to: entity.id)
      }
    }
    for reference in catalogue.references where reference.kind != .source {
      guard let record = catalogue[reference] else { continue }
      for text in record.texts {
        for entity in names.found(in: text.text) {
          let id = catalogue.dossier.entities[entity].id
          guard reference != Reference(.entity, id) else { continue }
          add(
            EntityMention(reference: reference, chapter: record.chapter, origin: .text(text.place)),
            to: id)
        }
      }
    }
    let order = Dictionary(
      catalogue.dossier.chapters.enumerated().map { ($1.id, $0) }, uniquingKeysWith: min)
    for (id, list) in mentions {
      let ids = Set(list.map(\.chapter)).subtracting([""])
      chapters[id] = ids.sorted { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) }
    }
    entities = catalogue.dossier.entities
      .map {
        (reach: -chapterCount($0.id), count: -count($0.id), name: Folding.fold($0.name), $0.id)
      }
      .sorted { ($0.reach, $0.count, $0.name) < ($1.reach, $1.count, $1.name) }
      .map(\.3)
  }

  private mutating func add(_ mention: EntityMention, to entity: String) {
    mentions[entity, default: []].append(mention)
  }

  /// Where an entity is mentioned: in the original first, then in our text, in reading order.
  package func mentions(of entity: String) -> [EntityMention] { mentions[entity] ?? [] }

  /// How often an entity is mentioned.
  package func count(_ entity: String) -> Int { mentions[entity]?.count ?? 0 }

  /// The ids of the chapters that mention an entity, in chapter order.
  package func chapters(of entity: String) -> [String] { chapters[entity] ?? [] }

  /// How many chapters mention an entity.
  package func chapterCount(_ entity: String) -> Int { chapters[entity]?.count ?? 0 }

  /// The records of a kind that mention an entity, in reading order, without repetition.
  package func records(_ kind: RecordKind, mentioning entity: String) -> [Reference] {
    var seen: Set<Reference> = []
    return mentions(of: entity).compactMap(\.reference)
      .filter { $0.kind == kind && seen.insert($0).inserted }
  }
}
