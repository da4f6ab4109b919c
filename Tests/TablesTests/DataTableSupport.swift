@testable import Records
@testable import Tables

/// A table of a text.
func dataTable(_ text: String, _ form: DataTable.Form = .init()) throws(DataFault) -> DataTable {
  try DataTable(Array(text.utf8), form: form)
}

/// What is wrong with the bytes of a table; nil when nothing is.
func dataFault(_ bytes: [UInt8]) -> String? {
  do throws(DataFault) {
    _ = try DataTable(bytes).readAll()
    return nil
  } catch {
    return error.description
  }
}

/// What is wrong with the text of a table; nil when nothing is.
func dataFault(_ text: String) -> String? { dataFault(Array(text.utf8)) }

extension DataTable {
  /// Everything, with the columns that are drawn when none is named.
  func readAll(axis: DataSelection.Axis? = nil) throws(DataFault) -> DataSeries {
    let x = defaultX(values: nil)
    let y = try defaultY(x: x, series: nil)
    let isPeriods = x.map { columns[$0].isPeriods } ?? false
    let isNumbers = x.map { columns[$0].isNumbers } ?? false
    return try read(
      DataSelection(
        x: x, y: y, series: defaultSeries(x: x, y: y),
        axis: axis ?? (isPeriods ? .periods : isNumbers ? .numbers : .names)))
  }
}

extension DataSeries {
  /// Each series as `name: value value`; a gap is a dash.
  var lines: [String] {
    series.map { line in
      let values = line.observations.map { $0.value.map { "\($0)" } ?? "–" }
      return "\(line.name): \(values.joined(separator: " "))"
    }
  }
}
