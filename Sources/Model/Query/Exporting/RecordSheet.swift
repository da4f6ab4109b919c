package import Records

/// A record with everything that is known about it, as a text to print.
package struct RecordSheet: Sendable {
  /// A part under a heading; without one for an empty text.
  package struct Part: Sendable {
    package var heading: String
    /// 1 for a part of the sheet, 2 for a part inside one.
    package var level = 1
    package var blocks: [Block]
  }

  /// The record's title.
  package let title: String
  /// What it is, and its chapter.
  package let kind: String
  /// What is known about it.
  package private(set) var parts: [Part] = []

  /// A sheet on a record.
  ///
  /// - Parameters:
  ///   - backlinks: When given, the sheet names what leads to the record.
  ///   - outcome: When given, the sheet tells what became of the recommendation.
  package init(
    _ record: Record, in catalogue: Catalogue, backlinks: Backlinks? = nil,
    outcome: Outcome? = nil
  ) {
    title = record.title
    let place = catalogue.chapter(record.chapter).map(\.title) ?? ""
    if case .chapter = record {
      kind = record.kindTitle
    } else {
      kind = [catalogue.kind(of: record), place].filter { !$0.isEmpty }.joined(separator: " · ")
    }
    addFacts(of: record, in: catalogue)
    addText(of: record, in: catalogue)
    if let outcome { add("What became of it", outcome.blocks(in: catalogue)) }
    addConnections(of: record, in: catalogue, backlinks)
    let citation = Citation(of: record, in: catalogue)
    add("Cite as", [.paragraph([Span(citation.plain)])])
  }

  /// The sheet as plain text, wrapped to 72 characters.
  package var plain: String {
    var text = ProseText.wrapped(title, width: 72).joined(separator: "\n") + "\n\(kind)\n"
    for part in parts {
      text += "\n"
      if !part.heading.isEmpty { text += "\(part.heading)\n" + (part.blocks.isEmpty ? "" : "\n") }
      if !part.blocks.isEmpty { text += ProseText.plain(part.blocks) + "\n" }
    }
    return text
  }

  /// The sheet as Markdown.
  package var markdown: String {
    var text = "# \(ProseText.escaped(title))\n\n*\(ProseText.escaped(kind))*\n"
    for part in parts {
      text += "\n"
      if !part.heading.isEmpty {
        let signs = String(repeating: "#", count: part.level + 1)
        text += "\(signs) \(ProseText.escaped(part.heading))\n" + (part.blocks.isEmpty ? "" : "\n")
      }
      if !part.blocks.isEmpty { text += ProseText.markdown(part.blocks) + "\n" }
    }
    return text
  }

  private mutating func add(_ heading: String, _ blocks: [Block]) {
    if !blocks.isEmpty { parts.append(Part(heading: heading, blocks: blocks)) }
  }

  /// The short facts: each item is a name and a value.
  private mutating func addFacts(of record: Record, in catalogue: Catalogue) {
    var facts: [(String, String)] = [("Id", record.reference.description)]
    switch record {
    case .chapter(let chapter): facts.append(("By", chapter.authors.joined(separator: ", ")))
    case .recommendation(let item):
      let basis = item.addresseeBasis == .inferred ? " (inferred)" : ""
      facts.append(
        ("Asked of", item.addressees.map(catalogue.addressee).joined(separator: ", ") + basis))
      facts.append(("Why them", item.addresseeReason))
      facts.append(("Themes", item.themes.map(catalogue.theme).joined(separator: ", ")))
      facts.append(("Wordings", item.differences))
      facts.append(("Label", item.label))
      facts.append(("Confirmed", item.isConfirmed ? "" : "no, found by a rule"))
    case .indicator(let indicator):
      facts.append(("Finding", indicator.finding))
      facts.append(("Unit", catalogue.unit(indicator.unit)?.title ?? indicator.unit))
      let shares = indicator.sourceShares
      for share in shares {
        let source = catalogue.source(share.source)
        let own = source.map { "\($0.producer), \($0.title)" } ?? share.source
        let title = share.standing + own
        let isOne = shares.count == 1
        facts.append(
          (
            isOne || share.title.isEmpty ? "Source" : "Source, \(share.title)",
            isOne ? title : "\(title) (source:\(share.source))"
          ))
      }
      facts.append(("Standing", catalogue.standing(of: indicator)))
      facts.append(("Note", indicator.note))
    case .event(let event):
      facts.append(("Date", event.date.title))
      facts.append(("Theme", event.theme.isEmpty ? "" : catalogue.theme(event.theme)))
      let source = catalogue.source(event.source)
      facts.append(("Source", source.map { "\($0.producer), \($0.title)" } ?? ""))
    case .entity(let entity):
      facts.append(("Acronym", entity.acronym))
      facts.append(("Also", entity.aliases.joined(separator: ", ")))
    case .source(let source):
      facts.append(("Date", source.date))
      facts.append(("Where", source.url))
      facts.append(("Terms", source.licence))
      facts.append(("Note", source.note))
    case .section, .note: break
    }
    let places = record.locators.map(\.title).joined(separator: "; ")
    facts.append((catalogue.placeLabel(of: record), places))
    let items = facts.filter { !$0.1.isEmpty }.map { [Block.paragraph([Span("\($0.0): \($0.1)")])] }
    add("", [.list(start: nil, items: items)])
  }

  private mutating func addText(of record: Record, in catalogue: Catalogue) {
    func bullets(_ texts: [[Span]]) -> [Block] {
      texts.isEmpty ? [] : [.list(start: nil, items: texts.map { [.paragraph($0)] })]
    }
    switch record {
    case .chapter(let chapter):
      if !chapter.summary.isEmpty { add("", [.paragraph([Span(chapter.summary)])]) }
      add("Key messages", bullets(chapter.keyMessages))
      // A section without text of its own may have others inside.
      parts += chapter.sections.map {
        Part(heading: $0.title, level: $0.level, blocks: $0.blocks)
      }
    case .section(let section): add("", section.blocks)
    case .recommendation(let item):
      add("", item.text)
      add("Why", item.why)
    case .indicator(let indicator): add("Values", Self.values(of: indicator, in: catalogue))
    case .entity(let entity):
      if !entity.description.isEmpty { add("", [.paragraph([Span(entity.description)])]) }
    case .note(let note): add("", [.paragraph(note.statement)])
    case .event, .source: break
    }
  }

  private static func values(of indicator: Indicator, in catalogue: Catalogue) -> [Block] {
    let unit = catalogue.unit(indicator.unit) ?? Unit(id: indicator.unit, title: indicator.unit)
    let format = ValueFormat(unit)
    // A column of sources is useful only if a row's source differs from the indicator's.
    let hasSources = indicator.series.lazy.flatMap(\.observations).contains {
      !$0.source.isEmpty && $0.source != indicator.source
    }
    let rows = indicator.series.flatMap { series in
      series.observations.map { observation in
        [
          series.name, observation.period?.title ?? "", format.text(observation),
          !hasSources ? "" : observation.source.isEmpty ? indicator.source : observation.source,
          observation.derivation?.title ?? "",
          observation.locators.map(\.title).joined(separator: "; "), observation.note,
        ].map { [Span($0)] }
      }
    }
    guard !rows.isEmpty else { return [] }
    let header = ["Series", "Period", "Value", "Source", "Computed", "Place", "Note"].map {
      [Span($0)]
    }
    let used = header.indices.filter { column in
      rows.contains { !$0[column].plainText.isEmpty }
    }
    return [.table(header: used.map { header[$0] }, rows: rows.map { row in used.map { row[$0] } })]
  }

  private mutating func addConnections(
    of record: Record, in catalogue: Catalogue, _ backlinks: Backlinks?
  ) {
    func list(_ connections: [Connection]) -> [Block] {
      // One line for each record; the one from a link says most.
      let isLink = { (connection: Connection) in
        if case .link = connection.origin { true } else { false }
      }
      let linked = Set(connections.filter(isLink).map(\.reference))
      var seen: Set<Reference> = []
      let shown = connections.filter { connection in
        isLink(connection)
          || !linked.contains(connection.reference) && seen.insert(connection.reference).inserted
      }
      let items = shown.map { connection -> [Block] in
        var spans = [
          Span(catalogue.title(of: connection.reference), target: .record(connection.reference)),
          Span(" (\(connection.reference))"),
        ]
        if connection.origin == .evidence,
          let indicator = catalogue.indicator(connection.reference.id),
          indicator.reference == connection.reference
        {
          spans.append(Span(": \(catalogue.keyValues(of: indicator))"))
        }
        if case .link(let topic, let note) = connection.origin {
          spans.append(Span([". \(topic)", note].filter { !$0.isEmpty }.joined(separator: ": ")))
        }
        return [.paragraph(spans)]
      }
      return items.isEmpty ? [] : [.list(start: nil, items: items)]
    }
    let from = catalogue.connections(from: record.reference)
    add("Evidence", list(from.filter { $0.origin == .evidence }))
    add("See also", list(from.filter { $0.origin != .evidence && $0.origin != .source }))
    if let backlinks { add("Named by", list(backlinks.connections(to: record.reference))) }
  }
}
