/// Values along one direction, mapped to dots.
///
/// Dots are counted from the end where values are lowest: from the bottom for
/// a vertical scale, from the left for a horizontal one.
package struct Scale: Hashable, Sendable {
  /// The value at the lower edge of the first dot.
  package var origin: Double
  /// What one dot represents; above 0.
  package var perDot: Double
  /// The number of dots.
  package var dots: Int

  /// A scale that starts at a value.
  package init(origin: Double, perDot: Double, dots: Int) {
    self.origin = origin
    self.perDot = perDot > 0 && perDot.isFinite ? perDot : 1
    self.dots = max(1, dots)
  }

  /// A scale whose first and last dot represent two values.
  package init(from lower: Double, to upper: Double, dots: Int) {
    let step = (upper - lower) / Double(max(1, dots - 1))
    self.init(origin: lower - step / 2, perDot: step, dots: dots)
    if step <= 0 { origin = lower - Double(dots) / 2 * perDot }
  }

  /// The dot that a value lies in, kept inside the scale.
  package func dot(_ value: Double) -> Int {
    let place = (value - origin) / perDot
    guard place.isFinite, place > 0 else { return 0 }
    return place >= Double(dots) ? dots - 1 : Int(place)
  }

  /// The value at the middle of a dot.
  package func value(_ dot: Int) -> Double { origin + (Double(dot) + 0.5) * perDot }
}
