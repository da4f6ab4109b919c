/// Which dossier and deck a briefing shows, and which version of their files.
public struct Edition: Hashable, Sendable {
  /// The dossier's id.
  public var dossier: String
  /// A digest of the dossier's files.
  public var dossierHash: String
  /// The deck's id.
  public var deck: String
  /// A digest of the deck's file.
  public var deckHash: String

  /// An edition; an empty digest is unknown.
  public init(dossier: String, dossierHash: String = "", deck: String, deckHash: String = "") {
    self.dossier = dossier
    self.dossierHash = dossierHash
    self.deck = deck
    self.deckHash = deckHash
  }
}
