package import Records

/// One end of a connection between two records, as seen from the other end.
package struct Connection: Hashable, Sendable {
  /// What connects the two.
  package enum Origin: Hashable, Sendable {
    /// A recommendation rests on the other record.
    case evidence
    /// A recommendation names the other record as related.
    case related
    /// A row of the dossier's links, with its topic and note.
    case link(topic: String, note: String)
    /// A link in the prose.
    case prose
    /// An indicator's chart marks the other indicator's values.
    case overlay
    /// Values are from the source.
    case source
  }

  /// The record at this end.
  package var reference: Reference
  /// What connects the two.
  package var origin: Origin

  /// A connection to or from a record.
  package init(_ reference: Reference, _ origin: Origin) {
    self.reference = reference
    self.origin = origin
  }
}

extension Catalogue {
  /// What a record leads to: each record once for each kind of connection.
  ///
  /// Evidence comes first, then related records, links, prose, overlays and
  /// sources; a record that the prose names and that is already there for
  /// another reason is not repeated. References to nothing are left out.
  package func connections(from reference: Reference) -> [Connection] {
    guard let record = self[reference] else { return [] }
    var result: [Connection] = []
    var seen: Set<Connection> = []
    var named: Set<Reference> = [reference]
    func add(_ target: Reference, _ origin: Connection.Origin) {
      if origin == .prose, named.contains(target) { return }
      guard self[target] != nil, seen.insert(Connection(target, origin)).inserted else { return }
      named.insert(target)
      result.append(Connection(target, origin))
    }
    if case .recommendation(let recommendation) = record {
      for target in recommendation.evidence { add(target, .evidence) }
      for target in recommendation.related { add(target, .related) }
    }
    for link in links(from: reference) {
      add(link.to, .link(topic: link.topic, note: link.note))
    }
    for case .record(let target)? in record.prose.joined().lazy.map(\.target) {
      add(target, .prose)
    }
    if case .indicator(let indicator) = record {
      for overlay in indicator.overlays { add(Reference(.indicator, overlay.indicator), .overlay) }
      if !indicator.source.isEmpty { add(Reference(.source, indicator.source), .source) }
      var last = indicator.source
      for observation in indicator.series.lazy.flatMap(\.observations)
      where !observation.source.isEmpty && observation.source != last {
        last = observation.source
        add(Reference(.source, last), .source)
      }
    }
    return result
  }
}
