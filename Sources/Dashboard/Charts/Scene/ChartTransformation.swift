package import Records

extension Chart {
  /// How values are changed before they are drawn.
  package enum Transformation: String, CaseIterable, Sendable {
    /// As they are.
    case none
    /// In percent of the value at the first period that all series have.
    case index
    /// As the change from the period before.
    case change
    /// As the change from the period before, in percent of it; a gap if that is not above zero,
    /// because a percentage of a negative value says the opposite.
    case growth
  }

  /// The chart with its values changed; what cannot be computed becomes a gap.
  ///
  /// Qualifiers stay with their values. Overlays, which are in the old unit, are left out.
  package func transformed(_ transformation: Transformation) -> Chart {
    guard transformation != .none else { return self }
    var chart = self
    chart.overlays = []
    chart.limits = nil
    chart.hasEvenSteps = isEven
    // The value before the cut is unknown, so there is no change from it.
    chart.beyond = []
    switch transformation {
    case .none: break
    case .index:
      let base = commonPeriod
      chart.unit = Unit(
        id: "index", title: base.map { "index, \($0.title) = 100" } ?? "index, first value = 100")
      chart.second = nil
    case .change:
      chart.isChange = true
      // Percentages change by points, which are not percentages of anything.
      chart.unit = unit.ofChanges
      chart.second?.unit = second?.unit.ofChanges ?? unit
    case .growth:
      chart.unit = Unit(id: "percent", title: "percent", suffix: "%")
      chart.second = nil
      chart.isChange = true
    }
    let base = commonPeriod
    let farthest = transformation == .growth ? farthestStep : .infinity
    chart.series = series.map { line in
      var changed = line
      let start =
        line.observations.first {
          $0.value != nil && $0.value != 0 && Self.isBase($0.period, base)
        }?.value
      var before: Double?
      for index in line.observations.indices {
        let value = line.observations[index].value
        // The change since a missing value is unknown, and so is that since a missing row.
        if index > 0, let last = line.observations[index - 1].period,
          let this = line.observations[index].period, this.position - last.position > farthest
        {
          before = nil
        }
        defer { before = value }
        changed.observations[index].value =
          switch transformation {
          case .none: value
          case .index: value.flatMap { value in start.map { value / $0 * 100 } }
          case .change: value.flatMap { value in before.map { value - $0 } }
          case .growth:
            value.flatMap { value in
              before.flatMap { $0 <= 0 ? nil : (value / $0 - 1) * 100 }
            }
          }
        // A difference of doubles has noise behind the digits that it means.
        if let value = changed.observations[index].value, value.magnitude < 1e6 {
          changed.observations[index].value = (value * 1e9).rounded() / 1e9
        }
        if transformation != .change { changed.observations[index].decimals = 1 }
      }
      // The first value has no previous one that it could have changed from.
      if chart.isChange, positions.isEmpty, categories.isEmpty {
        let first = line.observations.firstIndex { $0.value != nil } ?? 0
        changed.observations.removeFirst(min(first + 1, changed.observations.count))
      }
      return changed
    }
    return chart
  }

  /// How far a period may be from the one before it without a row missing between them.
  private var farthestStep: Double {
    let places = periods.map(\.position)
    let steps = zip(places.dropFirst(), places).map { $0 - $1 }.filter { $0 > 1e-6 }
    return steps.min().map { $0 * 1.5 } ?? .infinity
  }

  /// Whether the periods follow each other at one distance.
  private var isEven: Bool {
    let places = periods.map(\.position)
    let steps = zip(places.dropFirst(), places).map { $0 - $1 }
    guard let least = steps.min(), let most = steps.max() else { return true }
    // On an axis of years, days of different months differ in length.
    return most <= least * 1.25
  }

  /// Whether values follow one another, over periods or numbers, so that there can be changes.
  package var hasCourse: Bool {
    categories.isEmpty && (!positions.isEmpty || periods.count > 1)
  }

