internal import Model

extension Chart {
  /// The chart without a picture: its sentence, and a table of its values for a screen reader.
  public var alternative: String {
    let format = ValueFormat(unit)
    let rows = rows(format)
    var widths = [Int](repeating: 0, count: rows.reduce(0) { max($0, $1.count) })
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
    // What a picture says around the values, and may have had no room for.
    var told = [subtitle]
    let marks = marksInSpan
    if !marks.isEmpty, parts.contains(.events) {
      told.append("Marked: " + marks.map(\.told).joined(separator: ", "))
    }
    if !source.isEmpty { told.append("Source: \(source)") }
    let rest = told.filter { !$0.isEmpty }
    return rest.isEmpty ? text : text + "\n" + rest.joined(separator: "\n") + "\n"
  }

  /// The marks within the periods of the series; without periods none.
  private var marksInSpan: [Mark] {
    let periods = periods
    guard let first = periods.first, let last = periods.last else { return [] }
    return marks.filter { $0.period.last >= first.first && $0.period.first <= last.last }
  }

  /// A heading and the rows below it: periods, names or places, with the values of each series.
  func rows(_ format: ValueFormat) -> [[String]] {
    if !positions.isEmpty { return placeRows(format) }
    let isNamed =
      series.count > 1
      && series.allSatisfy { line in
        line.observations.count == 1 && line.observations[0].period == nil
      }
    if categories.isEmpty, isNamed {
      return [["", "Value"]]
        + series.map { [$0.name, told($0.observations[0], format)] }
    }
    let groups = ChartGroups(self)
    let decimals = series.lazy.flatMap(\.observations).reduce(0) { max($0, Int($1.decimals)) }
    var rows = [[categories.isEmpty ? "Period" : ""] + names]
    for (name, values) in zip(groups.names, groups.values) {
      rows.append([name] + values.map { $0.map { format.text($0, decimals: decimals) } ?? "–" })
    }
    return rows
  }

  private func told(_ observation: Observation, _ format: ValueFormat) -> String {
    observation.value == nil ? "–" : format.text(observation)
  }

  private var names: [String] {
    series.enumerated().map { index, line in
      line.name.isEmpty ? series.count > 1 ? "Series \(index + 1)" : "Value" : line.name
    }
  }

  /// The rows of an axis of numbers, in the order of its numbers.
  private func placeRows(_ format: ValueFormat) -> [[String]] {
    var known: [(place: Double, series: Int, title: String, text: String)] = []
    for (index, line) in series.enumerated() where index < positions.count {
      for (place, observation) in zip(positions[index], line.observations) where place.isFinite {
        let period = observation.period.map { " (\($0.title))" } ?? ""
        known.append((place, index, placeText(place) + period, told(observation, format)))
      }
    }
    // What belongs together has one title: the place, and its period where it is known.
    known.sort { ($0.place, $0.title, $0.series) < ($1.place, $1.title, $1.series) }
    var rows = [[positionTitle.isEmpty ? "Place" : positionTitle] + names]
    var last: String?
    var filled = Set<Int>()
    for value in known {
      // Several values of a series at one place have a row each.
      if value.title != last || !filled.insert(value.series).inserted {
        rows.append([value.title] + series.map { _ in "–" })
        last = value.title
        filled = [value.series]
      }
      rows[rows.count - 1][value.series + 1] = value.text
    }
    return rows
  }

  /// A place on an axis of numbers in digits.
  func placeText(_ place: Double) -> String {
    DecimalText.trimmed(DecimalText.text(place, decimals: place.magnitude < 1 ? 6 : 3))
  }
}
