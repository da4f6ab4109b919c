import Query
import Records

/// What a record is based on, what it leads to and what mentions it, under headings.
enum Connections {
  /// The list of a record's connections, each record once, under its strongest reason.
  static func list(of reference: Reference, _ library: Library) -> ListPanel {
    var groups: [(title: String, rows: [ListPanel.Row])] = []
    var seen: Set<Reference> = [reference]
    func add(
      _ title: String, _ connections: [Connection], remark: (Connection) -> String = { _ in "" }
    ) {
      let rows = connections.filter { seen.insert($0.reference).inserted }
        .map { Rows.mention($0.reference, library, remark: remark($0)) }
      if !rows.isEmpty { groups.append((title, rows)) }
    }
    if case .event(let event)? = library.catalogue[reference] {
      let sections = event.locators.compactMap {
        $0.lines.flatMap { library.catalogue.record(containing: $0.lowerBound)?.reference }
      }
      add("Mentioned in", sections.map { Connection($0, .prose) })
    }
    let outgoing = library.backlinks.connections(from: reference)
    let incoming = library.backlinks.connections(to: reference)
    add("Evidence", outgoing.filter { $0.origin == .evidence })
    add("Evidence for", incoming.filter { $0.origin == .evidence })
    add("Related", (outgoing + incoming).filter { $0.origin == .related })
    add("In other chapters", (outgoing + incoming).filter(isLink)) { topic($0) }
    add("Named in the text", outgoing.filter { $0.origin == .prose })
    add("Named by", incoming.filter { $0.origin == .prose })
    add("Chart", (outgoing + incoming).filter { $0.origin == .overlay })
    add("Source", outgoing.filter { $0.origin == .source })
    add("Values from it", incoming.filter { $0.origin == .source })
    return ListPanel(
      columns: Rows.recordColumns, rows: groups.flatMap { [.heading($0.title)] + $0.rows },
      emptyText: "Nothing else names this.")
  }

  private static func isLink(_ connection: Connection) -> Bool {
    if case .link = connection.origin { true } else { false }
  }

  private static func topic(_ connection: Connection) -> String {
    if case .link(let topic, _) = connection.origin { topic } else { "" }
  }
}
