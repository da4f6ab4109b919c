/// A part of time that may be open at either end.
package struct TimeSpan: Sendable {
  /// Where it starts; nil for no start.
  package var from: Period?
  /// Where it ends, all of it included; nil for no end.
  package var to: Period?

  /// A part from one period to another; nil is open.
  package init(from: Period?, to: Period?) {
    self.from = from
    self.to = to
  }

  /// Whether a period lies within it: 2005 includes all months of 2005.
  package func contains(_ period: Period) -> Bool {
    if let from, period.first.started < from.first.started { return false }
    guard let to else { return true }
    return period.last.ended <= to.last.ended
  }
}

extension Period.Point {
  /// The point with the first month and day where it has none: 2005 starts on 1 January.
  fileprivate var started: Period.Point {
    .init(year: year, month: max(month, 1), day: max(day, 1))
  }

  /// The point with the last month and day where it has none: 2005 ends on 31 December.
  fileprivate var ended: Period.Point {
    .init(year: year, month: month == 0 ? 12 : month, day: day == 0 ? .max : day)
  }
}
