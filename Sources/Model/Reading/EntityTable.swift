import Records

/// Reads `data/entities.csv`.
enum EntityTable {
  static let columns = ["id", "name", "acronym", "kind", "description", "aliases", "locators"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      guard let id = table.id(0, log: &draft.log),
        draft.declare(Reference(.entity, id), table.place(0))
      else { continue }
      if table.has(3), table.bytes(3).isEmpty {
        draft.log.error(
          table.place(3), "the row has no kind",
          remedy: "use " + Entity.Kind.allCases.map(\.rawValue).joined(separator: ", "))
      }
      draft.dossier.entities.append(
        Entity(
          id: id, name: table.needed(1, "name", log: &draft.log) ?? id, acronym: table.text(2),
          kind: table.choice(3, "kind", .organisation, log: &draft.log),
          description: table.text(4), aliases: table.list(5),
          locators: table.locators(6, log: &draft.log)))
    }
  }
}
