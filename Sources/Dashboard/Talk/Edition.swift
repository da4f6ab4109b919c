/// Which dossier and deck a briefing shows, and which version of their files.
package struct Edition: Hashable, Sendable {
  /// The dossier's id.
  package var dossier: String
  /// A digest of the dossier's files.
  package var dossierHash: String
  /// The deck's id.
  package var deck: String
  /// A digest of the deck's file.
  package var deckHash: String

  /// An edition; an empty digest is unknown.
  package init(dossier: String, dossierHash: String = "", deck: String, deckHash: String = "") {
    self.dossier = dossier
    self.dossierHash = dossierHash
    self.deck = deck
    self.deckHash = deckHash
  }
}
