import Interface
import Model

/// The marks of a table of dates and labels.
enum ChartEvents {
  /// The most marks that are read.
  private static let limit = 1000

  /// Reads a table whose one column holds dates and whose other holds words.
  static func read(_ path: String) throws(Failure) -> [Chart.Mark] {
    let title = InputFile.title(path)
    let table = try ChartTable.table(path)
    guard let date = table.columns.indices.first(where: { table.columns[$0].isPeriods }) else {
      throw .table("\(title) has no column of dates; events are rows of date,label")
    }
    let isLabel = { (index: Int) in index != date && !table.columns[index].isPeriods }
    guard let label = table.columns.indices.first(where: isLabel) else {
      throw .table("\(title) has no column of labels; events are rows of date,label")
    }
    let rows: [(period: Period?, text: String)]
    do throws(DataFault) {
      rows = try table.periods(date, label, limit: limit)
    } catch {
      throw .table("\(title) \(error)")
    }
    let known = rows.compactMap { row in
      row.period.flatMap { row.text.isEmpty ? nil : Chart.Mark($0, row.text) }
    }
    let lost = rows.count - known.count
    if lost > 0 {
      let events = lost == 1 ? "an event" : "\(lost) events"
      let message = "dossier: \(title) has \(events) without a date or a label, left out\n"
      Output.complain(CleanText.line(String(message.dropLast())) + "\n")
    }
    return known
  }
}
