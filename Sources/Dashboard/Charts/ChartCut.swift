package import Records

extension Chart {
  /// The nearest values on both sides of a part that was cut out of a series.
  ///
  /// They are no longer values of the chart, but lines lead towards them as far as the picture's
  /// edge.
  struct Beyond: Hashable, Sendable {
    /// A place on the horizontal axis with its value, in the unit.
    struct Value: Hashable, Sendable {
      package var place: Double
      package var value: Double
      var isForward: Bool
    }

    var before: Value?
    var after: Value?
  }

  /// Leaves out the values outside a part of time, so that axes and last values are those shown.
  ///
  /// - Parameters:
  ///   - from: Where the part starts; nil for the first value. A line that comes from a value
  ///     before it begins there.
  ///   - to: Where the part ends; nil for the last value.
  ///   - isInside: Whether a period belongs to it; values without a period do not.
  package mutating func cut(from: Period?, to: Period?, where isInside: (Period) -> Bool) {
    beyond = series.indices.map { index in
      let observations = series[index].observations
      let kept = observations.indices.filter { observations[$0].period.map(isInside) ?? false }
      series[index].observations = kept.map { observations[$0] }
      return Self.beyond(
        kept, observations, observations.map { $0.period?.position ?? .nan }, from?.position)
    }
    for index in overlays.indices {
      overlays[index].observations.removeAll { !($0.period.map(isInside) ?? false) }
    }
    let shown = (series + overlays).flatMap { $0.observations.compactMap(\.period?.position) }
    setWindow(shown, from?.position, to?.position)
  }

  /// Leaves out the values outside a part of an axis of numbers.
  package mutating func cut(from: Double?, to: Double?) {
    let range = (from ?? -.infinity)...max(from ?? -.infinity, to ?? .infinity)
    beyond = series.indices.map { index in
      guard positions.indices.contains(index) else { return Beyond() }
      let (places, observations) = (positions[index], series[index].observations)
      let kept = observations.indices.filter {
        places.indices.contains($0) && range.contains(places[$0])
      }
      positions[index] = kept.map { places[$0] }
      series[index].observations = kept.map { observations[$0] }
      return Self.beyond(kept, observations, places, from)
    }
    setWindow(positions.flatMap(\.self), from, to)
  }

  /// The neighbours of the values that were kept, or of the edge if none was; none if the
  /// neighbours are missing values, which are gaps.
  private static func beyond(
    _ kept: [Int], _ observations: [Observation], _ places: [Double], _ from: Double?
  ) -> Beyond {
    func value(_ index: Int) -> Beyond.Value? {
      guard observations.indices.contains(index), places.indices.contains(index),
        !places[index].isNaN, let value = observations[index].value, isDrawable(value)
      else { return nil }
      return .init(
        place: places[index], value: value,
        isForward: observations[index].qualifiers.isForward)
    }
    if let first = kept.first, let last = kept.last {
      return Beyond(before: value(first - 1), after: value(last + 1))
    }
    // A line between two values outside passes through the part.
    guard let from, let next = places.firstIndex(where: { $0 >= from }),
      let before = value(next - 1), let after = value(next)
    else { return Beyond() }
    return Beyond(before: before, after: after)
  }

  /// Extends the axis to the cut, if a line leads there.
  private mutating func setWindow(_ shown: [Double], _ from: Double?, _ to: Double?) {
    guard let first = shown.min(), let last = shown.max() else { return }
    let isCut = (beyond.contains { $0.before != nil }, beyond.contains { $0.after != nil })
    let lower = isCut.0 ? min(first, from ?? first) : first
    let upper = isCut.1 ? max(last, to ?? last) : last
    if lower < first || upper > last || isCut.0 || isCut.1 { window = lower...upper }
  }
}
