/// The labelled years of a horizontal axis.
package struct YearAxis: Sendable {
  /// A labelled year.
  package struct Tick: Hashable, Sendable {
    /// The year, in plain digits.
    package var label: String
    /// The column that it labels.
    package var column: Int
    /// The column that its label starts at; it may lie left of the plot.
    package var start: Int
  }

  /// Years to dots, from the left.
  package var scale: Scale
  /// The labelled years, from the earliest.
  package var ticks: [Tick]

  /// An axis for positions in years over a number of columns.
  ///
  /// Years are labelled in steps of 1, 2, 5, 10, 20, 25, 50 or 100 and so on,
  /// on multiples of the step, with at least two columns between labels.
  ///
  /// - Parameters:
  ///   - before: How many columns left of the plot a label may use.
  ///   - after: How many columns right of the plot a label may use.
  package init(
    _ positions: ClosedRange<Double>, columns: Int, dotsPerColumn: Int, before: Int = 0,
    after: Int = 0
  ) {
    let columns = max(1, columns)
    let lower = positions.lowerBound
    let upper = max(positions.upperBound, lower + 0.01)
    scale =
      positions.upperBound > lower
      ? Scale(from: lower, to: upper, dots: columns * dotsPerColumn)
      : Scale(from: lower - 1, to: lower + 1, dots: columns * dotsPerColumn)
    // A single place has no other year beside it.
    let (shownLower, shownUpper) =
      positions.upperBound > lower
      ? (scale.value(0), scale.value(scale.dots - 1)) : (lower.rounded(.down), lower)
    ticks = []
    for step in [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000] {
      let first = ChartMath.whole((shownLower / Double(step) - 1e-6).rounded(.up)) * step
      let last = ChartMath.whole((shownUpper + 1e-6).rounded(.down))
      guard first <= last, (last - first) / step <= columns else { continue }
      func place(_ year: Int) -> (column: Int, start: Int, width: Int) {
        let width = Self.width(year)
        let column = scale.dot(Double(year)) / dotsPerColumn
        let start = min(max(column - width / 2, -before), columns + after - width)
        return (column, start, width)
      }
      var end = Int.min / 2
      var fits = true
      for year in stride(from: first, through: last, by: step) where fits {
        let place = place(year)
        fits = place.start >= end + 2
        end = place.start + place.width
      }
      guard fits else { continue }
      for year in stride(from: first, through: last, by: step) {
        let place = place(year)
        guard place.start >= -before, place.start <= place.column else { continue }
        ticks.append(Tick(label: "\(year)", column: place.column, start: place.start))
      }
      return
    }
  }

  private static func width(_ year: Int) -> Int {
    var width = year < 0 ? 2 : 1
    var rest = abs(year) / 10
    while rest > 0 {
      width += 1
      rest /= 10
    }
    return width
  }
}
