import Records

/// The report as its citations name it.
struct CitedWork {
  private let dossier: Dossier

  init(_ dossier: Dossier) { self.dossier = dossier }

  /// The title with the subtitle.
  package var title: String {
    [dossier.title, dossier.subtitle].filter { !$0.isEmpty }.joined(separator: ": ")
  }

  var authors: String { Self.list(dossier.authors) }

  var isbn: String { dossier.isbn.isEmpty ? "" : "ISBN \(dossier.isbn)" }

  /// Publisher and date in brackets, to follow the title; empty if neither is stated.
  var imprint: String {
    let parts = [dossier.publisher, dossier.date?.title ?? ""].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
  }

  var imprintFields: [(String, String)] {
    [("publisher", BibTeX.institution(dossier.publisher))]
      + BibTeX.date(dossier.date, else: "") + [("isbn", BibTeX.escaped(dossier.isbn))]
  }

  /// Names as in a sentence: `A, B and C`.
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The parts that are not empty, separated by commas and ended by a full stop.
  func sentence(_ parts: [String]) -> String {
    var text = ""
    for part in parts where !part.isEmpty {
      text += text.isEmpty ? part : ", " + part
    }
    return text.isEmpty || text.hasSuffix(".") ? text : text + "."
  }

  /// The part of an entry's key that names a record, after the dossier's id.
  package static func key(_ record: Record) -> String { record.reference.id }

  /// An entry with the fields that are not empty.
  func entry(_ type: String, key: String, _ fields: [(String, String)]) -> String {
    let id = [dossier.id.isEmpty ? "dossier" : dossier.id, key].filter { !$0.isEmpty }
    var text = "@\(type){\(BibTeX.key(id.joined(separator: "-"))),\n"
    for (name, value) in fields where !value.isEmpty { text += "  \(name) = \(value),\n" }
    return text + "}\n"
  }
}
