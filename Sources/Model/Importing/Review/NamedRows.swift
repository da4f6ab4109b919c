import Text

/// The rows of a table of the import, by the names of their columns.
enum NamedRows {
  /// The most rows that are read.
  private static let limit = 100_000

  /// Reads the rows; cells may have several lines, and control characters become visible.
  static func read(_ bytes: [UInt8]) -> [[String: String]] {
    // A spreadsheet ends lines with a carriage return, too.
    let bytes = bytes.filter { $0 != 0x0d }
    return bytes.withUnsafeBufferPointer { bytes in
      var parser = CSVParser(bytes)
      guard parser.next() else { return [] }
      let names = parser.cells.indices.map { CleanText.line(parser.text($0)).trimmed }
      var rows: [[String: String]] = []
      while rows.count < limit, parser.next() {
        var row: [String: String] = [:]
        for (index, name) in names.enumerated() { row[name] = clean(parser.text(index)) }
        rows.append(row)
      }
      return rows
    }
  }

  private static func clean(_ cell: String) -> String {
    cell.split(separator: "\n", omittingEmptySubsequences: false)
      .map { CleanText.line(String($0)) }.joined(separator: "\n")
  }
}
