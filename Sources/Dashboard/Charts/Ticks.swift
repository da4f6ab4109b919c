internal import Glibc

/// The labelled values of a vertical axis, with the scale that puts them into the middle of rows.
///
/// The search follows Talbot, Lin and Hanrahan ("An Extension of Wilkinson's Algorithm for
/// Positioning Tick Labels on Axes", 2010): steps of 1, 2, 2.5 and 5 times a power of ten are
/// scored for simplicity, coverage and density. A step is scored as it is drawn: it takes a whole
/// number of rows, so that labels are evenly spaced, each in the row of its value.
package struct Ticks: Sendable {
  /// A labelled value.
  package struct Tick: Hashable, Sendable {
    /// The value.
    package var value: Double
    /// Its row, counted from the top.
    package var row: Int
  }

  /// Values to dots, from the bottom.
  package var scale: Scale
  /// The labelled values, from the lowest.
  package var ticks: [Tick]
  /// The distance between two labelled values.
  package var step: Double
  /// The empty space beyond a quarter step at the ends, in steps.
  package var excess: Double

  private static let steps: [(number: Double, simplicity: Double)] = [
    (1, 1), (2, 0.95), (5, 0.9), (2.5, 0.7),
  ]

  /// The best axis for a range of values in a number of rows.
  ///
  /// - Parameters:
  ///   - rows: At least 1.
  ///   - dotsPerRow: How many dots a row has.
  ///   - fromZero: Whether zero belongs to the axis whatever the values are.
  package init(
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
  package static func fitted(
    _ values: ClosedRange<Double>, rows: Int, dotsPerRow: Int, fromZero: Bool = false
  ) -> Ticks {
    fitted([values], rows: rows, dotsPerRow: dotsPerRow, fromZero: fromZero)[0]
  }

  /// The best axes for several ranges that share their rows.
  package static func fitted(
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
  package var decimals: Int { ChartMath.decimals(of: step) }

  /// The range, with zero if it belongs to it, and with some width if all values are equal.
  ///
  /// A line may start above zero only if its lowest value is more than half its highest; otherwise
  /// the space below is worth its room.
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

extension Ticks {
  /// One way to label an axis: a step, the rows it takes, and where it starts.
  struct Candidate {
    var range: ClosedRange<Double>
    var step: Double
    /// The rows of a step.
    var stride: Int
    /// The index of the step at or below the lowest value.
    var first: Int
    /// The row of that step, counted from the bottom; it may be below the first row.
    var row: Int
    var total = -Double.infinity

    /// The value at the lower edge of the lowest row.
    func origin(_ rows: Int) -> Double {
      Double(first) * step - (Double(row) + 0.5 + shift(rows)) * step / Double(stride)
    }

    /// How far labels may be from the middle of their rows, in rows.
    private static let mostShift = 0.45

    /// Every start at which the range fits into the rows, with a shift if necessary.
    static func starts(
      _ range: ClosedRange<Double>, step: Double, stride: Int, rows: Int
    ) -> (first: Int, rows: ClosedRange<Int>)? {
      let place = (range.lowerBound / step + 1e-9).rounded(.down)
      guard abs(place) < 1e15 else { return nil }
      let perRow = step / Double(stride)
      let above = max(0, (range.lowerBound - place * step) / perRow)
      let height = (range.upperBound - range.lowerBound) / perRow
      let lowest = ChartMath.whole((-0.5 - mostShift - above).rounded(.up))
      let highest = ChartMath.whole(
        (Double(rows) - 0.5 + mostShift - above - height + 1e-9).rounded(.down))
      guard lowest <= highest else { return nil }
      return (Int(place), lowest...min(highest, lowest + stride))
    }

    /// The indices of the first and the last labelled step, from `first`.
    private func ends(_ rows: Int) -> (Int, Int) {
      func floored(_ number: Int) -> Int {
        number >= 0 ? number / stride : -((stride - 1 - number) / stride)
      }
      return (-floored(row), floored(rows - 1 - row))
    }

    func ticks(_ rows: Int) -> [Tick] {
      let (lowest, highest) = ends(rows)
      guard lowest <= highest else { return [] }
      return (lowest...highest).map {
        Tick(value: Double(first + $0) * step, row: rows - 1 - row - $0 * stride)
      }
    }

    /// The empty space below and above the values, in rows, with labels in the middle of rows.
    private func empty(_ rows: Int) -> (below: Double, above: Double) {
      let perRow = step / Double(stride)
      let below = Double(row) + 0.5 + (range.lowerBound - Double(first) * step) / perRow
      return (below, Double(rows) - below - (range.upperBound - range.lowerBound) / perRow)
    }

    /// How far labels are above the middle of their rows, so that the values fit and both ends come
    /// near a quarter step; never so far that they leave the row.
    private func shift(_ rows: Int) -> Double {
      let (below, above) = empty(rows)
      let all = below + above
      let quarter = Double(stride) / 4
      // A tiny margin prevents rounding from putting the ends outside.
      let hair = min(1e-6, all / 2)
      let (least, most) = (max(hair, all - quarter), min(all - hair, quarter))
      let wanted = least <= most ? min(max(below, least), most) : min(max(below, most), least)
      return min(max(wanted - below, -Self.mostShift), Self.mostShift)
    }

    /// Whether all values lie within the rows.
    func fits(_ rows: Int) -> Bool {
      let (below, above) = empty(rows)
      let shift = shift(rows)
      return below + shift >= 0 && above - shift >= 0
    }

    /// The empty space beyond a quarter step, below and above the values together, in steps.
    func excess(_ rows: Int) -> Double {
      let (below, above) = empty(rows)
      let shift = shift(rows)
      let quarter = Double(stride) / 4
      return (max(0, below + shift - quarter) + max(0, above - shift - quarter)) / Double(stride)
    }

    func score(_ simplicity: Double, rows: Int) -> Double {
      let (lowest, highest) = ends(rows)
      let count = max(0, highest - lowest + 1)
      let perRow = step / Double(stride)
      let used = (range.upperBound - range.lowerBound) / perRow
      let coverage = used / Double(rows)
      let wanted = Double(min(max(rows * 2 / 7, rows >= 5 ? 3 : 2), 8))
      let density = 1 - min(1, abs(Double(count) - wanted) / wanted)
      let tooFew = count < (rows >= 8 ? 3 : min(2, rows)) ? 3.0 : 0
      // Two labels in adjacent rows look like one block of digits.
      let crowded = stride == 1 && rows > 3 ? 0.8 : 0
      let empty = excess(rows)
      let shifted = abs(shift(rows)) > 1e-5 ? 0.1 : 0
      return 0.25 * simplicity + 0.6 * coverage + 0.4 * density - tooFew - crowded - shifted
        - (empty > 1e-9 ? 0.5 + min(1, empty) : 0)
    }
  }
}
