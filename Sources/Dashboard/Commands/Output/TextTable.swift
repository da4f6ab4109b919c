import Canvas
import Query
import Text

/// A table for reading: aligned columns under their names.
///
/// On a terminal that is too narrow for a row on a line, each row is a block of lines; nothing is
/// cut.
struct TextTable {
  private let cells: [[String]]
  private let isNumber: [Bool]

  /// The main columns of a table.
  init(_ table: RecordTable) {
    let count = table.briefColumns
    cells =
      [Array(table.columns.prefix(count))]
      + table.rows.map { $0.prefix(count).map { CleanText.line($0.text) } }
    isNumber = (0..<count).map { column in
      !table.rows.isEmpty
        && table.rows.allSatisfy { if case .number = $0[column] { true } else { false } }
    }
  }

  /// The lines, each with a line feed.
  ///
  /// - Parameter width: The columns of the terminal; nil if lines may have any length.
  package func text(width: Int?) -> String {
    let widths = isNumber.indices.map { column in
      cells.reduce(0) { max($0, $1[column].columns) }
    }
    let total = widths.reduce(0, +) + 2 * (widths.count - 1)
    if let width, total > width { return blocks(width: width) }
    var text = ""
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  " }
        line += TextLayout.pad(cell, to: widths[column], isNumber[column] ? .right : .left)
      }
      text += line.trimmingEnd + "\n"
    }
    return text
  }

  /// Each row as a block: its first two cells, and below them the others with their names.
  private func blocks(width: Int) -> String {
    let names = cells[0]
    let indent = String(repeating: " ", count: 4)
    var text = ""
    for row in cells.dropFirst() {
      let head = row.prefix(2).filter { !$0.isEmpty }.joined(separator: "  ")
      let rest = zip(names, row).dropFirst(2).filter { !$0.1.isEmpty }
        .map { "\($0.0): \($0.1.replacing(";", with: ", "))" }.joined(separator: "; ")
      let first = TextLayout.wrap(head, to: width)
      let more = TextLayout.wrap(
        first.dropFirst().joined(separator: " "), to: max(1, width - 4))
      let lines =
        [first.first ?? ""]
        + (more + TextLayout.wrap(rest, to: max(1, width - 4))).filter { !$0.isEmpty }
        .map { indent + $0 }
      text += lines.joined(separator: "\n") + "\n"
    }
    return text
  }
}

extension Output {
  /// Writes a table in the requested format, by default `table`.
  mutating func write(_ table: RecordTable, as format: String?) {
    switch format.flatMap(RecordTable.Format.init) ?? .table {
    case .table: write(TextTable(table).text(width: Console.columns))
    case .json: write(table.text(.json))
    case .csv: write(table.text(.csv))
    case .md: write(table.text(.md))
    }
  }
}
