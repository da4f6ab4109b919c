import Records

/// Reads `data/sources.csv`.
enum SourceTable {
  static let columns = ["id", "producer", "title", "date", "url", "licence", "note"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      guard let id = table.id(0, log: &draft.log) else { continue }
      let source = Source(
        id: id, producer: table.needed(1, "producer", log: &draft.log) ?? "",
        title: table.needed(2, "title", log: &draft.log) ?? "", date: table.text(3),
        url: table.text(4), licence: table.text(5), note: table.text(6))
      guard draft.declare(source.reference, table.place(0)) else { continue }
      draft.dossier.sources.append(source)
    }
  }
}
