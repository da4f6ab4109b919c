/// The labelled years of a horizontal axis.
public struct YearAxis: Sendable {
  /// A labelled year.
  public struct Tick: Hashable, Sendable {
    /// The year, in plain digits.
    public var label: String
    /// The column that it stands for.
    public var column: Int
    /// The column that its label starts at; it may lie left of the plot.
    public var start: Int
  }

  /// Years to dots, from the left.
  public var scale: Scale
  /// The labelled years, from the earliest.
  public var ticks: [Tick]

  /// An axis for positions in years over a number of columns.
  ///
  /// Years are labelled in steps of 1, 2, 5, 10, 20, 25, 50 or 100 and so on,
  /// on multiples of the step, with at least two columns between labels.
  ///
  /// - Parameters:
  ///   - before: How many columns left of the plot a label may use.
  ///   - after: How many columns right of the plot a label may use.
  public init(
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
    let (shownLower, shownUpper) = (scale.value(0), scale.value(scale.dots - 1))
    ticks = []
    for step in [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000] {
      let years = stride(
        from: Int((shownLower / Double(step) - 1e-6).rounded(.up)) * step,
        through: Int((shownUpper + 1e-6).rounded(.down)), by: step)
      let ticks = years.map { year -> Tick in
        let label = "\(year)"
        let column = scale.dot(Double(year)) / dotsPerColumn
        let start = min(max(column - label.count / 2, -before), columns + after - label.count)
        return Tick(label: label, column: column, start: start)
      }
      let fits = zip(ticks, ticks.dropFirst()).allSatisfy {
        $0.start + $0.label.count + 2 <= $1.start
      }
      guard fits else { continue }
      self.ticks = ticks.filter { $0.start >= -before && $0.start <= $0.column }
      return
    }
  }
}
