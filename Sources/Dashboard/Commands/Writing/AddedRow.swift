import Query
import Text

/// A row to be added to a table, by column name.
struct AddedRow {
  /// The cells that are not empty.
  var cells: [String: String] = [:]

  /// The table's text with the row at its end.
  ///
  /// An existing table keeps its columns and their order; a new one gets those of the format.
  ///
  /// - Throws: `Failure` if the table lacks a column that the row fills.
  func appended(to text: String, columns: [String]) throws(Failure) -> String {
    var text = text
    var heading = columns
    if text.isEmpty {
      text = RecordTable.csv(columns)
    } else {
      heading = text.withUTF8 { bytes in
        var parser = CSVParser(bytes)
        return parser.next() ? parser.cells.indices.map { CleanText.line(parser.text($0)) } : []
      }
      if !text.utf8.reversed().starts(with: "\n".utf8) { text += "\n" }
    }
    if let lost = cells.keys.sorted().first(where: { !heading.contains($0) }) {
      throw .failed("the table has no column '\(lost)'; add it to its first row")
    }
    return text + RecordTable.csv(heading.map { cells[$0] ?? "" })
  }
}
