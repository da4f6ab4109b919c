import Records

extension Memo.Item {
  /// What a memo says about a recommendation.
  init(_ item: Recommendation, in catalogue: Catalogue) {
    reference = item.reference
    number = catalogue.number(item)
    title = item.title
    text = item.text.flatMap(\.paragraphs).map(\.plainText).filter { !$0.isEmpty }
      .joined(separator: " ")
    asked = item.addressees.map(catalogue.addressee).joined(separator: ", ")
    if asked.isEmpty { asked = "nobody in particular" }
    basis = item.addresseeBasis.rawValue
    reason = Self.sentence(item.why)
    let (record, strength) = Self.evidence(of: item, in: catalogue)
    evidence = record.map { Self.line(on: $0, in: catalogue) } ?? ""
    brief = record.map { Self.line(on: $0, in: catalogue, isBrief: true) } ?? ""
    place = Locator.places([item.locator, item.atAGlance].compactMap(\.self))
    chapter = item.chapter
    isProposal = item.standing == .proposal
    rank = strength + (item.atAGlance == nil ? 10 : 0)
    if item.addresseeBasis == .inferred { rank += 20 }
  }

  /// The strongest evidence and its rank, from 0 (strongest) to 6.
  ///
  /// Headline figures come first, then other figures, sections and notes, whose sources may be lost.
  /// Between equals the item's own order decides.
  private static func evidence(
    of item: Recommendation, in catalogue: Catalogue
  ) -> (record: Record?, rank: Int) {
    let headlines = Set(catalogue.dossier.headlines)
    func rank(_ record: Record) -> Int {
      switch record {
      case .indicator(let indicator):
        if catalogue.keyValues(of: indicator).isEmpty { return 3 }
        return headlines.contains(indicator.id) ? 0 : 1
      case .section: return 2
      case .note: return 4
      case .event, .chapter, .recommendation, .entity, .source: return 5
      }
    }
    let records = item.evidence.compactMap { catalogue[$0] }
    guard let best = records.min(by: { rank($0) < rank($1) }) else { return (nil, 6) }
    return (best, rank(best))
  }

  /// The most series whose values a line shows.
  private static let seriesLimit = 2

  /// The columns beyond which a brief line shows only one series' values.
  private static let briefLimit = 60

  /// A record as evidence, in one line; a brief one names sources by their producers.
  private static func line(
    on record: Record, in catalogue: Catalogue, isBrief: Bool = false
  ) -> String {
    let places = Locator.places(record.locators)
    switch record {
    case .indicator(let indicator):
      var values = catalogue.keyValues(of: indicator, limit: seriesLimit)
      if isBrief, values.count > briefLimit {
        values = catalogue.keyValues(of: indicator, limit: 1)
      }
      let shares = indicator.sourceShares
      let isReports = shares.allSatisfy { share in
        catalogue.source(share.source).map(catalogue.isReport) ?? share.source.isEmpty
      }
      var source = isReports ? "the report" : catalogue.dossier.sourceLine(of: indicator)
      if isBrief, !isReports { source = producers(of: shares.map(\.source), in: catalogue) }
      let line = values.isEmpty ? indicator.title : "\(indicator.title): \(values)"
      if places.isEmpty { return "\(line). Source: \(source)" }
      return "\(line). Source: \(source)\(isReports ? ", \(places)" : " (report, \(places))")"
    case .note(let note): return "Note \(note.number): \(sentence(of: note.statement.plainText))"
    case .section(let section):
      return "Section “\(section.title)”" + (places.isEmpty ? "" : " (\(places))")
    case .event(let event): return "\(event.date.title): \(event.title)"
    case .chapter, .recommendation, .entity, .source: return record.title
    }
  }

  /// Who produced values, without repetition; only the first two are named.
  private static func producers(of sources: [String], in catalogue: Catalogue) -> String {
    var names: [String] = []
    for id in sources {
      let source = catalogue.source(id)
      let name = source.map { catalogue.isReport($0) ? "the report" : $0.producer } ?? id
      if !name.isEmpty, !names.contains(name) { names.append(name) }
    }
    let rest = names.count > 2 ? " and \(names.count - 2) more" : ""
    return names.prefix(2).joined(separator: "; ") + rest
  }

  /// The first sentence of a text.
  static func sentence(_ blocks: [Block]) -> String {
    guard let first = blocks.lazy.flatMap(\.paragraphs).first(where: { !$0.isEmpty }) else {
      return ""
    }
    return sentence(of: first.plainText)
  }

  /// A text up to its first full stop that does not belong to an abbreviation or initial (`U.S.`,
  /// `Mr.`).
  private static func sentence(of text: String) -> String {
    let words = text.split(separator: " ")
    for (index, word) in words.dropLast().enumerated() {
      guard let end = word.lastIndex(where: { ".?!".contains($0) }) else { continue }
      let stem = word[..<end]
      let isWhole = stem.count > 2 || stem.allSatisfy(\.isNumber)
      let next = words[index + 1].first { $0.isLetter || $0.isNumber }
      let isClosed = word[end...].dropFirst().allSatisfy { "”’\"')".contains($0) }
      if isClosed, isWhole, !stem.isEmpty, !stem.contains("."),
        next.map({ !$0.isLowercase }) ?? true
      {
        return words[...index].joined(separator: " ")
      }
    }
    return text
  }
}
