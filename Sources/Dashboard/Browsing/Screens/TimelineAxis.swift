import Canvas
import Charts
import Records

/// The axis of the timeline: years in columns, with a line at the report's date.
struct TimelineAxis {
  /// The first and the last position in years.
  private let span: ClosedRange<Double>
  /// The report's date; nil if it has none.
  private let now: Double?

  /// An axis for periods.
  init(_ periods: [Period], now: Period?) {
    self.now = now?.position
    let years = periods.flatMap { [Double($0.first.year), Double($0.last.year) + 0.9] }
    let all = years + [now?.position].compactMap(\.self)
    span = (all.min() ?? 0)...max(all.max() ?? 0, (all.min() ?? 0) + 1)
  }

  private func column(_ position: Double, width: Int) -> Int {
    let share = (position - span.lowerBound) / (span.upperBound - span.lowerBound)
    return max(0, min(width - 1, Int(share * Double(width))))
  }

  /// The labelled years.
  func heading(width: Int, _ glyphs: Glyphs) -> StyledLine {
    let axis = YearAxis(span, columns: width, dotsPerColumn: 1)
    var text = ""
    for tick in axis.ticks where tick.start >= text.count && tick.start + 4 <= width {
      text += String(repeating: " ", count: tick.start - text.count) + tick.label
    }
    return StyledLine(text, .faint)
  }

  /// A period as a dot or a line between two, and the line at the report's date.
  func line(_ period: Period, width: Int, _ glyphs: Glyphs) -> StyledLine {
    guard width > 0 else { return StyledLine() }
    var cells = [Character](repeating: " ", count: width)
    if let now { cells[column(now, width: width)] = Character(glyphs.vertical) }
    let single = period.position
    let ends = period.isRange ? [period.first, period.last].map { Double($0.year) } : [single]
    let first = column(ends[0], width: width)
    let last = column(ends[ends.count - 1], width: width)
    for index in first...max(first, last) { cells[index] = Character(glyphs.horizontal) }
    cells[first] = glyphs.bullet.first ?? "*"
    cells[max(first, last)] = glyphs.bullet.first ?? "*"
    return StyledLine(String(cells).trimmingEnd)
  }
}
