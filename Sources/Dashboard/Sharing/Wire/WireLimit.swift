/// The limits of the protocol, in bytes of UTF-8.
package enum WireLimit {
  /// The state that everybody may see.
  package static let publicState = 4 << 10
  /// The state that only presenters see.
  package static let privateState = 16 << 10
  /// A slide's text and records, for followers without the same dossier.
  package static let text = 256 << 10
  /// The first line of a peer, without its end.
  static let hello = 64
  /// Any line, in which each byte may be escaped as two.
  static let line = 2 * (publicState + privateState + text) + 128
  /// The version of the protocol that this program uses.
  static let version = 1
}
