/// A source that a row names, and where in it.
package struct SourceMention: Hashable, Sendable {
  /// The id of the source.
  package var source: String
  /// The place in it as written, such as `p. 14`; empty if none is given.
  package var place: String

  /// A source with a place in it.
  package init(_ source: String, place: String = "") {
    self.source = source
    self.place = place
  }

  /// The mention as written in a table: `gao-19-534 p. 14`.
  package var written: String { place.isEmpty ? source : "\(source) \(place)" }
}
