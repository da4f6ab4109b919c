import Reading
package import Records

extension RecordTable {
  /// The records of a kind, one in each row, in reading order.
  ///
  /// - Parameter isIncluded: Which records to list; all by default.
  package init(
    _ kind: RecordKind, in catalogue: Catalogue, where isIncluded: (Record) -> Bool = { _ in true }
  ) {
    let records = catalogue.references.lazy.filter { $0.kind == kind }
      .compactMap { catalogue[$0] }.filter(isIncluded)
    self.init(kind, records: Array(records), in: catalogue)
  }

  /// Records of a kind, one in each row, in the given order; other kinds are left out.
  package init(_ kind: RecordKind, records: [Record], in catalogue: Catalogue) {
    let (columns, brief) = Self.columns(of: kind)
    let rows = records.filter { $0.reference.kind == kind }.map { $0.cells(in: catalogue) }
    self.init(columns: columns, rows: rows, briefColumns: brief)
  }

  /// The names of a kind's columns, and how many are shown for reading.
  private static func columns(of kind: RecordKind) -> ([String], Int) {
    switch kind {
    case .chapter:
      (
        [
          "id", "title", "number", "sections", "recommendations", "proposals", "indicators",
          "short-title", "authors", "locator", "summary",
        ], 7
      )
    case .section: (["id", "title", "chapter", "level", "locator"], 5)
    case .recommendation:
      (
        [
          "id", "title", "chapter", "addressees", "basis", "themes", "kind", "number", "locator",
          "at-a-glance",
        ], 7
      )
    case .indicator:
      (
        [
          "id", "title", "chapter", "unit", "series", "values", "first", "last", "kind", "chart",
          "better", "source", "locator", "note",
        ], 8
      )
    case .event: (["id", "title", "date", "chapter", "theme", "mark", "locator"], 5)
    case .entity:
      (["id", "title", "acronym", "kind", "description", "aliases", "locators"], 5)
    case .note: (["id", "title", "chapter", "number", "lost", "text"], 6)
    case .source: (["id", "title", "producer", "date", "url", "licence", "note"], 5)
    }
  }

  /// The values of an indicator, with the columns of a folder's table of observations.
  package init(observationsOf indicator: Indicator) {
    let rows = indicator.series.flatMap { series in
      series.observations.map { observation -> [Cell] in
        [
          .text(indicator.id), .text(series.name), .text(observation.period?.description ?? ""),
          .number(observation.valueDigits), .list(observation.qualifiers.names),
          .text(observation.source.isEmpty ? indicator.source : observation.source),
          .list(observation.locators.map(\.description)), .text(observation.note),
        ]
      }
    }
    self.init(columns: ObservationColumn.names, rows: rows)
  }
}

extension Record {
  /// The cells of the record's row.
  fileprivate func cells(in catalogue: Catalogue) -> [RecordTable.Cell] {
    func count(_ number: Int) -> RecordTable.Cell { .number(String(number)) }
    switch self {
    case .chapter(let chapter):
      let asks = catalogue.recommendations(ofChapter: chapter.id)
      return [
        .text(chapter.id), .text(chapter.title), count(chapter.number),
        count(chapter.sections.count),
        count(asks.filter { $0.standing == .recommendation }.count),
        count(asks.filter { $0.standing == .proposal }.count),
        count(catalogue.indicators(ofChapter: chapter.id).count), .text(chapter.shortTitle),
        .list(chapter.authors), .text(chapter.locator?.description ?? ""), .text(chapter.summary),
      ]
    case .section(let section):
      return [
        .text(section.id), .text(section.title), .text(section.chapter), count(section.level),
        .text(section.locator?.description ?? ""),
      ]
    case .recommendation(let item):
      return [
        .text(item.id), .text(item.title), .text(item.chapter), .list(item.addressees),
        .text(item.addresseeBasis.rawValue), .list(item.themes), .text(item.standing.rawValue),
        count(item.number), .text(item.locator?.description ?? ""),
        .text(item.atAGlance?.description ?? ""),
      ]
    case .indicator(let indicator):
      let periods = indicator.series.flatMap(\.observations).compactMap(\.period)
      return [
        .text(indicator.id), .text(indicator.title), .text(indicator.chapter),
        .text(indicator.unit), count(indicator.series.count),
        count(indicator.series.reduce(0) { $0 + $1.observations.count }),
        .text(periods.min()?.description ?? ""), .text(periods.max()?.description ?? ""),
        .text(indicator.kind.rawValue), .text(indicator.chart.rawValue),
        .text(indicator.better.rawValue), .text(indicator.source),
        .list(indicator.locators.map(\.description)), .text(indicator.note),
      ]
    case .event(let event):
      return [
        .text(event.id), .text(event.title), .text(event.date.description), .text(event.chapter),
        .text(event.theme), .text(event.mark), .list(event.locators.map(\.description)),
      ]
    case .entity(let entity):
      return [
        .text(entity.id), .text(entity.name), .text(entity.acronym), .text(entity.kind.rawValue),
        .text(entity.description), .list(entity.aliases),
        .list(entity.locators.map(\.description)),
      ]
    case .note(let note):
      return [
        .text(note.id), .text(title), .text(note.chapter), count(note.number),
        .text(note.isLost ? "yes" : "no"), .text(note.statement.plainText),
      ]
    case .source(let source):
      return [
        .text(source.id), .text(source.title), .text(source.producer), .text(source.date),
        .text(source.url), .text(source.licence), .text(source.note),
      ]
    }
  }
}
