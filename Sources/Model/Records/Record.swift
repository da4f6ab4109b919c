/// Any record of a dossier, found by its reference.
package enum Record: Sendable {
  case chapter(Chapter)
  case section(Section)
  case recommendation(Recommendation)
  case indicator(Indicator)
  case event(Event)
  case entity(Entity)
  case note(Note)
  case source(Source)

  /// The reference that names the record.
  package var reference: Reference {
    switch self {
    case .chapter(let record): record.reference
    case .section(let record): record.reference
    case .recommendation(let record): record.reference
    case .indicator(let record): record.reference
    case .event(let record): record.reference
    case .entity(let record): record.reference
    case .note(let record): record.reference
    case .source(let record): record.reference
    }
  }

  /// What a list calls the record.
  package var title: String {
    switch self {
    case .chapter(let chapter): chapter.title
    case .section(let section): section.title
    case .recommendation(let recommendation): recommendation.title
    case .indicator(let indicator): indicator.title
    case .event(let event): event.title
    case .entity(let entity): entity.name
    case .note(let note): "Note \(note.number)"
    case .source(let source): "\(source.producer), \(source.title)"
    }
  }

  /// What it is, in a word or two: `Recommendation 3`, `Programme`.
  package var kindTitle: String {
    switch self {
    case .chapter(let chapter): chapter.number == 0 ? "Chapter" : "Chapter \(chapter.number)"
    case .section: "Section"
    case .recommendation(let recommendation):
      switch recommendation.standing {
      case .recommendation: "Recommendation \(recommendation.number)\(recommendation.letter)"
      case .proposal: "Proposal \(recommendation.number)\(recommendation.letter)"
      }
    case .indicator: "Indicator"
    case .event: "Event"
    case .entity(let entity): entity.kind.rawValue.capitalizedFirst
    case .note(let note): note.isLost ? "Lost note" : "Note"
    case .source: "Source"
    }
  }

  /// What a list shows beside the title: a date, an acronym, a publication year; often empty.
  package var subtitle: String {
    switch self {
    case .chapter(let chapter): chapter.authors.joined(separator: ", ")
    case .section, .recommendation, .indicator: ""
    case .event(let event): event.date.title
    case .entity(let entity): entity.acronym
    case .note(let note): note.statement.plainText
    case .source(let source): source.date
    }
  }

  /// The id of the chapter that it belongs to; its own for a chapter, empty if there is none.
  package var chapter: String {
    switch self {
    case .chapter(let chapter): chapter.id
    case .section(let section): section.chapter
    case .recommendation(let recommendation): recommendation.chapter
    case .indicator(let indicator): indicator.chapter
    case .event(let event): event.chapter
    case .note(let note): note.chapter
    case .entity, .source: ""
    }
  }

  /// Where the original speaks of it, the main place first.
  package var locators: [Locator] {
    switch self {
    case .chapter(let chapter): chapter.locator.map { [$0] } ?? []
    case .section(let section): section.locator.map { [$0] } ?? []
    case .recommendation(let record): [record.locator, record.atAGlance].compactMap(\.self)
    case .indicator(let indicator): indicator.locators
    case .event(let event): event.locators
    case .entity(let entity): entity.locators
    case .note, .source: []
    }
  }
}

extension RecordKind {
  /// The kind as a heading: `Recommendations`.
  package var pluralTitle: String {
    switch self {
    case .chapter: "Chapters"
    case .section: "Sections"
    case .recommendation: "Recommendations"
    case .indicator: "Indicators"
    case .event: "Events"
    case .entity: "Names"
    case .note: "Notes"
    case .source: "Sources"
    }
  }
}

extension String {
  /// The text with its first letter as a capital, unless it begins with a unit's symbol: `g`, `km`,
  /// `kWh`.
  package var capitalizedFirst: String {
    let word = prefix { $0.isLetter }
    guard word.count > 2, word.dropFirst().allSatisfy(\.isLowercase) else { return self }
    return prefix(1).uppercased() + dropFirst()
  }
}
