internal import Glibc

/// The labelled values of a vertical axis, with the scale that puts them into the middle of rows.
///
/// The search follows Talbot, Lin and Hanrahan ("An Extension of Wilkinson's Algorithm for
/// Positioning Tick Labels on Axes", 2010): steps of 1, 2, 2.5 and 5 times a power of ten are
/// scored for simplicity, coverage and density. A step is scored as it is drawn: it takes a whole
/// number of rows, so that labels are evenly spaced, each in the row of its value.
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
  /// The empty space beyond a quarter step at the ends, in steps.
  public var excess: Double

  private static let steps: [(number: Double, simplicity: Double)] = [
    (1, 1), (2, 0.95), (5, 0.9), (2.5, 0.7),
  ]

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
    let exponent = ChartMath.whole(log10(span).rounded(.down))
    for power in (exponent - 2)...(exponent + 1) {
      let unit = pow(10, Double(power))
      for (number, simplicity) in Self.steps {
        let step = number * unit
        guard step.isFinite, step > 0 else { continue }
        let most = min(Double(rows), step * Double(rows) / span)
        guard most >= 1 else { continue }
        for stride in max(1, Int(most) - 1)...Int(most) {
          guard
            let starts = Candidate.starts(range, step: step, stride: stride, rows: rows)
          else { continue }
          for row in starts.rows {
            let candidate = Candidate(
              range: range, step: step, stride: stride, first: starts.first, row: row)
            guard candidate.fits(rows) else { continue }
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
      excess = 0
      return
    }
    step = best.step
    excess = best.excess(rows)
    scale = Scale(
      origin: best.origin(rows), perDot: best.step / Double(best.stride * max(1, dotsPerRow)),
      dots: rows * max(1, dotsPerRow))
    ticks = best.ticks(rows)
  }

  /// The best axis in at most a number of rows.
  ///
  /// It uses fewer rows if only then the values fill the axis to a quarter step.
  public static func fitted(
    _ values: ClosedRange<Double>, rows: Int, dotsPerRow: Int, fromZero: Bool = false
  ) -> Ticks {
    fitted([values], rows: rows, dotsPerRow: dotsPerRow, fromZero: fromZero)[0]
  }

  /// The best axes for several ranges that share their rows.
  public static func fitted(
    _ ranges: [ClosedRange<Double>], rows: Int, dotsPerRow: Int, fromZero: Bool = false
  ) -> [Ticks] {
    var best: [Ticks] = []
    var fewest = Double.infinity
    for lost in 0...max(0, min(rows - 3, max(3, rows / 2))) {
      let axes = ranges.map {
        Ticks($0, rows: rows - lost, dotsPerRow: dotsPerRow, fromZero: fromZero)
      }
      let cost = axes.reduce(0) { cost, axis in
        cost + axis.excess + (axis.ticks.count < 3 && rows >= 8 ? 10 : 0)
          + (axis.isCrowded && rows > 4 ? 0.5 : 0)
      }
      if cost <= 1e-9 { return axes }
      if cost < fewest - 1e-9 { (best, fewest) = (axes, cost) }
    }
    return best
  }

  /// Whether labels are in adjacent rows, where they would look like one block of digits.
  private var isCrowded: Bool { ticks.count > 1 && ticks[0].row - ticks[1].row == 1 }

  /// How many decimals the labels need.
  public var decimals: Int { ChartMath.decimals(of: step) }

  /// The range, with zero if it belongs to it, and with some width if all values are equal.
  ///
  /// A line may start above zero only where its lowest value is more than half
  /// its highest: otherwise the space below is worth its room.
  static func extended(_ values: ClosedRange<Double>, fromZero: Bool) -> ClosedRange<Double> {
    var (lower, upper) = (values.lowerBound, values.upperBound)
    if lower > 0, fromZero || lower < upper / 2 { lower = 0 }
    if upper < 0, fromZero || upper > lower / 2 { upper = 0 }
    // With more than nine digits in common, neither doubles nor readers see a difference.
    if upper - lower <= max(abs(lower), abs(upper)) * 1e-9 {
      lower = min(0, lower)
      upper = max(0, upper)
      if upper - lower < 1e-290 { (lower, upper) = (0, 1) }
    }
    return lower...upper
  }
}
