package import Charts

/// A reader's settings of a chart: what it shows and in what form.
package struct ChartView: Hashable, Sendable {
  /// How the values are transformed before they are drawn.
  package enum Measure: String, CaseIterable, Sendable {
    /// The values as they are.
    case value
    /// The values on a logarithmic axis.
    case log
    /// The values in percent of those in the first period that all series have.
    case index
    /// The change from the previous period: in percent, for percentages in points.
    case change
  }

  /// The form of the picture; nil for the indicator's own.
  package var kind: Chart.Kind?
  /// How the values are transformed.
  package var measure = Measure.value
  /// The characters to draw dots with; nil for the terminal's default.
  package var glyphs: GlyphSet?
  /// The highlighted series; nil if there is none.
  package var focused: Int?
  /// The series that are not shown.
  package var hidden: Set<Int> = []
  /// The first and the last period shown, as indices of the chart's periods; nil for all.
  package var window: ClosedRange<Int>?
  /// The id of the indicator that this one is compared with; nil if there is none.
  package var compared: String?
  /// Whether a compared indicator with another unit shares the picture and has its own axis.
  var hasSecondAxis = false

  /// A chart as the dossier describes it.
  package init() {}

  /// Shows half as many periods, or twice as many, around a period.
  ///
  /// Never fewer than four; there is no window if all are shown.
  package mutating func zoom(in isIn: Bool, around period: Int, of count: Int) {
    guard count > 4 else { return }
    let shown = window ?? 0...count - 1
    let length = isIn ? max(4, shown.count / 2) : min(count, shown.count * 2)
    // The period keeps the same share of the window to its left.
    let share = Double(period - shown.lowerBound) / Double(max(1, shown.count - 1))
    let first = period - Int((share * Double(length - 1)).rounded())
    show(first, length, of: count)
  }

  /// Moves the window by a quarter of its length.
  package mutating func pan(by step: Int, of count: Int) {
    guard let window else { return }
    show(window.lowerBound + step * max(1, window.count / 4), window.count, of: count)
  }

  /// Moves the window just far enough to contain a period.
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
