import Records

extension Chart {
  /// Sorts values over periods or numbers by their axis, whatever the order of the table, so that
  /// first, last and before refer to the axis.
  ///
  /// The points of a scatter plot and the values of names keep their order.
  package mutating func putInOrder() {
    guard kind != .scatter, categories.isEmpty else { return }
    guard !positions.isEmpty else {
      for index in series.indices { series[index].putInOrder() }
      return
    }
    for index in series.indices where positions.indices.contains(index) {
      let places = positions[index]
      guard places.count == series[index].observations.count,
        zip(places, places.dropFirst()).contains(where: { $0 > $1 })
      else { continue }
      let order = places.indices.sorted { (places[$0], $0) < (places[$1], $1) }
      positions[index] = order.map { places[$0] }
      let observations = series[index].observations
      series[index].observations = order.map { observations[$0] }
    }
  }

  /// The period of each series' last value if another series ends later; nil if none does, if there
  /// is no value or if values have no periods.
  ///
  /// Text that compares last values names it; otherwise they would seem to be of the same time.
  /// Periods of different kinds are compared by their years.
  ///
  /// - Parameter lasts: The period of the last value of each series.
  static func earlyEnds(_ lasts: [Period?]) -> [Period?] {
    guard let latest = lasts.compactMap(\.self).max(by: { $0.last < $1.last }) else { return lasts }
    return lasts.map { last in
      guard let last, last.last < latest.last else { return nil }
      return last.kind == latest.kind || last.last.year < latest.last.year ? last : nil
    }
  }

  /// The first and the last value of a series that can be drawn, and the names of these ends; nil
  /// for an end that is missing.
  ///
  /// If the ends have names, they are the first and the last column, whether or not others have
  /// values; otherwise they are the existing values.
  func ends(_ index: Int) -> (first: Observation?, last: Observation?) {
    guard !endNames.isEmpty else {
      let known = known(index)
      return (known.first, known.count > 1 ? known.last : nil)
    }
    func drawable(_ observation: Observation?) -> Observation? {
      observation?.value.map(Self.isDrawable) ?? false ? observation : nil
    }
    let observations = series[index].observations
    return (
      drawable(observations.first), observations.count > 1 ? drawable(observations.last) : nil
    )
  }

  /// The last drawable value of each series, with its period if it ends early.
  var lasts: [(value: Observation, earlyEnd: Period?)?] {
    let values = series.indices.map { known($0).last }
    return zip(values, Self.earlyEnds(values.map { $0?.period })).map { value, early in
      value.map { ($0, early) }
    }
  }
}
