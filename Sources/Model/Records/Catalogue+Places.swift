extension Catalogue {
  /// The title of a record; the reference as it is written when there is no such record.
  package func title(of reference: Reference) -> String {
    self[reference]?.title ?? reference.description
  }

  /// Every record's reference with its title, an entity's with its acronym, in the order of
  /// `references`.
  ///
  /// It does not look up each record, because there may be thousands.
  package var names: [(reference: Reference, title: String)] {
    let many = Dictionary(
      uniqueKeysWithValues: [
        (.recommendation, dossier.recommendations.map(\.title)),
        (.indicator, dossier.indicators.map(\.title)),
      ] as [(RecordKind, [String])])
    var places: [RecordKind: Int] = [:]
    return references.map { reference in
      if let titles = many[reference.kind] {
        let place = places[reference.kind, default: 0]
        places[reference.kind] = place + 1
        return (reference, titles[place])
      }
      guard let record = self[reference] else { return (reference, "") }
      guard reference.kind == .entity, !record.subtitle.isEmpty else {
        return (reference, record.title)
      }
      return (reference, "\(record.title) (\(record.subtitle))")
    }
  }

  /// The chapter that a record belongs to.
  ///
  /// An entity and an event without a chapter belong to none, nor do sources.
  package func chapter(of reference: Reference) -> Chapter? {
    self[reference].flatMap { chapter($0.chapter) }
  }

  /// The sections of all chapters whose place in the original holds a line, the outer ones first.
  package func sections(containing line: Int) -> [Section] {
    dossier.chapters.flatMap(\.sections)
      .filter { $0.locator?.lines.contains(line) ?? false }
      .sorted {
        ($0.locator?.lines.count ?? 0, $1.level) > ($1.locator?.lines.count ?? 0, $0.level)
      }
  }

  /// The innermost section, or else the chapter, whose place in the original holds a line.
  package func record(containing line: Int) -> Record? {
    if let section = sections(containing: line).last { return .section(section) }
    return dossier.chapters.first { $0.locator?.lines.contains(line) ?? false }.map(Record.chapter)
  }

  /// The recommendations of a chapter, recommendations first and then proposals.
  package func recommendations(ofChapter id: String) -> [Recommendation] {
    let own = dossier.recommendations.filter { $0.chapter == id }
    return own.filter { $0.standing == .recommendation } + own.filter { $0.standing == .proposal }
  }

  /// The indicators of a chapter, in the order of the table.
  package func indicators(ofChapter id: String) -> [Indicator] {
    dossier.indicators.filter { $0.chapter == id }
  }

  /// The events of a chapter, by date.
  package func events(ofChapter id: String) -> [Event] {
    dossier.events.filter { $0.chapter == id }
  }
}
