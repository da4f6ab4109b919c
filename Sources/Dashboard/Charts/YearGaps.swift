import Records

/// The years that are missing in a row of columns.
enum YearGaps {
  /// The years between the first and the last that a regular row would have, in order.
  ///
  /// The step is the smallest between two of them. Empty if the periods are not years, if their
  /// steps are not multiples of the smallest, and if more years would be missing than are there:
  /// then the row is a selection of years, not one with gaps.
  static func missing(_ periods: [Period?]) -> [Period] {
    let known = Set(periods)
    guard let kind = known.first??.kind, kind == .year || kind == .fiscalYear,
      known.allSatisfy({ $0.map { $0.kind == kind && !$0.isRange } ?? false })
    else { return [] }
    let years = known.compactMap { $0.map { Int($0.first.year) } }.sorted()
    let steps = zip(years.dropFirst(), years).map { $0 - $1 }
    guard let step = steps.min(), step > 0, steps.allSatisfy({ $0.isMultiple(of: step) }),
      let first = years.first, let last = years.last, (last - first) / step < 2 * years.count
    else { return [] }
    return stride(from: first, through: last, by: step).filter { !years.contains($0) }.map {
      let point = Period.Point(year: Int16(clamping: $0))
      return Period(kind: kind, first: point)
    }
  }
}
