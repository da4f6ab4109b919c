/// The most that the wire carries, in bytes of UTF-8.
public enum WireLimit {
  /// The state that everybody may see.
  public static let publicState = 4 << 10
  /// The state that only those who present see.
  public static let privateState = 16 << 10
  /// A slide's text, for followers that have not the same dossier.
  public static let text = 64 << 10
  /// The first line of a peer, without its end.
  static let hello = 64
  /// Any line: each byte may have to be written as two.
  static let line = 2 * (publicState + privateState + text) + 128
  /// The version of the wire that this program speaks.
  static let version = 1
}
