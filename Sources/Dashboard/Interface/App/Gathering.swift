public import Model

/// What is gathered from all texts of a dossier: of a large one longer than a key may take.
public enum Gathering: Sendable {
  /// What leads to each record.
  case backlinks(Backlinks)
  /// Where each entity is mentioned.
  case mentions(Mentions)
  /// All texts by their words.
  case searchIndex(SearchIndex)

  /// The kinds of gathering, in the order in which a reader is likely to ask for them.
  public enum Kind: CaseIterable, Sendable {
    case backlinks, mentions, searchIndex
  }

  /// Gathers from all texts of a catalogue; on any thread.
  public init(_ kind: Kind, from catalogue: Catalogue) {
    switch kind {
    case .backlinks: self = .backlinks(Backlinks(catalogue))
    case .mentions: self = .mentions(Mentions(catalogue))
    case .searchIndex: self = .searchIndex(SearchIndex(catalogue))
    }
  }

  /// What stands in a list until it is there.
  static func plea(_ what: String) -> String { "\(what) of this large dossier: a moment, please." }
}
