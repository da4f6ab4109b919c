/// Who produced a value, and in what.
public struct Source: Hashable, Sendable, Identifiable {
  /// The id that indicators and observations name.
  public var id: String
  /// The institution that produced it.
  public var producer: String
  /// The publication or dataset.
  public var title: String
  /// When it was published, if stated.
  public var date: String
  /// Where it can be found; empty if not stated.
  public var url: String
  /// Its terms of use; empty if not stated.
  public var licence: String
  /// What readers must know about it.
  public var note: String

  /// A source; only id, producer and title are required.
  public init(
    id: String, producer: String, title: String, date: String = "", url: String = "",
    licence: String = "", note: String = ""
  ) {
    self.id = id
    self.producer = producer
    self.title = title
    self.date = date
    self.url = url
    self.licence = licence
    self.note = note
  }

  /// The reference that names this source.
  public var reference: Reference { Reference(.source, id) }
}
