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
    if let from, period.first < from.first { return false }
    guard let to else { return true }
    var end = to.last
    if end.month == 0 { end.month = .max }
    if end.day == 0 { end.day = .max }
    return period.last <= end
  }
}
