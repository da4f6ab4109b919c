import Reading
package import Records
import Text

/// Rows under named columns, ready to be written out.
///
/// Cells hold data as it is: one that starts with `=`, `+`, `-` or `@` is not
/// changed, so a spreadsheet should import the columns as text.
package struct RecordTable: Sendable {
  /// What a cell holds.
  package enum Cell: Hashable, Sendable {
    /// A text, perhaps empty.
    case text(String)
    /// A number in plain digits; nil if it is missing.
    case number(String?)
    /// Several texts.
    case list([String])

    /// The cell as one text; a list's items are separated by `;`.
    package var text: String {
      switch self {
      case .text(let text): text
      case .number(let digits): digits ?? ""
      case .list(let items): items.joined(separator: ";")
      }
    }
  }

  /// A way to write a table out.
  package enum Format: String, CaseIterable, Sendable {
    /// Aligned columns for reading; only the main ones.
    case table
    /// An array of objects.
    case json
    /// RFC 4180 with line feeds.
    case csv
    /// A Markdown table; only the main columns.
    case md
  }

  /// The columns' names, which stay the same from version to version.
  package let columns: [String]
  /// The rows; each has a cell for each column.
  package let rows: [[Cell]]
  /// How many columns from the left are shown for reading.
  package let briefColumns: Int

  /// A table of rows; all columns are main ones unless their number is given.
  ///
  /// A row that is too short is filled with empty cells, one that is too long is cut.
  package init(columns: [String], rows: [[Cell]], briefColumns: Int? = nil) {
    self.columns = columns
    self.rows = rows.map { row in
      let missing = columns.count - row.count
      return missing < 0
        ? Array(row.prefix(columns.count)) : row + Array(repeating: .text(""), count: missing)
    }
    self.briefColumns = min(columns.count, max(0, briefColumns ?? columns.count))
  }

  /// The table in a format, ending in a line feed.
  package func text(_ format: Format) -> String {
    switch format {
    case .table: plain()
    case .json: json()
    case .csv: csv()
    case .md: markdown()
    }
  }

  /// Aligned columns; cells over 60 columns are cut with `…`.
  ///
  /// - Parameter alignments: Where cells stand; numbers stand at the right by nature.
  func plain(_ alignments: [CellAlignment] = []) -> String {
    let limit = 60
    let head = [Array(columns.prefix(briefColumns))]
    let cells = (head + rows.map { $0.prefix(briefColumns).map(\.text) }).map { row in
      row.map {
        TextWidth.columns(of: $0) > limit ? TextWidth.prefix(of: $0, columns: limit - 1) + "…" : $0
      }
    }
    let isNumber = (0..<briefColumns).map { column in
      !rows.isEmpty
        && rows.allSatisfy { if case .number = $0[column] { true } else { false } }
    }
    let widths = (0..<briefColumns).map { column in
      cells.lazy.map { TextWidth.columns(of: $0[column]) }.max() ?? 0
    }
    var text = ""
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        let free = widths[column] - TextWidth.columns(of: cell)
        var before = isNumber[column] ? free : 0
        switch alignments.indices.contains(column) ? alignments[column] : .natural {
        case .natural: break
        case .left: before = 0
        case .right: before = free
        case .center: before = free / 2
        }
        line +=
          (column == 0 ? "" : "  ") + String(repeating: " ", count: before) + cell
          + String(repeating: " ", count: free - before)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  private func json() -> String {
    var writer = JSONWriter()
    writer.array(rows) { writer, row in
      writer.object { writer in
        for (column, cell) in zip(columns, row) {
          switch cell {
          case .text(let text): writer.field(column, text)
          case .list(let items): writer.field(column, items)
          case .number(let digits):
            writer.key(column)
            writer.number(digits)
          }
        }
      }
    }
    return writer.text
  }

  private func csv() -> String {
    var text = ""
    for row in [columns] + rows.map({ $0.map(\.text) }) { text += Self.csv(row) }
    return text
  }

  /// A row of CSV with its line feed; cells are quoted where they have to be.
  package static func csv(_ row: [String]) -> String {
    row.map(quoted).joined(separator: ",") + "\n"
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains {
      $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n")
        || $0 == UInt8(ascii: "\r")
    }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }

  private func markdown() -> String {
    var text = "| " + columns.prefix(briefColumns).joined(separator: " | ") + " |\n"
    text += "|" + String(repeating: " --- |", count: briefColumns) + "\n"
    for row in rows {
      let cells = row.prefix(briefColumns).map { ProseText.escaped($0.text) }
      text += "| " + cells.joined(separator: " | ") + " |\n"
    }
    return text
  }
}

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
          "better", "source", "locator", "note", "finding", "computed",
        ], 8
      )
    case .event: (["id", "title", "date", "chapter", "theme", "mark", "locator", "source"], 5)
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
          .text(observation.derivation?.written ?? ""),
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
        item.letter.isEmpty ? count(item.number) : .text("\(item.number)\(item.letter)"),
        .text(item.locator?.description ?? ""),
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
        .text(indicator.finding),
        count(indicator.series.lazy.flatMap(\.observations).count(where: \.isComputed)),
      ]
    case .event(let event):
      return [
        .text(event.id), .text(event.title), .text(event.date.description), .text(event.chapter),
        .text(event.theme), .text(event.mark), .list(event.locators.map(\.description)),
        .text(event.source),
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
