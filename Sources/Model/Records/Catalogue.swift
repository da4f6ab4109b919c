/// Every record of a dossier by its reference.
///
/// It is made once from a dossier, in time linear in its records, which is cheap enough for the
/// program's start. More expensive indexes are separate types, made on first use: `Backlinks`,
/// `Mentions` and `SearchIndex`.
package struct Catalogue: Sendable {
  /// The dossier that the records are from.
  package let dossier: Dossier

  private var chapters: [String: Int] = [:]
  private var sections: [String: (chapter: Int, index: Int)] = [:]
  private var notes: [String: (chapter: Int, index: Int)] = [:]
  private var recommendations: [String: Int]
  private var indicators: [String: Int]
  private var events: [String: Int]
  private var entities: [String: Int]
  private var sources: [String: Int]
  private var units: [String: Int]
  private var links: [Reference: [Int]] = [:]

  /// The records of a dossier; of two with the same id the first is found.
  package init(_ dossier: Dossier) {
    self.dossier = dossier
    recommendations = Self.positions(dossier.recommendations)
    indicators = Self.positions(dossier.indicators)
    events = Self.positions(dossier.events)
    entities = Self.positions(dossier.entities)
    sources = Self.positions(dossier.sources)
    units = Self.positions(dossier.units)
    for (number, link) in dossier.links.enumerated() {
      links[link.from, default: []].append(number)
    }
    for (number, chapter) in dossier.chapters.enumerated() {
      if chapters[chapter.id] == nil { chapters[chapter.id] = number }
      for (index, section) in chapter.sections.enumerated() where sections[section.id] == nil {
        sections[section.id] = (number, index)
      }
      for (index, note) in chapter.notes.enumerated() where notes[note.id] == nil {
        notes[note.id] = (number, index)
      }
    }
  }

  private static func positions<Item: Identifiable>(_ items: [Item]) -> [String: Int]
  where Item.ID == String {
    var result = [String: Int](minimumCapacity: items.count)
    for (index, item) in items.enumerated() where result[item.id] == nil {
      result[item.id] = index
    }
    return result
  }

  /// The chapter with an id.
  package func chapter(_ id: String) -> Chapter? { chapters[id].map { dossier.chapters[$0] } }

  /// The number of the chapter with an id, without a copy of the chapter.
  package func chapterNumber(_ id: String) -> Int? {
    chapters[id].map { dossier.chapters[$0].number }
  }

  /// The section with an id `chapter#slug`.
  package func section(_ id: String) -> Section? {
    sections[id].map { dossier.chapters[$0.chapter].sections[$0.index] }
  }

  /// The note with an id `chapter-number`.
  package func note(_ id: String) -> Note? {
    notes[id].map { dossier.chapters[$0.chapter].notes[$0.index] }
  }

  /// The recommendation or proposal with an id.
  package func recommendation(_ id: String) -> Recommendation? {
    recommendations[id].map { dossier.recommendations[$0] }
  }

  /// The indicator with an id.
  package func indicator(_ id: String) -> Indicator? {
    indicators[id].map { dossier.indicators[$0] }
  }

  /// The event with an id.
  package func event(_ id: String) -> Event? { events[id].map { dossier.events[$0] } }

  /// The entity with an id.
  package func entity(_ id: String) -> Entity? { entities[id].map { dossier.entities[$0] } }

  /// The source with an id.
  package func source(_ id: String) -> Source? { sources[id].map { dossier.sources[$0] } }

  /// The unit with an id.
  package func unit(_ id: String) -> Unit? { units[id].map { dossier.units[$0] } }

  /// The rows of the dossier's links that start at a record.
  package func links(from reference: Reference) -> [Link] {
    (links[reference] ?? []).map { dossier.links[$0] }
  }

  /// The name of an addressee; the id itself when the dossier does not list it.
  package func addressee(_ id: String) -> String {
    dossier.addressees.first { $0.id == id }?.name ?? id
  }

  /// The name of a theme; the id itself when the dossier does not list it.
  package func theme(_ id: String) -> String { dossier.themes.first { $0.id == id }?.name ?? id }

  /// The record that a reference names; nil if there is none.
  package subscript(reference: Reference) -> Record? {
    let id = reference.id
    switch reference.kind {
    case .chapter: return chapter(id).map(Record.chapter)
    case .section: return section(id).map(Record.section)
    case .recommendation: return recommendation(id).map(Record.recommendation)
    case .indicator: return indicator(id).map(Record.indicator)
    case .event: return event(id).map(Record.event)
    case .entity: return entity(id).map(Record.entity)
    case .note: return note(id).map(Record.note)
    case .source: return source(id).map(Record.source)
    }
  }

  /// What a record is, a recommendation with its number: `Recommendation 2.2`.
  package func kind(of record: Record) -> String {
    guard case .recommendation(let item) = record else { return record.kindTitle }
    return "\(record.kindTitle) \(number(item))"
  }

  /// The number of a recommendation that readers see: the one that the report prints, otherwise
  /// `2.2` in chapter 2, its first proposal `2.p1`.
  package func number(_ recommendation: Recommendation) -> String {
    recommendation.number(chapter: chapterNumber(recommendation.chapter))
  }

  /// The recommendation with a number as it is printed or listed: `3a`, `2.2`, `2.p1`, with or
  /// without `Recommendation` before it.
  private func recommendation(numbered text: String) -> Recommendation? {
    var number = text.lowercased()[...]
    for word in ["recommendation", "proposal", "rec."] where number.hasPrefix(word) {
      number = number.dropFirst(word.count)
    }
    number = number.drop { $0 == " " }
    guard !number.isEmpty else { return nil }
    let all = dossier.recommendations
    return all.first { self.number($0).lowercased() == number }
      ?? all.first { $0.place(chapter: chapterNumber($0.chapter)) == number }
  }

  /// The record whose id is given with or without its scheme: `rec:economics-3`, `economics-3`.
  ///
  /// Without a scheme the kinds are tried in the order of `RecordKind`, but recommendations come
  /// first, because `economics-3` may also be a note. `1.3`, `Recommendation 1.3` and `1.p3` name
  /// recommendations too, and `4` a chapter.
  package func record(named name: String) -> Record? {
    if let reference = Reference(name), let record = self[reference] { return record }
    if let recommendation = recommendation(name) { return .recommendation(recommendation) }
    for kind in RecordKind.allCases {
      if let record = self[Reference(kind, name)] { return record }
    }
    let number = name.hasPrefix("rec:") ? String(name.dropFirst(4)) : name
    if let recommendation = recommendation(numbered: number) {
      return .recommendation(recommendation)
    }
    return Int(name).flatMap { number in dossier.chapters.first { $0.number == number } }
      .map(Record.chapter)
  }

  /// Every record's reference: chapters with their sections and notes, then the other kinds.
  package var references: [Reference] {
    var result: [Reference] = []
    for chapter in dossier.chapters {
      result.append(chapter.reference)
      result += chapter.sections.map(\.reference)
    }
    result += dossier.recommendations.map(\.reference)
    result += dossier.indicators.map(\.reference)
    result += dossier.events.map(\.reference)
    result += dossier.entities.map(\.reference)
    for chapter in dossier.chapters { result += chapter.notes.map(\.reference) }
    result += dossier.sources.map(\.reference)
    return result
  }
}

