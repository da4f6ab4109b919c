package import Charts
import Reading
import Text

extension DataTable {
  /// The most marks that are read.
  private static let markLimit = 1000

  /// The marks of a table with a column of dates and a column of words, and how many rows lack one
  /// of the two.
  ///
  /// - Throws: `DataFault` if there are no such columns, and for a row longer or shorter than the
  ///   heading.
  package func marks() throws(DataFault) -> (marks: [Chart.Mark], lost: Int) {
    guard let date = columns.indices.first(where: { columns[$0].isPeriods }) else {
      throw DataFault("has no column of dates; events are rows of date,label")
    }
    let isLabel = { (index: Int) in index != date && !columns[index].isPeriods }
    guard let label = columns.indices.first(where: isLabel) else {
      throw DataFault("has no column of labels; events are rows of date,label")
    }
    var marks: [Chart.Mark] = []
    var rows = 0
    var fault: DataFault?
    bytes.withUnsafeBufferPointer { bytes in
      var parser = CSVParser(bytes, delimiter: delimiter)
      for _ in 0..<preamble + (hasHeading ? 1 : 0) { _ = parser.next() }
      while rows < Self.markLimit, parser.next() {
        guard parser.cells.count == columns.count else {
          fault = DataFault(
            "has \(parser.cells.count) cells under \(columns.count) columns on line \(parser.line)")
          return
        }
        rows += 1
        let period = columns[date].content.reader.period(DataCell.trimmed(parser.bytes(date)))
        let text = CleanText.line(parser.text(label)).trimmed
        if let period, !text.isEmpty { marks.append(Chart.Mark(period, text)) }
      }
    }
    if let fault { throw fault }
    return (marks, rows - marks.count)
  }
}
