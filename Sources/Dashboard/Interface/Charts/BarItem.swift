internal import Model

/// One bar: a name and a value.
struct BarItem {
  /// What the bar stands for: the series, the period, or both.
  var label: String
  /// The series that gives its colour.
  var series: Int
  /// The value as shown.
  var text: String
  /// The value as drawn.
  var value: Double
  /// Whether it was not yet measured.
  var isForward: Bool
}

extension Chart {
  /// A bar for every value that can be drawn, in the order of the tables.
  ///
  /// Names leave out what is the same for all bars.
  var items: [BarItem] {
    let format = ValueFormat(unit)
    let observations = series.flatMap(\.observations)
    let period = observations.first?.period
    let samePeriod = observations.allSatisfy { $0.period == period }
    return series.enumerated().flatMap { index, line in
      line.observations.compactMap { observation -> BarItem? in
        guard let value = observation.value, Self.isDrawable(value) else { return nil }
        var parts = line.name.isEmpty ? [] : [line.name]
        if !samePeriod || line.name.isEmpty && series.count > 1 {
          if let period = observation.period {
            parts.append(period.title)
          } else if line.observations.count > 1 {
            parts.append("not dated")
          }
        }
        return BarItem(
          label: parts.joined(separator: ", "), series: index, text: format.text(observation),
          value: value, isForward: observation.qualifiers.isForward)
      }
    }
  }
}
