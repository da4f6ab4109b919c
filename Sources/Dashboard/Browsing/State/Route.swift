package import Records

/// The screens of the dashboard; each shows one thing in panels.
package enum Route: Hashable, Sendable {
  case overview
  /// A chapter by its id.
  case chapter(String)
  case recommendations
  case matrix
  /// The links between chapters.
  case links
  /// What became of the recommendations.
  case outcomes
  /// What an import found.
  case review
  /// A recommendation or proposal by its id.
  case recommendation(String)
  case indicators
  /// An indicator by its id.
  case indicator(String)
  case timeline
  /// Entities and acronyms.
  case index
  case search
  /// The place of a record in the reader's copy of the original.
  case original(Reference)
  case bookmarks
  /// The faults found while reading the dossier.
  case faults
  /// An event, entity, note or source on its own.
  case record(Reference)
}

extension Route {
  /// The screens with their own names.
  private static let named: [(String, Route)] = [
    ("overview", .overview), ("recommendations", .recommendations), ("matrix", .matrix),
    ("links", .links), ("outcomes", .outcomes), ("review", .review),
    ("indicators", .indicators), ("timeline", .timeline), ("index", .index),
    ("bookmarks", .bookmarks), ("search", .search),
  ]

  /// The screen for a name or a record's reference; nil if there is none.
  package init?(name: some StringProtocol) {
    if let (_, screen) = Self.named.first(where: { $0.0 == name }) {
      self = screen
    } else if let reference = Reference(name), let screen = Route(of: reference) {
      self = screen
    } else {
      return nil
    }
  }

  /// The screen that shows a record; nil for a section, which is a place in its chapter.
  package init?(of reference: Reference) {
    switch reference.kind {
    case .chapter: self = .chapter(reference.id)
    case .recommendation: self = .recommendation(reference.id)
    case .indicator: self = .indicator(reference.id)
    case .event, .entity, .note, .source: self = .record(reference)
    case .section: return nil
    }
  }

  /// The record that the screen shows; nil for screens of many records.
  package var reference: Reference? {
    switch self {
    case .chapter(let id): Reference(.chapter, id)
    case .recommendation(let id): Reference(.recommendation, id)
    case .indicator(let id): Reference(.indicator, id)
    case .record(let reference), .original(let reference): reference
    default: nil
    }
  }

  /// The name that `init(name:)` reads; nil for screens that are not saved as the last place.
  package var name: String? {
    if case .original = self { return nil }
    return reference.map(String.init(describing:)) ?? Self.named.first { $0.1 == self }?.0
  }
}
