package import Charts
import Reading
import Text

extension DataTable {
  /// The most marks that are read.
  private static let markLimit = 1000

  /// The marks of a table with a column of dates and a column of words, and how many rows lack one
  /// of the two.
  ///
  /// - Throws: `DataFault` if there are no such columns.
  package func marks() throws(DataFault) -> (marks: [Chart.Mark], lost: Int) {
    guard let date = columns.indices.first(where: { columns[$0].isPeriods }) else {
      throw DataFault("has no column of dates; events are rows of date,label")
    }
    let isLabel = { (index: Int) in index != date && !columns[index].isPeriods }
    guard let label = columns.indices.first(where: isLabel) else {
      throw DataFault("has no column of labels; events are rows of date,label")
    }
    var marks: [Chart.Mark] = []
    let read = rows.prefix(Self.markLimit)
    grid.bytes.withUnsafeBufferPointer { bytes in
      for row in read {
        let period = columns[date].facts.reader.period(grid.cell(row, date, bytes))
        let text = grid.text(row, label)
        if let period, !text.isEmpty { marks.append(Chart.Mark(period, text)) }
      }
    }
    return (marks, read.count - marks.count)
  }
}
