internal import Model

/// One bar: a name and a value.
struct BarItem {
  /// The series that the bar stands for; its period where it has no name.
  var name: String
  /// What tells it from others of the name: its period; empty for none.
  var detail: String
  /// The series that gives its colour.
  var series: Int
  /// The place of its value among the series' observations.
  var place: Int
  /// The value as shown.
  var text: String
  /// The value as drawn.
  var value: Double
  /// Whether it was not yet measured.
  var isForward: Bool

  /// Name and detail.
  var label: String { detail.isEmpty ? name : "\(name), \(detail)" }
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
    let items = series.enumerated().flatMap { index, line in
      line.observations.enumerated().compactMap { place, observation -> BarItem? in
        guard let value = observation.value, Self.isDrawable(value) else { return nil }
        var parts = line.name.isEmpty ? [] : [line.name]
        if categories.indices.contains(place) {
          parts = [categories[place]] + (series.count > 1 ? parts : [])
        } else if !samePeriod || line.name.isEmpty && series.count > 1 {
          if let period = observation.period {
            if !line.name.contains("\(period.first.year)") { parts.append(period.title) }
          } else if line.observations.count > 1 || line.name.isEmpty {
            parts.append("not dated")
          }
        }
        return BarItem(
          name: parts.first ?? "", detail: parts.dropFirst().joined(separator: ", "), series: index,
          place: place, text: format.text(observation),
          value: value, isForward: observation.qualifiers.isForward)
      }
    }
    // Side by side stand the series of one name.
    return categories.isEmpty
      ? items : items.sorted { ($0.place, $0.series) < ($1.place, $1.series) }
  }
}
