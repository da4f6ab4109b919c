/// Who produced a value, and in what.
package struct Source: Hashable, Sendable, Identifiable {
  /// The id that indicators and observations name.
  package var id: String
  /// The institution that produced it.
  package var producer: String
  /// The publication or dataset.
  package var title: String
  /// When it was published, if stated.
  package var date: String
  /// Where it can be found; empty if not stated.
  package var url: String
  /// Its terms of use; empty if not stated.
  package var licence: String
  /// What readers must know about it.
  package var note: String

  /// A source; only id, producer and title are required.
  package init(
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
  package var reference: Reference { Reference(.source, id) }
}
