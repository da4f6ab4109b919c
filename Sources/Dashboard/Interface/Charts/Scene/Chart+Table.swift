internal import Model

extension Chart {
  /// The chart without a picture: its sentence, and a table of its values for a screen reader.
  public var alternative: String {
    let format = ValueFormat(unit)
    let groups = ChartGroups(self)
    var rows = [
      [categories.isEmpty ? "Period" : ""]
        + series.enumerated().map { index, line in
          line.name.isEmpty ? series.count > 1 ? "Series \(index + 1)" : "Value" : line.name
        }
    ]
    for (name, values) in zip(groups.names, groups.values) {
      rows.append([name] + values.map { $0.map { format.text($0) } ?? "–" })
    }
    var widths = [Int](repeating: 0, count: series.count + 1)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.columns) }
    }
    var text = summary + "\n\n"
    for row in rows {
      let cells = row.enumerated().map { column, cell in
        TextLayout.pad(cell, to: widths[column], column == 0 ? .left : .right)
      }
      text += cells.joined(separator: "  ") + "\n"
    }
    return text
  }
}
