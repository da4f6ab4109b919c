/// A connection between two records, usually of different chapters.
package struct Link: Hashable, Sendable {
  /// One end.
  package var from: Reference
  /// The other end.
  package var to: Reference
  /// What they share, in a few words.
  package var topic: String
  /// What connects them, or where they disagree.
  package var note: String

  /// A connection on a topic.
  package init(from: Reference, to: Reference, topic: String, note: String = "") {
    self.from = from
    self.to = to
    self.topic = topic
    self.note = note
  }
}
