import Query
import Records

/// One bar: a name and a value.
package struct BarItem {
  /// The series of the bar; its period if the series has no name.
  var name: String
  /// What distinguishes it from others with the same name: its period; empty if there is none.
  var detail: String
  /// The series that gives its colour.
  var series: Int
  /// The place of its value among the series' observations.
  package var place: Int
  /// The value as shown.
  package var text: String
  /// The value as drawn.
  package var value: Double
  /// Whether it was not yet measured.
  var isForward: Bool
  /// Its period; nil if unknown.
  var period: Period?
  /// Whether the value is missing, so that there is only a name and a word.
  package var isMissing = false

  /// Name and detail.
  var label: String { detail.isEmpty ? name : "\(name), \(detail)" }
}

extension Chart {
  /// A bar for every value that can be drawn, in the order of the tables, and a name without a
  /// bar for those that are missing between them.
  ///
  /// Names leave out parts that are the same for all bars.
  var items: [BarItem] {
    let format = ValueFormat(unit)
    let observations = series.flatMap(\.observations)
    let period = observations.first?.period
    let isOneOverTime = namesSeriesOnce
    let samePeriod = observations.allSatisfy { $0.period == period }
    let items = series.enumerated().flatMap { index, line in
      line.observations.enumerated().compactMap { place, observation -> BarItem? in
        let value = observation.value.flatMap { Self.isDrawable($0) ? $0 : nil }
        guard value != nil || keepsMissing(line, place) else { return nil }
        var parts = line.name.isEmpty || isOneOverTime ? [] : [line.name]
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
          place: place, text: value == nil ? Self.noData : format.text(observation),
          value: value ?? 0, isForward: observation.qualifiers.isForward,
          period: observation.period, isMissing: value == nil)
      }
    }
    // The series of one name are side by side.
    return categories.isEmpty
      ? items : items.sorted { ($0.place, $0.series) < ($1.place, $1.series) }
  }

  /// The text for a missing value.
  static let noData = "no data"

  /// Whether there is one series over several periods, whose name appears once, in the title or the
  /// subtitle.
  var namesSeriesOnce: Bool {
    guard [.bars, .columns, .dots, .share].contains(kind), series.count == 1, categories.isEmpty
    else { return false }
    let name = series[0].name
    guard !name.isEmpty, subject.contains(name) || ownSubtitle?.contains(name) ?? true else {
      return false
    }
    let periods = Set(series[0].observations.map(\.period))
    return periods.count > 1 && !periods.contains(nil)
  }

  /// Whether a missing value keeps its row: it does if it has a name or is between two known
  /// values.
  private func keepsMissing(_ line: Series, _ place: Int) -> Bool {
    guard [.bars, .columns, .dots, .share].contains(kind) else { return false }
    if categories.indices.contains(place) || line.observations.count == 1 && !line.name.isEmpty {
      return true
    }
    func isKnown(_ observation: Observation) -> Bool {
      observation.value.map(Self.isDrawable) ?? false
    }
    return line.observations[place].period != nil
      && line.observations[..<place].contains(where: isKnown)
      && line.observations[place...].contains(where: isKnown)
  }
}
