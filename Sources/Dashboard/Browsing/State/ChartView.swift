package import Charts

/// How a reader has set a chart: what is shown of it and in what form.
package struct ChartView: Hashable, Sendable {
  /// What the values are turned into before they are drawn.
  package enum Measure: String, CaseIterable, Sendable {
    /// The values as they are.
    case value
    /// The values on an axis that counts by factors of ten.
    case log
    /// The values in percent of those at the first period that all series have.
    case index
    /// The change from the period before: in percent, of percentages in points.
    case change
  }

  /// The form of the picture; the indicator's own when nil.
  package var kind: Chart.Kind?
  /// What the values are turned into.
  package var measure = Measure.value
  /// The characters that dots are drawn with; the terminal's own choice when nil.
  package var glyphs: GlyphSet?
  /// The series that stands out; nil for none.
  package var focused: Int?
  /// The series that are not shown.
  package var hidden: Set<Int> = []
  /// The first and the last period that are shown, counted in the chart's periods; nil for all.
  package var window: ClosedRange<Int>?
  /// The id of the indicator that this one is compared with; nil for none.
  package var compared: String?
  /// Whether a compared indicator in another unit shares the picture, with an axis of its own.
  var hasSecondAxis = false

  /// A chart as the dossier describes it.
  package init() {}

  /// Shows half as many periods, or twice as many, around a period.
  ///
  /// Never fewer than four; all of them are no window.
  package mutating func zoom(in isIn: Bool, around period: Int, of count: Int) {
    guard count > 4 else { return }
    let shown = window ?? 0...count - 1
    let length = isIn ? max(4, shown.count / 2) : min(count, shown.count * 2)
    // The period keeps its share of what stands to its left.
    let share = Double(period - shown.lowerBound) / Double(max(1, shown.count - 1))
    let first = period - Int((share * Double(length - 1)).rounded())
    show(first, length, of: count)
  }

  /// Moves the window by a quarter of its length.
  package mutating func pan(by step: Int, of count: Int) {
    guard let window else { return }
    show(window.lowerBound + step * max(1, window.count / 4), window.count, of: count)
  }

  /// Moves the window so far that a period is in it.
  mutating func reveal(_ period: Int, of count: Int) {
    guard let window, !window.contains(period) else { return }
    let first = period < window.lowerBound ? period : period - window.count + 1
    show(first, window.count, of: count)
  }

  private mutating func show(_ first: Int, _ length: Int, of count: Int) {
    let first = max(0, min(first, count - length))
    window = length >= count ? nil : first...first + length - 1
  }
}
