public import Model

/// What is kept between runs: bookmarks and the last place.
///
/// Written as lines of words, so that it can be read and mended by hand:
///
///     place rec:economics-3
///     bookmark indicator:us-content
public struct SavedState: Hashable, Sendable {
  /// Where the reader was, as a screen's name or a record's reference.
  public var place: Route?
  /// The bookmarked records, the oldest first.
  public var bookmarks: [Reference]

  /// The most bookmarks that are kept.
  public static let bookmarkLimit = 500

  /// A state; empty when nothing is said.
  public init(place: Route? = nil, bookmarks: [Reference] = []) {
    self.place = place
    self.bookmarks = bookmarks
  }

  /// Reads what `text` wrote; lines that are not understood are passed over.
  public init(_ text: some StringProtocol) {
    self.init()
    for line in text.split(separator: "\n").prefix(Self.bookmarkLimit + 10) {
      let words = line.split(separator: " ")
      guard words.count == 2 else { continue }
      if words[0] == "place" { place = Route(name: words[1]) }
      if words[0] == "bookmark", let reference = Reference(words[1]),
        bookmarks.count < Self.bookmarkLimit, !bookmarks.contains(reference)
      {
        bookmarks.append(reference)
      }
    }
  }

  /// The state as lines of words.
  public var text: String {
    var lines = bookmarks.map { "bookmark \($0)" }
    if let name = place?.name { lines.insert("place \(name)", at: 0) }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension Route {
  /// The screens that have a name of their own.
  private static let named: [(String, Route)] = [
    ("overview", .overview), ("recommendations", .recommendations), ("matrix", .matrix),
    ("indicators", .indicators), ("timeline", .timeline), ("index", .index),
    ("bookmarks", .bookmarks),
  ]

  /// The screen of a name or a record's reference; nil when there is none.
  public init?(name: some StringProtocol) {
    if let (_, screen) = Self.named.first(where: { $0.0 == name }) {
      self = screen
    } else if let reference = Reference(name), let screen = Route(of: reference) {
      self = screen
    } else {
      return nil
    }
  }

  /// The screen that shows a record; nil for a section, which is a place in its chapter.
  public init?(of reference: Reference) {
    switch reference.kind {
    case .chapter: self = .chapter(reference.id)
    case .recommendation: self = .recommendation(reference.id)
    case .indicator: self = .indicator(reference.id)
    case .event, .entity, .note, .source: self = .record(reference)
    case .section: return nil
    }
  }

  /// The record that the screen shows; nil for screens of many records.
  public var reference: Reference? {
    switch self {
    case .chapter(let id): Reference(.chapter, id)
    case .recommendation(let id): Reference(.recommendation, id)
    case .indicator(let id): Reference(.indicator, id)
    case .record(let reference), .original(let reference): reference
    default: nil
    }
  }

  /// The name that `init(name:)` reads; nil for screens that are not worth coming back to.
  public var name: String? {
    if case .original = self { return nil }
    return reference.map(String.init(describing:)) ?? Self.named.first { $0.1 == self }?.0
  }
}