  /// Whether an index is meaningful: every base is above zero, and no value below it.
  ///
  /// From a base below zero a fall would be drawn as growth, and negative rates are not multiples
  /// of a positive one.
  package var hasIndexBase: Bool {
    let base = commonPeriod
    return values.allSatisfy { $0 >= 0 }
      && series.allSatisfy { line in
        let start = line.observations.first {
          $0.value != nil && $0.value != 0 && Self.isBase($0.period, base)
        }
        return start?.value.map { $0 > 0 } ?? !line.observations.contains { $0.value != nil }
      }
  }

  /// Whether percentages of change are meaningful: no value is below zero, and one is above it.
  package var hasGrowth: Bool {
    let values = values
    return values.allSatisfy { $0 >= 0 } && values.contains { $0 > 0 }
  }

  /// Whether a period is the one whose values are 100, or lies in its year.
  private static func isBase(_ period: Period?, _ base: Period?) -> Bool {
    guard let base else { return true }
    return period.map { $0 == base || Self.year(of: $0) == Self.year(of: base) } ?? false
  }

  /// The year that a whole year is named after, calendar or fiscal; nil for other periods.
  private static func year(of period: Period) -> Int16? {
    guard !period.isRange, [.year, .fiscalYear].contains(period.kind) else { return nil }
    return period.first.year
  }

  /// The first period at which every series has a value other than zero.
  ///
  /// If they have no period in common, because one counts calendar years and another fiscal ones,
  /// it is the first year that all have.
  private var commonPeriod: Period? {
    let known = series.map { line in
      line.observations.compactMap { observation in
        observation.value.map { $0 != 0 && $0.isFinite } ?? false ? observation.period : nil
      }
    }.filter { !$0.isEmpty }
    guard let first = known.first else { return nil }
    let others = known.dropFirst()
    let shared = others.reduce(Set(first)) { $0.intersection($1) }
    if let least = shared.min() { return least }
    let years = others.map { Set($0.compactMap(Self.year)) }
    return first.filter { period in
      guard let year = Self.year(of: period) else { return false }
      return years.allSatisfy { $0.contains(year) }
    }.min()
  }

  /// The first and the last period of the time in which all of several series have values; nil if
  /// that is no time at all.
  package var sharedTime: (first: Period, last: Period)? {
    let known = series.map { line in
      line.observations.filter { $0.value != nil }.compactMap(\.period)
    }.filter { !$0.isEmpty }
    guard known.count > 1, let start = known.compactMap({ $0.map(\.first).min() }).max(),
      let end = known.compactMap({ $0.map(\.last).max() }).min()
    else { return nil }
    let inside = periods.filter { $0.first >= start && $0.last <= end }
    guard let first = inside.first, let last = inside.last, first != last else { return nil }
    return (first, last)
  }

  /// The first series' values as places for those of the others, matched by period.
  func paired() -> Chart {
    guard positions.isEmpty, series.count > 1 else { return self }
    var places: [Period: Double] = [:]
    for observation in series[0].observations {
      if let period = observation.period, let value = observation.value { places[period] = value }
    }
    var chart = self
    chart.positionTitle = positionTitle.isEmpty ? series[0].name : positionTitle
    chart.positionUnit = positionUnit ?? unit
    chart.places = chart.places.isEmpty ? [] : Array(chart.places.dropFirst())
    if series.count == 2 { chart.valueTitle = series[1].name }
    chart.series = Array(series.dropFirst())
    chart.beyond = []
    chart.positions = chart.series.map { line in
      line.observations.enumerated().map { index, observation in
        if let period = observation.period { return places[period] ?? .nan }
        let first = series[0].observations
        return first.indices.contains(index) ? first[index].value ?? .nan : .nan
      }
    }
    return chart
  }
}

extension Unit {
  /// The unit of differences of its values.
  fileprivate var ofChanges: Unit {
    guard suffix == "%" else { return self }
    return Unit(id: "percentage-points", title: "percentage points", suffix: " pts")
  }
}
