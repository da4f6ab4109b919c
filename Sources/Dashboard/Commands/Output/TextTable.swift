import Canvas
import Query
import Text

/// A table for reading: aligned columns under their names.
///
/// On a terminal the widest columns are cut until a row fits on a line; in a pipe nothing is cut.
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
    let widths = fittedWidths(width)
    var text = ""
    for row in cells {
      var line = ""
      for (column, cell) in row.enumerated() {
        if column > 0 { line += "  " }
        line += TextLayout.pad(cell, to: widths[column], isNumber[column] ? .right : .left)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// The columns' widths; if they do not fit, the widest is cut to the next one, and so on.
  ///
  /// The first column has the ids that users type, so it is cut last.
  private func fittedWidths(_ width: Int?) -> [Int] {
    var widths = isNumber.indices.map { column in
      cells.reduce(0) { max($0, $1[column].columns) }
    }
    guard let width, !widths.isEmpty else { return widths }
    var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - width
    for columns in [widths.indices.dropFirst(), widths.indices.prefix(1)] {
      while excess > 0, let widest = columns.max(by: { widths[$0] < widths[$1] }),
        widths[widest] > 4
      {
        widths[widest] -= 1
        excess -= 1
      }
    }
    return widths
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
