/// Which dossier and deck a briefing shows, and in which state of their files.
public struct Edition: Hashable, Sendable {
  /// The dossier's id.
  public var dossier: String
  /// What tells one state of the dossier from another.
  public var dossierHash: String
  /// The deck's id.
  public var deck: String
  /// What tells one state of the deck from another.
  public var deckHash: String

  /// An edition; empty hashes are those of nobody.
  public init(dossier: String, dossierHash: String = "", deck: String, deckHash: String = "") {
    self.dossier = dossier
    self.dossierHash = dossierHash
    self.deck = deck
    self.deckHash = deckHash
  }
}
