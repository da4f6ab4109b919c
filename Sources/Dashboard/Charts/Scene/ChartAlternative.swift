import Canvas
import Query
import Records
import Text

extension Chart {
  /// The chart without a picture: its sentence, and a table of its values for a screen reader.
  package var alternative: String {
    let rows = rows
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
  package var rows: [[String]] {
    if kind == .histogram { return spreadRows }
    // The sentence above the table says it of all.
    if isComputed { return unmarked.rows }
    let formats = series.indices.map { ValueFormat(unit(of: $0)) }
    if !positions.isEmpty { return placeRows(formats) }
    if !endNames.isEmpty {
      return [[""] + endNames]
        + series.indices.map { index in
          let (first, last) = ends(index)
          return [series[index].name]
            + [first, last].map { $0.map { told($0, formats[index]) } ?? "–" }
        }
    }
    let isNamed =
      series.count > 1
      && series.allSatisfy { line in
        line.observations.count == 1 && line.observations[0].period == nil
      }
    if categories.isEmpty, isNamed {
      return [["", "Value"]]
        + series.indices.map {
          [series[$0].name, told(series[$0].observations[0], formats[$0])]
        }
    }
    let groups = ChartGroups(self)
    let decimals = series.lazy.flatMap(\.observations).reduce(0) { max($0, Int($1.decimals)) }
    var rows = [[categories.isEmpty ? "Period" : ""] + names]
    for (place, name) in groups.names.enumerated() {
      let cells = series.indices.map { index -> String in
        guard let value = groups.values[place][index] else { return "–" }
        return ValueFormat.qualified(
          formats[index].text(value, decimals: decimals), groups.qualifiers[place][index])
      }
      rows.append([name] + cells)
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
  private func placeRows(_ formats: [ValueFormat]) -> [[String]] {
    var known: [(place: Double, series: Int, title: String, text: String)] = []
    for (index, line) in series.enumerated() where index < positions.count {
      for (place, observation) in zip(positions[index], line.observations) where place.isFinite {
        let period = observation.period.map { " (\($0.title))" } ?? ""
        known.append((place, index, placeText(place) + period, told(observation, formats[index])))
      }
    }
    // What belongs together has one title: the place, and its period if known.
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
    DecimalText.trimmed(
      DecimalText.text(
        place, decimals: place.magnitude < 1 ? 6 : 3, groups: positionUnit?.isYear != true))
  }
}
