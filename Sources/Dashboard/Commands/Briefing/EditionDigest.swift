import Browsing
import Query
import Records
import Talk

extension Edition {
  /// What identifies a deck and its dossier in the state that they are in.
  ///
  /// - Parameter digest: That of the dossier's files.
  init(_ deck: Deck, of dossier: Dossier, digest: String) {
    self.init(
      dossier: dossier.id, dossierHash: Self.word(digest), deck: deck.id,
      deckHash: Self.word(deck.digest))
  }

  /// Of a digest as much as tells two apart that nobody has made to look alike.
  private static func word(_ digest: String) -> String { String(digest.prefix(32)) }

  /// Whether it is the same dossier and the same deck in the same state.
  func shows(_ other: Edition) -> Bool {
    dossier == other.dossier && deck == other.deck && deckHash == other.deckHash
  }
}

extension Stage {
  /// A stage that others can compare with theirs.
  ///
  /// - Parameter digest: That of the dossier's files.
  convenience init(_ deck: Deck, _ library: Library, digest: String) {
    self.init(deck, library, Edition(deck, of: library.dossier, digest: digest))
  }

  /// A stage of an edition that is known.
  convenience init(_ deck: Deck, _ library: Library, _ edition: Edition) {
    self.init(
      deck, library, dossierHash: edition.dossierHash, deckHash: edition.deckHash)
  }
}
