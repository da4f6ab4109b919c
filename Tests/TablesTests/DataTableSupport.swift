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

extension DataSeries {
  /// Each series as `name: value value`; a gap is a dash.
  var lines: [String] {
    series.map { line in
      let values = line.observations.map { $0.value.map { "\($0)" } ?? "–" }
      return "\(line.name): \(values.joined(separator: " "))"
    }
  }

  /// Each series as `name: period=value period=value`; a gap is a dash, qualifiers follow.
  var points: [String] {
    series.map { line in
      let values = line.observations.enumerated().map { index, item -> String in
        let place = item.period?.description ?? (categories.isEmpty ? "" : categories[index])
        let value = item.value.map { "\($0)" } ?? "–"
        let names = item.qualifiers.names
        return "\(place)=\(value.hasSuffix(".0") ? String(value.dropLast(2)) : value)"
          + (names.isEmpty ? "" : "(\(names.joined(separator: "+")))")
      }
      return "\(line.name): \(values.joined(separator: " "))"
    }
  }
}
