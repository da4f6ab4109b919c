extension Memo.Item {
  /// What a memo says of a recommendation.
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
    evidence = Self.evidence(of: item, in: catalogue)
    let places = [item.locator, item.atAGlance].compactMap(\.self).map(\.title)
    place = places.joined(separator: "; ")
  }

  /// The most telling evidence in a line: a headline figure before others, a figure before sections
  /// and notes, whose sources may be lost; the item's own order decides between equals.
  private static func evidence(of item: Recommendation, in catalogue: Catalogue) -> String {
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
    guard let best = records.min(by: { rank($0) < rank($1) }) else { return "" }
    return line(on: best, in: catalogue)
  }

  /// The most series whose values a line tells.
  private static let seriesLimit = 2

  /// A record as evidence, in a line.
  private static func line(on record: Record, in catalogue: Catalogue) -> String {
    let places = record.locators.map(\.title).joined(separator: "; ")
    switch record {
    case .indicator(let indicator):
      let values = catalogue.keyValues(of: indicator, limit: seriesLimit)
      let shares = indicator.sourceShares
      let isReports = shares.allSatisfy { share in
        catalogue.source(share.source).map(catalogue.isReport) ?? share.source.isEmpty
      }
      let source = isReports ? "the report" : catalogue.dossier.sourceLine(of: indicator)
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

  /// The first sentence of a text.
  static func sentence(_ blocks: [Block]) -> String {
    guard let first = blocks.lazy.flatMap(\.paragraphs).first(where: { !$0.isEmpty }) else {
      return ""
    }
    return sentence(of: first.plainText)
  }

  /// A text up to its first full stop, which no abbreviation or initial (`U.S.`, `Mr.`) makes.
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
