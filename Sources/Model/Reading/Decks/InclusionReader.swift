import Records

extension Inclusion: CustomStringConvertible {
  /// The schemes that name a part of the dossier that is not a record.
  static let schemes = ["chart", "recs", "matrix", "timeline", "status", "board", "changes"]

  /// Reads the address of an image that includes a part of the dossier: `chart:us-content`.
  ///
  /// Nil if it has none of the forms. Whether the named part exists is not checked.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = String(text[text.utf8.index(after: colon)...])
    switch text[..<colon] {
    case "chart" where !rest.isEmpty: self = .chart(indicator: rest)
    case "recs" where !rest.isEmpty: self = .recommendations(category: rest)
    case "matrix" where rest == "addressee-theme": self = .matrix
    case "status" where !rest.isEmpty: self = .outcomes(.status(category: rest))
    case "board" where !rest.isEmpty: self = .outcomes(.board(category: rest))
    case "changes":
      guard let period = Period(rest) else { return nil }
      self = .outcomes(.changes(since: period))
    case "timeline":
      guard let years = Self.years(rest) else { return nil }
      self = .timeline(years: years)
    default:
      guard let reference = Reference(text) else { return nil }
      self = .record(reference)
    }
  }

  /// The inclusion as written in a deck.
  package var description: String {
    switch self {
    case .chart(let indicator): "chart:\(indicator)"
    case .record(let reference): reference.description
    case .recommendations(let category): "recs:\(category)"
    case .matrix: "matrix:addressee-theme"
    case .outcomes(.status(let category)): "status:\(category)"
    case .outcomes(.board(let category)): "board:\(category)"
    case .outcomes(.changes(let period)): "changes:\(period)"
    case .timeline(let years) where years.count == 1: "timeline:\(years.lowerBound)"
    case .timeline(let years): "timeline:\(years.lowerBound)-\(years.upperBound)"
    case .picture(let picture): "<\(picture.path)>"
    }
  }

  /// A year or two with a hyphen between them, each of four digits.
  private static func years(_ text: String) -> ClosedRange<Int>? {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let years = parts.compactMap { part -> Int? in
      guard part.count == 4, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return Int(Substring(part))
    }
    guard years.count == parts.count, years.count <= 2, let first = years.first,
      let last = years.last, first <= last
    else { return nil }
    return first...last
  }
}
