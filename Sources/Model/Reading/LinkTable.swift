import Records

/// Reads `data/links.csv`.
enum LinkTable {
  static let columns = ["from", "to", "topic", "note"]

  static func read(_ table: inout Table, into draft: inout Draft) {
    while table.next(log: &draft.log) {
      let from = table.reference(0, "from", log: &draft.log)
      let to = table.reference(1, "to", log: &draft.log)
      let topic = table.needed(2, "topic", log: &draft.log) ?? ""
      guard let from, let to else { continue }
      draft.log.mention(from, table.place(0))
      draft.log.mention(to, table.place(1))
      draft.dossier.links.append(
        Link(from: from, to: to, topic: topic, note: table.text(3)))
    }
  }
}