extension Catalogue {
  /// The title of a record; the reference as written when there is no such record.
  package func title(of reference: Reference) -> String {
    self[reference]?.title ?? reference.description
  }

  /// Every record's reference with its title, an entity's with its acronym, in the order of
  /// `references`.
  ///
  /// It does not look up each record, because there may be thousands.
  package var names: [(reference: Reference, title: String)] {
    let many = Dictionary(
      uniqueKeysWithValues: [
        (.recommendation, dossier.recommendations.map(\.title)),
        (.indicator, dossier.indicators.map(\.title)),
      ] as [(RecordKind, [String])])
    var places: [RecordKind: Int] = [:]
    return references.map { reference in
      if let titles = many[reference.kind] {
        let place = places[reference.kind, default: 0]
        places[reference.kind] = place + 1
        return (reference, titles[place])
      }
      guard let record = self[reference] else { return (reference, "") }
      guard reference.kind == .entity, !record.subtitle.isEmpty else {
        return (reference, record.title)
      }
      return (reference, "\(record.title) (\(record.subtitle))")
    }
  }

  /// The chapter that a record belongs to.
  ///
  /// An entity and an event without a chapter belong to none, nor do sources.
  package func chapter(of reference: Reference) -> Chapter? {
    self[reference].flatMap { chapter($0.chapter) }
  }

  /// The sections of all chapters whose place in the original holds a line, the outer ones first.
  package func sections(containing line: Int) -> [Section] {
    dossier.chapters.flatMap(\.sections)
      .filter { $0.locator?.lines?.contains(line) ?? false }
      .sorted {
        ($0.locator?.lines?.count ?? 0, $1.level) > ($1.locator?.lines?.count ?? 0, $0.level)
      }
  }

  /// The innermost section, or else the chapter, whose place in the original holds a line.
  package func record(containing line: Int) -> Record? {
    if let section = sections(containing: line).last { return .section(section) }
    return dossier.chapters.first { $0.locator?.lines?.contains(line) ?? false }.map(Record.chapter)
  }

  /// The recommendations of a chapter, recommendations first and then proposals.
  package func recommendations(ofChapter id: String) -> [Recommendation] {
    let own = dossier.recommendations.filter { $0.chapter == id }
    return own.filter { $0.standing == .recommendation } + own.filter { $0.standing == .proposal }
  }

  /// The indicators of a chapter, in the order of the table.
  package func indicators(ofChapter id: String) -> [Indicator] {
    dossier.indicators.filter { $0.chapter == id }
  }

  /// The events of a chapter, by date.
  package func events(ofChapter id: String) -> [Event] {
    dossier.events.filter { $0.chapter == id }
  }
}
