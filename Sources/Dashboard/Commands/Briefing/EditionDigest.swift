import Browsing
import Query
import Records
import Talk

extension Edition {
  /// What identifies the current version of a deck and its dossier.
  ///
  /// - Parameter digest: The digest of the dossier's files.
  init(_ deck: Deck, of dossier: Dossier, digest: String) {
    self.init(
      dossier: dossier.id, dossierHash: Self.word(digest), deck: deck.id,
      deckHash: Self.word(deck.digest))
  }

  /// As much of a digest as distinguishes two versions that nobody has forged.
  private static func word(_ digest: String) -> String { String(digest.prefix(32)) }

  /// Whether it is the same dossier and the same version of the same deck.
  func shows(_ other: Edition) -> Bool {
    dossier == other.dossier && deck == other.deck && deckHash == other.deckHash
  }
}

extension Stage {
  /// A stage that other ends can compare with their own.
  ///
  /// - Parameter digest: The digest of the dossier's files.
  convenience init(_ deck: Deck, _ library: Library, digest: String) {
    self.init(deck, library, Edition(deck, of: library.dossier, digest: digest))
  }

  /// A stage of a known edition.
  convenience init(_ deck: Deck, _ library: Library, _ edition: Edition) {
    self.init(
      deck, library, dossierHash: edition.dossierHash, deckHash: edition.deckHash)
  }
}
