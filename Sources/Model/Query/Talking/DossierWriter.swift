import Reading
package import Records

/// Writes a dossier as a folder that is read back as the same records.
///
/// Reasons of recommendations, links and decks are left out: it is for what a slide shows.
package struct DossierWriter {
  private let dossier: Dossier
  private var files: [String: String] = [:]

  /// The text of a `HandedFolder` with the dossier, and a slide as its only deck: `decks/slide.md`.
  package static func text(of dossier: Dossier, slide: Slide) -> String {
    var writer = DossierWriter(dossier: dossier)
    writer.files["decks/slide.md"] = DeckWriter.markdown(ofSlide: slide) + "\n"
    writer.write()
    return HandedFolder(writer.files).text
  }

  private init(dossier: Dossier) { self.dossier = dossier }

  private mutating func write() {
    files["index.md"] = index
    for (number, chapter) in dossier.chapters.enumerated() {
      files["chapters/\(number).md"] = Self.text(chapter)
    }
    for (number, item) in dossier.recommendations.enumerated() {
      files["recommendations/\(number).md"] = Self.text(item)
    }
    for kind in [RecordKind.event, .source] {
      let table = RecordTable(kind, in: Catalogue(dossier))
      if !table.rows.isEmpty { files["data/\(kind.rawValue)s.csv"] = table.text(.csv) }
    }
    write(
      "entities", ["id", "name", "acronym", "kind", "description", "aliases", "locators"],
      dossier.entities.map { entity in
        [
          entity.id, entity.name, entity.acronym, entity.kind.rawValue, entity.description,
          entity.aliases.joined(separator: ";"),
          entity.locators.map(\.description).joined(separator: ";"),
        ]
      })
    write(
      "units", ["id", "title", "prefix", "suffix", "multiplier"],
      dossier.units.map { [$0.id, $0.title, $0.prefix, $0.suffix, "\($0.multiplier)"] })
    write("indicators", Self.indicatorColumns, dossier.indicators.map(Self.cells))
    write(
      "observations", ObservationColumn.names,
      dossier.indicators.flatMap { RecordTable(observationsOf: $0).rows.map { $0.map(\.text) } })
    writeFollowUp()
  }

  private mutating func write(_ name: String, _ columns: [String], _ rows: [[String]]) {
    guard !rows.isEmpty else { return }
    files["data/\(name).csv"] = ([columns] + rows).map(RecordTable.csv).joined()
  }

  // MARK: Prose

  private var index: String {
    var front = FrontLines()
    front.add("id", dossier.id)
    front.add("title", dossier.title)
    front.add("subtitle", dossier.subtitle)
    front.add("authors", dossier.authors)
    front.add("publisher", dossier.publisher)
    front.add("date", dossier.date?.description ?? "")
    front.add("isbn", dossier.isbn)
    front.add("language", dossier.language)
    front.add("wording", dossier.wording.rawValue)
    if !dossier.isConfirmed { front.add("confirmed", "no") }
    front.add("addressees", dossier.addressees.map { ($0.id, $0.name) })
    front.add("themes", dossier.themes.map { ($0.id, $0.name) })
    front.lines.append("review-every: \(dossier.followUp.reviewEvery)")
    front.add("assessed-to", dossier.followUp.assessedTo?.description ?? "")
    if !dossier.followUp.assessors.isEmpty { front.lines.append("assessors:") }
    for assessor in dossier.followUp.assessors {
      front.lines.append("  \(DeckWriter.quoted(assessor.id)):")
      front.lines.append("    name: \(DeckWriter.quoted(assessor.name))")
      front.lines.append("    kind: \(assessor.kind.rawValue)")
    }
    return front.text
  }

  private static func text(_ chapter: Chapter) -> String {
    var front = FrontLines()
    front.add("id", chapter.id)
    front.lines.append("number: \(chapter.number)")
    front.add("title", chapter.title)
    front.add("short-title", chapter.shortTitle)
    front.add("authors", chapter.authors)
    front.add("locator", chapter.locator?.description ?? "")
    front.add("summary", chapter.summary)
    var parts = [front.text]
    if !chapter.keyMessages.isEmpty {
      parts.append(ProseText.markdown([.quote(chapter.keyMessages.map { .paragraph($0) })]))
    }
    for (number, section) in chapter.sections.enumerated() {
      // Text before the first heading is a section of the chapter's title.
      let isOpening = number == 0 && section.title == chapter.title && section.locator == nil
      if !isOpening {
        let mark = section.level == 1 ? "##" : "###"
        parts.append("\(mark) \(ProseText.escaped(section.title))")
      }
      if let locator = section.locator { parts.append("<!-- locator: \(locator) -->") }
      if !section.blocks.isEmpty { parts.append(ProseText.markdown(section.blocks)) }
    }
    for note in chapter.notes {
      parts.append("[^\(note.number)]: \(ProseText.markdown(note.statement))")
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func text(_ item: Recommendation) -> String {
    var front = FrontLines()
    front.add("id", item.id)
    front.add("kind", item.standing.rawValue)
    front.add("chapter", item.chapter)
    front.lines.append("number: \(item.number)")
    front.add("label", item.label)
    if !item.isConfirmed { front.add("confirmed", "no") }
    front.add("title", item.title)
    front.add("addressees", item.addressees)
    front.add("addressee-basis", item.addresseeBasis.rawValue)
    front.add("themes", item.themes)
    front.add("evidence", item.evidence.map(\.description))
    front.add("locator", item.locator?.description ?? "")
    front.add("at-a-glance", item.atAGlance?.description ?? "")
    return front.text + "\n" + ProseText.markdown(item.text) + "\n"
  }

  // MARK: Tables

  private static let indicatorColumns = [
    "id", "title", "unit", "chapter", "kind", "chart", "better", "source", "locator", "note",
    "overlay", "finding", "since",
  ]

  private static func cells(_ indicator: Indicator) -> [String] {
    [
      indicator.id, indicator.title, indicator.unit, indicator.chapter, indicator.kind.rawValue,
      indicator.chart.rawValue, indicator.better.rawValue, indicator.source,
      indicator.locators.map(\.description).joined(separator: ";"), indicator.note,
      indicator.overlays.map(name).joined(separator: ";"), indicator.finding,
      indicator.since.map(name) ?? "",
    ]
  }

  private static func name(_ overlay: Overlay) -> String {
    overlay.indicator + (overlay.series.map { "/\($0)" } ?? "")
  }

  private mutating func writeFollowUp() {
    write(
      "assessments", AssessmentTable.columns,
      dossier.followUp.assessments.map { row in
        [
          row.id, row.recommendation + (row.part.map { "#\($0)" } ?? ""), row.addressee,
          row.date.description, row.assessor, row.status.rawValue, row.extent?.rawValue ?? "",
          row.since?.description ?? "", row.evidence,
          row.sources.map(\.written).joined(separator: ";"), row.events.joined(separator: ";"),
          row.indicators.joined(separator: ";"), row.confidence?.rawValue ?? "", row.note,
        ]
      })
    write(
      "responses",
      ["recommendation", "addressee", "date", "position", "statement", "sources", "note"],
      dossier.followUp.responses.map { row in
        [
          row.recommendation, row.addressee, row.date.description, row.position.rawValue,
          row.statement, row.sources.map(\.written).joined(separator: ";"), row.note,
        ]
      })
    write(
      "deadlines", ["recommendation", "addressee", "due", "set-by", "date", "what", "sources"],
      dossier.followUp.deadlines.map { row in
        [
          row.recommendation, row.addressee, row.due.description, row.setBy,
          row.date.description, row.what, row.sources.map(\.written).joined(separator: ";"),
        ]
      })
  }
}

/// The lines of a front matter.
private struct FrontLines {
  var lines: [String] = []

  /// Adds a field, unless it is empty.
  mutating func add(_ key: String, _ text: String) {
    if !text.isEmpty { lines.append("\(key): \(DeckWriter.quoted(text))") }
  }

  mutating func add(_ key: String, _ items: [String]) {
    guard !items.isEmpty else { return }
    lines.append("\(key): [\(items.map(DeckWriter.quoted).joined(separator: ", "))]")
  }

  mutating func add(_ key: String, _ items: [(id: String, name: String)]) {
    guard !items.isEmpty else { return }
    lines.append("\(key):")
    lines += items.map { "  \(DeckWriter.quoted($0.id)): \(DeckWriter.quoted($0.name))" }
  }

  var text: String { (["---"] + lines + ["---"]).joined(separator: "\n") + "\n" }
}
