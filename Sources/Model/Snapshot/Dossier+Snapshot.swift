// The fields of every record in the order in which they stand in a snapshot. A change here needs
// another `Snapshot.version`.

extension Dossier: SnapshotValue {
  static var blank: Dossier { Dossier() }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &title, &subtitle, &authors)
    try coder.code(&publisher, &date, &isbn, &language)
    try coder.code(&licence, &sourceText, &about)
    try coder.code(&addressees, &themes, &headlines)
    try coder.code(&chapters, &recommendations, &indicators, &units)
    try coder.code(&sources, &events, &entities, &links)
    try coder.code(&decks)
  }
}

extension SourceText: SnapshotValue {
  static var blank: SourceText { SourceText(sha256: "", lines: 0) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&sha256, &lines)
  }
}

extension Category: SnapshotValue {
  static var blank: Category { Category(id: "", name: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &name)
  }
}

extension Chapter: SnapshotValue {
  static var blank: Chapter { Chapter(id: "", number: 0, title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &number, &title, &shortTitle)
    try coder.code(&authors, &locator, &summary, &keyMessages)
    try coder.code(&sections, &notes)
  }
}

extension Section: SnapshotValue {
  static var blank: Section { Section(id: "", chapter: "", title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &chapter, &title, &level)
    try coder.code(&locator, &blocks)
  }
}

extension Note: SnapshotValue {
  static var blank: Note { Note(chapter: "", number: 0, text: [], isLost: false) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &chapter, &number)
    try coder.code(&text, &isLost)
  }
}

extension Recommendation: SnapshotValue {
  static var blank: Recommendation { Recommendation(id: "", chapter: "", number: 0, title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    var details = details
    var prose = details.body.prose
    try coder.code(&id, &standing, &chapter, &number)
    try coder.code(&title, &addressees, &addresseeBasis, &details.addresseeReason)
    try coder.code(&themes, &details.evidence, &details.related)
    try coder.code(&details.locator, &details.atAGlance, &details.differences)
    try coder.code(&prose.text, &prose.why)
    details.body = RecommendationBody(prose)
    self.details = details
  }
}

extension Indicator: SnapshotValue {
  static var blank: Indicator { Indicator(id: "", title: "", unit: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &title, &unit, &chapter)
    try coder.code(&kind, &chart, &better, &source)
    try coder.code(&locators, &note, &overlays, &series)
  }
}

extension Overlay: SnapshotValue {
  static var blank: Overlay { Overlay(indicator: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&indicator, &series)
  }
}

extension Series: SnapshotValue {
  static var blank: Series { Series() }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&name, &observations)
  }
}

extension Observation: SnapshotValue {
  static var blank: Observation { Observation(value: nil) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&period, &value)
    decimals = UInt8(truncatingIfNeeded: try coder.tag(UInt64(decimals), below: 256))
    var (source, locators, note) = (source, locators, note)
    try coder.code(&qualifiers, &source, &locators, &note)
    remarks = Remarks(source: source, locators: locators, note: note)
  }
}

extension Unit: SnapshotValue {
  static var blank: Unit { Unit(id: "", title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &title)
    try coder.code(&prefix, &suffix, &multiplier)
  }
}

extension Source: SnapshotValue {
  static var blank: Source { Source(id: "", producer: "", title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &producer, &title, &date)
    try coder.code(&url, &licence, &note)
  }
}

extension Event: SnapshotValue {
  static var blank: Event { Event(id: "", date: .blank, title: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &date, &title, &chapter)
    try coder.code(&theme, &locators, &mark)
  }
}

extension Entity: SnapshotValue {
  static var blank: Entity { Entity(id: "", name: "", kind: .blank) }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&id, &name, &acronym, &kind)
    try coder.code(&description, &aliases, &locators)
  }
}

extension Link: SnapshotValue {
  static var blank: Link { Link(from: .blank, to: .blank, topic: "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&from, &to, &topic, &note)
  }
}

extension Reference: SnapshotValue {
  static var blank: Reference { Reference(.blank, "") }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    try coder.code(&kind, &id)
  }
}
