extension DataTable {
  /// The periods of a column and the texts beside them in another, of the first rows.
  ///
  /// - Throws: `DataFault` for a row longer or shorter than the heading.
  public func periods(
    _ periods: Int, _ texts: Int, limit: Int
  ) throws(DataFault) -> [(period: Period?, text: String)] {
    let reader = columns[periods].content.reader
    var rows: [(period: Period?, text: String)] = []
    var fault: DataFault?
    bytes.withUnsafeBufferPointer { bytes in
      var parser = CSVParser(bytes, delimiter: delimiter)
      for _ in 0..<preamble + (hasHeading ? 1 : 0) { _ = parser.next() }
      while rows.count < limit, parser.next() {
        if parser.cells.count != columns.count {
          fault = DataFault(
            "has \(parser.cells.count) cells under \(columns.count) columns on line \(parser.line)")
          return
        }
        rows.append(
          (
            reader.period(DataCell.trimmed(parser.bytes(periods))),
            CleanText.line(parser.text(texts)).trimmed
          ))
      }
    }
    if let fault { throw fault }
    return rows
  }
}
