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
    /// A number in plain digits; nil when it is missing.
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

  /// Aligned columns; cells over 60 characters are cut with `…`.
  func plain() -> String {
    let limit = 60
    let head = [Array(columns.prefix(briefColumns))]
    let cells = (head + rows.map { $0.prefix(briefColumns).map(\.text) }).map { row in
      row.map { $0.count > limit ? $0.prefix(limit - 1) + "…" : $0 }
    }
    let isNumber = (0..<briefColumns).map { column in
      !rows.isEmpty
        && rows.allSatisfy { if case .number = $0[column] { true } else { false } }
    }
    let widths = (0..<briefColumns).map { column in
      cells.lazy.map { $0[column].count }.max() ?? 0
    }
    var text = ""
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        let pad = String(repeating: " ", count: widths[column] - cell.count)
        line += (column == 0 ? "" : "  ") + (isNumber[column] ? pad + cell : cell + pad)
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
    for row in [columns] + rows.map({ $0.map(\.text) }) {
      text += row.map(Self.quoted).joined(separator: ",") + "\n"
    }
    return text
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
