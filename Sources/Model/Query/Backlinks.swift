package import Records

/// What leads to each record: the connections of all records, reversed.
///
/// Making it reads all prose once; make it on first use and keep it.
package struct Backlinks: Sendable {
  private var incoming: [Reference: [Connection]] = [:]
  private var outgoing: [Reference: [Connection]] = [:]

  /// The connections of a catalogue's records.
  package init(_ catalogue: Catalogue) {
    for reference in catalogue.references {
      let connections = catalogue.connections(from: reference)
      if !connections.isEmpty { outgoing[reference] = connections }
      for connection in connections {
        incoming[connection.reference, default: []].append(
          Connection(reference, connection.origin))
      }
    }
  }

  /// What a record leads to, as `Catalogue.connections(from:)`.
  package func connections(from reference: Reference) -> [Connection] { outgoing[reference] ?? [] }

  /// What leads to a record, in reading order of the records that it comes from.
  package func connections(to reference: Reference) -> [Connection] { incoming[reference] ?? [] }

  /// The records of a kind that a record leads to or that lead to it, without repetition.
  ///
  /// Those that it leads to come first. Panels of related indicators or recommendations show these.
  package func related(_ kind: RecordKind, to reference: Reference) -> [Reference] {
    var seen: Set<Reference> = [reference]
    return (connections(from: reference) + connections(to: reference))
      .map(\.reference)
      .filter { $0.kind == kind && seen.insert($0).inserted }
  }

  /// The links of the dossier's table that touch a record from either end.
  package func links(of reference: Reference) -> [Connection] {
    (connections(from: reference) + connections(to: reference)).filter {
      if case .link = $0.origin { true } else { false }
    }
  }
}
