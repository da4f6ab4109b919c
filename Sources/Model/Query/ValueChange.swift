package import Records
import Text

/// A change of a series between two periods.
package struct ValueChange: Sendable {
  /// The change with its sign: `+87%`, `−2 points`.
  package var text: String
  /// The earlier and the later period.
  package var periods: (from: Period, to: Period)
  /// Its size in percent, in points or in the values' own unit, for sorting.
  package var size: Double

  /// The change with its periods: `+87%, 2000–2024`.
  package var datedText: String { "\(text), \(Self.span(periods.from, periods.to))" }

  private static func span(_ from: Period, _ to: Period) -> String {
    from.kind == to.kind && !from.isRange && !to.isRange
      ? Period(kind: from.kind, first: from.first, last: to.first).spanTitle
      : "\(from.title) to \(to.title)"
  }
}

extension ValueFormat {
  /// A change between two values with its sign: `+87%`, `−2 points`, `−$22.2 billion`.
  ///
  /// Percentages change by points, ranks by places, other rates by their own unit, everything else
  /// in percent; in the own unit, too, if a value is not above zero, because a percentage would
  /// then be misleading. Empty from 100,000 percent on, which tells nobody anything.
  package func change(
    from: Double, to: Double, isRate: Bool = false, decimals: Int = 12
  ) -> String {
    let sign = to > from ? "+" : to < from ? "−" : "±"
    let size = (to - from).magnitude
    if unit.id == "rank" { return sign + DecimalText.text(size, decimals: 0) }
    if unit.isPercent {
      let points = DecimalText.trimmed(DecimalText.text(size, decimals: 1))
      return "\(sign)\(points) \(points == "1" ? "point" : "points")"
    }
    guard !isRate, from > 0, to >= 0 else { return sign + text(size, decimals: decimals) }
    let percent = size / from * 100
    guard percent < 100_000 else { return "" }
    let text = DecimalText.text(percent, decimals: percent < 10 ? 1 : 0)
    return "\(sign)\(DecimalText.trimmed(text))%"
  }
}

extension Catalogue {
  /// The changes of an indicator's first series to its newest value: from the value before, then
  /// from the first one.
  ///
  /// Empty if it has no values over time or if they are ranks.
  package func changes(of indicator: Indicator) -> [ValueChange] {
    let known = indicator.series.first?.observations.filter { $0.value != nil } ?? []
    guard known.count > 1, let first = known.first, let last = known.last else { return [] }
    let starts = known.count > 2 ? [known[known.count - 2], first] : [first]
    return starts.compactMap { change(from: $0, to: last, of: indicator) }
  }

  /// The change between two values over time; nil if there is none that could be told.
  func change(
    from first: Observation, to last: Observation, of indicator: Indicator
  ) -> ValueChange? {
    guard let from = first.value, let to = last.value, let start = first.period,
      let end = last.period, start < end, indicator.kind != .rank
    else { return nil }
    let format = format(indicator)
    // Growth has a change in points from year to year, but not between averages of unlike years.
    let isGrowth = indicator.kind == .change
    if isGrowth, !format.unit.isPercent || start.isRange || end.isRange { return nil }
    let isRate = indicator.kind == .rate
    let text = format.change(
      from: from, to: to, isRate: isRate, decimals: Int(max(first.decimals, last.decimals)))
    guard !text.isEmpty else { return nil }
    let isAbsolute = isRate || format.unit.isPercent || from <= 0
    return ValueChange(
      text: text, periods: (start, end), size: isAbsolute ? to - from : (to / from - 1) * 100)
  }
}
