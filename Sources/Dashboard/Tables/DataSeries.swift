import Reading
package import Records

/// The content of a table, ready to be drawn.
package struct DataSeries: Sendable {
  /// The series in order of first appearance.
  package var series: [Series] = []
  /// The places of each series' values on an axis of numbers; empty for other axes.
  package var positions: [[Double]] = []
  /// The names along the axis, one for each observation of every series; empty for other axes.
  package var categories: [String] = []
  /// The unit sign that all values have: `%`; nil if there is none.
  package var sign: String?
  /// What was left out, as ends of sentences that start with the table's name.
  package var notes: [String] = []

  /// Turns names along the axis into series, and series named by periods into points in time.
  ///
  /// For tables with a row for each country and a column for each year. Nil if not all series are
  /// named by periods.
  package var turned: DataSeries? {
    guard series.count > 1, !categories.isEmpty else { return nil }
    var periods: [Period] = []
    for line in series {
      var name = line.name
      guard let period = name.withUTF8({ DataColumn.isYear($0) ? PeriodReader().period($0) : nil })
      else { return nil }
      periods.append(period)
    }
    var result = DataSeries()
    result.sign = sign
    result.notes = notes
    for (row, name) in categories.prefix(DataReader.seriesLimit).enumerated() {
      let observations = zip(series, periods).map { line, period in
        var observation = line.observations[row]
        observation.period = period
        return observation
      }
      result.series.append(Series(name: name, observations: observations))
    }
    if categories.count > DataReader.seriesLimit {
      result.notes.append(
        "has \(categories.count) rows; the first \(DataReader.seriesLimit) are drawn")
    }
    return result
  }

  /// Each name along the axis turned into a series, as charts of single values need it.
  ///
  /// - Parameter isByValue: Whether the values of a name stay together in one series.
  package func split(isByValue: Bool) -> DataSeries {
    var result = DataSeries()
    result.sign = sign
    result.notes = notes
    for (place, name) in categories.enumerated() {
      let observations = series.map { $0.observations[place] }
      if isByValue || series.count == 1 {
        result.series.append(Series(name: name, observations: observations))
        continue
      }
      for (line, observation) in zip(series, observations) {
        result.series.append(Series(name: "\(name), \(line.name)", observations: [observation]))
      }
    }
    return result
  }
}
