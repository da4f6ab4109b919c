internal import Glibc

/// The labelled values of a vertical axis, with the scale that puts them into the middle of rows.
///
/// The search follows Talbot, Lin and Hanrahan ("An Extension of Wilkinson's
/// Algorithm for Positioning Tick Labels on Axes", 2010): steps of 1, 2, 2.5
/// and 5 times a power of ten are scored for simplicity, coverage and density.
/// A step is judged as drawn: it takes a whole number of rows, so labels stand
/// evenly and exactly at their value.
public struct Ticks: Sendable {
  /// A labelled value.
  public struct Tick: Hashable, Sendable {
    /// The value.
    public var value: Double
    /// Its row, counted from the top.
    public var row: Int
  }

  /// Values to dots, from the bottom.
  public var scale: Scale
  /// The labelled values, from the lowest.
  public var ticks: [Tick]
  /// The distance between two labelled values.
  public var step: Double

  /// The best axis for a range of values in a number of rows.
  ///
  /// - Parameters:
  ///   - rows: At least 1.
  ///   - dotsPerRow: How many dots a row has.
  ///   - fromZero: Whether zero belongs to the axis whatever the values are.
  public init(
    _ values: ClosedRange<Double>, rows: Int, dotsPerRow: Int, fromZero: Bool = false
  ) {
    let rows = max(1, rows)
    let range = Self.extended(values, fromZero: fromZero)
    var best: Candidate?
    let span = range.upperBound - range.lowerBound
    let exponent = Int(log10(span).rounded(.down))
    for power in (exponent - 2)...(exponent + 1) {
      for (number, simplicity) in [(1.0, 1.0), (2, 0.95), (5, 0.9), (2.5, 0.7)] {
        let step = number * pow(10, Double(power))
        guard step.isFinite, step > 0 else { continue }
        let most = min(Double(rows), step * Double(rows) / span)
        guard most >= 1 else { continue }
        for stride in max(1, Int(most) - 1)...Int(most) {
          for candidate in Candidate.all(range, step: step, stride: stride, rows: rows) {
            let score = candidate.score(simplicity, rows: rows)
            if score > best?.total ?? -.infinity {
              best = candidate
              best?.total = score
            }
          }
        }
      }
    }
    guard let best else {
      scale = Scale(
        from: range.lowerBound, to: range.upperBound, dots: rows * max(1, dotsPerRow))
      ticks = []
      step = span
      return
    }
    step = best.step
    scale = Scale(
      origin: best.origin, perDot: best.step / Double(best.stride * max(1, dotsPerRow)),
      dots: rows * max(1, dotsPerRow))
    ticks = best.ticks(rows)
  }

  /// How many decimals the labels need.
  public var decimals: Int {
    var size = step
    for places in 0..<9 {
      if abs(size - size.rounded()) < 1e-6 * max(1, size) { return places }
      size *= 10
    }
    return 9
  }

  /// The range with zero where it belongs to it, and some width where all values are equal.
  ///
  /// A line may start above zero only where its lowest value is more than half
  /// its highest: there the room below would take more than it tells.
  static func extended(_ values: ClosedRange<Double>, fromZero: Bool) -> ClosedRange<Double> {
    var (lower, upper) = (values.lowerBound, values.upperBound)
    if lower > 0, fromZero || lower < upper / 2 { lower = 0 }
    if upper < 0, fromZero || upper > lower / 2 { upper = 0 }
    // Beyond nine digits in common, doubles and readers see no difference.
    if upper - lower <= max(abs(lower), abs(upper)) * 1e-9 {
      lower = min(0, lower)
      upper = max(0, upper)
      if upper - lower < 1e-290 { (lower, upper) = (0, 1) }
    }
    return lower...upper
  }
}
