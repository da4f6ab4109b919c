/// A connection between two records, usually of different chapters.
public struct Link: Hashable, Sendable {
  /// One end.
  public var from: Reference
  /// The other end.
  public var to: Reference
  /// What they share, in a few words.
  public var topic: String
  /// What connects them, or where they disagree.
  public var note: String

  /// A connection on a topic.
  public init(from: Reference, to: Reference, topic: String, note: String = "") {
    self.from = from
    self.to = to
    self.topic = topic
    self.note = note
  }
}
