import Text

/// A table of a dossier that gets rows, while every other byte stays as it is.
package struct TableEdit {
  /// The names of its columns.
  package let columns: [String]
  private var heading: [UInt8]
  private var rows: [Row]

  private struct Row {
    var bytes: [UInt8]
    var cells: [String]
  }

  /// A table as it is in its file; nil for bytes that have an unclosed quote or no heading.
  ///
  /// - Parameter usual: The columns of a table that is new or empty.
  package init?(_ bytes: [UInt8], usual: [String]) {
    var heading: [UInt8] = []
    var columns: [String] = []
    var rows: [Row] = []
    var isWhole = true
    bytes.withUnsafeBufferPointer { buffer in
      var parser = CSVParser(buffer)
      var end = 0
      while parser.next() {
        if parser.fault != nil {
          isWhole = false
          return
        }
        let cells = parser.cells.indices.map { parser.text($0) }
        let part = Array(buffer[end..<parser.position])
        end = parser.position
        if columns.isEmpty {
          (heading, columns) = (part, cells.map { CleanText.line($0).trimmed })
        } else {
          rows.append(Row(bytes: part, cells: cells))
        }
      }
      if end < buffer.count { rows.append(Row(bytes: Array(buffer[end...]), cells: [])) }
    }
    guard isWhole else { return nil }
    if columns.isEmpty {
      columns = usual
      heading = Array((usual.joined(separator: ",") + "\n").utf8)
    }
    if columns.first?.hasPrefix("\u{feff}") ?? false { columns[0].removeFirst() }
    (self.columns, self.heading, self.rows) = (columns, heading, rows)
  }

  /// The table's bytes.
  package var bytes: [UInt8] {
    var result = heading
    for row in rows {
      if let last = result.last, last != 0x0a { result.append(0x0a) }
      result += row.bytes
    }
    if let last = result.last, last != 0x0a { result.append(0x0a) }
    return result
  }

  /// How many rows there are.
  package var count: Int { rows.count }

  /// The text of a cell; empty if the table has no such column or the row no such cell.
  package func cell(_ row: Int, _ column: String) -> String {
    guard let index = columns.firstIndex(of: column), rows[row].cells.indices.contains(index)
    else { return "" }
    return rows[row].cells[index]
  }

  /// The first row with a text in a column; nil if there is none.
  package func row(where column: String, is text: String) -> Int? {
    rows.indices.first { cell($0, column) == text }
  }

  /// Adds a row behind the last of the rows with the same text in a column, or at the end.
  package mutating func add(_ fields: [String: String], behind column: String? = nil) {
    let row = made(columns.map { fields[$0] ?? "" })
    let place = column.flatMap { column in
      rows.lastIndex { cells(of: $0, column) == fields[column] }
    }
    if let place { rows.insert(row, at: place + 1) } else { rows.append(row) }
  }

  private func cells(of row: Row, _ column: String) -> String? {
    guard let index = columns.firstIndex(of: column), row.cells.indices.contains(index) else {
      return nil
    }
    return row.cells[index]
  }

  /// Changes some cells of a row; the others keep their texts.
  package mutating func change(_ row: Int, _ fields: [String: String]) {
    var cells = rows[row].cells
    while cells.count < columns.count { cells.append("") }
    for (index, column) in columns.enumerated() {
      if let text = fields[column] { cells[index] = text }
    }
    rows[row] = made(cells)
  }

  private func made(_ cells: [String]) -> Row {
    let text = cells.map(Self.quoted).joined(separator: ",") + "\n"
    return Row(bytes: Array(text.utf8), cells: cells)
  }

  private static func quoted(_ cell: String) -> String {
    let needsQuotes = cell.utf8.contains { [0x2c, 0x22, 0x0a, 0x0d].contains($0) }
    guard needsQuotes || cell.first == " " || cell.last == " " else { return cell }
    let doubled = cell.split(separator: "\"", omittingEmptySubsequences: false)
    return "\"" + doubled.joined(separator: "\"\"") + "\""
  }
}
