internal import Model

/// Values by category and series: what grouped and stacked bars stand for.
struct ChartGroups {
  /// The names of the categories, in order.
  private(set) var names: [String] = []
  /// For each category the values of the series; nil where one is missing.
  private(set) var values: [[Double?]] = []
  /// For each category where it is from: its period, or its place among the chart's categories.
  private var origins: [(period: Period?, place: Int)] = []

  /// Categories are the chart's own; without any, the periods in order.
  init(_ chart: Chart) {
    func known(_ observation: Observation) -> Double? {
      observation.value.flatMap { Chart.isDrawable($0) ? $0 : nil }
    }
    let empty = [Double?](repeating: nil, count: chart.series.count)
    if !chart.categories.isEmpty {
      names = chart.categories
      origins = names.indices.map { (nil, $0) }
      values = names.map { _ in empty }
      for (index, series) in chart.series.enumerated() {
        for (place, observation) in series.observations.prefix(names.count).enumerated() {
          values[place][index] = known(observation)
        }
      }
    } else {
      var places: [Period?: Int] = [:]
      let periods: [Period?] = chart.periods
      let isUndated = chart.series.contains { $0.observations.contains { $0.period == nil } }
      for period in periods + (isUndated ? [nil] : []) {
        places[period] = names.count
        names.append(period?.title ?? "not dated")
        values.append(empty)
        origins.append((period, 0))
      }
      for (index, series) in chart.series.enumerated() {
        for observation in series.observations {
          if let place = places[observation.period] { values[place][index] = known(observation) }
        }
      }
    }
    let kept = values.indices.filter { place in values[place].contains { $0 != nil } }
    names = kept.map { names[$0] }
    values = kept.map { values[$0] }
    origins = kept.map { origins[$0] }
  }

  /// For each category the sum of what is above zero and of what is below it.
  var sums: [(above: Double, below: Double)] {
    values.map { row in
      row.reduce(into: (0, 0)) { sums, value in
        if let value { if value < 0 { sums.below += value } else { sums.above += value } }
      }
    }
  }

  /// The lowest and the highest length that is drawn, with zero.
  func range(isStacked: Bool) -> (low: Double, high: Double) {
    if isStacked {
      return sums.reduce((0, 0)) { (min($0.0, $1.below), max($0.1, $1.above)) }
    }
    return values.joined().reduce((0, 0)) { range, value in
      value.map { (min(range.0, $0), max(range.1, $0)) } ?? range
    }
  }
}

extension ChartGroups {
  /// The series that have a value in a category, with its place among their observations.
  func places(_ chart: Chart, at group: Int) -> [(series: Int, place: Int)] {
    guard names.indices.contains(group) else { return [] }
    let origin = origins[group]
    return chart.series.enumerated().compactMap { index, line in
      let place =
        chart.categories.isEmpty
        ? line.observations.lastIndex { $0.period == origin.period } : origin.place
      guard let place, line.observations.indices.contains(place),
        line.observations[place].value.map(Chart.isDrawable) ?? false
      else { return nil }
      return (index, place)
    }
  }
}
