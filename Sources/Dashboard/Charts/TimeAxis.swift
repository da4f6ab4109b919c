import Canvas
import Records

/// The labels of an axis of time: years, half years, quarters, months or days, whichever suits what
/// it covers.
enum TimeAxis {
  /// An axis for positions in years over a number of columns, and the first column of each label.
  static func axis(
    _ span: ClosedRange<Double>, _ numbers: ChartNumbers, columns: Int, dotsPerColumn: Int,
    before: Int, after: Int
  ) -> (axis: ChartScene.Axis, starts: [Int]) {
    let years = YearAxis(
      span, columns: columns, dotsPerColumn: dotsPerColumn, before: before, after: after)
    let length = span.upperBound - span.lowerBound
    var axis = ChartScene.Axis(kind: .time, scale: years.scale, ticks: [], step: 0)
    func label(_ dates: [(position: Double, label: String)]) -> [Int]? {
      axis.ticks = []
      var starts: [Int] = []
      var end = -before - 2
      for date in dates {
        let column = years.scale.dot(date.position) / dotsPerColumn
        let width = date.label.columns
        let start = min(max(column - width / 2, -before), columns + after - width)
        guard start >= end + 2 || starts.isEmpty, start >= -before else { return nil }
        end = start + width
        axis.ticks.append(
          ChartScene.Axis.Tick(value: date.position, cell: column, label: date.label))
        starts.append(start)
      }
      return starts
    }
    if numbers.hasDays, length < 0.25 {
      for step in [1, 2, 5, 10, 15] {
        let dates = days(span, step)
        if dates.count >= 2, let starts = label(dates) { return (axis, starts) }
      }
    }
    if numbers.hasMonths || numbers.hasDays, length < 3 {
      let length = numbers.monthsOfPart
      for step in length > 1 ? [1, 2, 4] : [1, 2, 3, 6] {
        let dates = months(span, step, of: length, isAtStart: numbers.hasDays)
        if dates.count >= 2, let starts = label(dates) { return (axis, starts) }
      }
    }
    axis.ticks = years.ticks.map {
      ChartScene.Axis.Tick(value: Double(Int($0.label) ?? 0), cell: $0.column, label: $0.label)
    }
    return (axis, years.ticks.map(\.start))
  }

  /// - Parameters:
  ///   - length: The months of each part of a year that is labelled.
  ///   - isAtStart: Whether a month is placed at its first day, as among days; otherwise it is
  ///     placed like the value of a month.
  private static func months(
    _ span: ClosedRange<Double>, _ step: Int, of length: Int, isAtStart: Bool
  ) -> [(position: Double, label: String)] {
    let first = ChartMath.whole((span.lowerBound * 12).rounded(.down)) - length
    let last = ChartMath.whole((span.upperBound * 12 + 1).rounded(.up))
    return (first...max(first, last)).compactMap { month in
      let inYear = ((month % 12) + 12) % 12
      guard inYear % (step * length) == 0 else { return nil }
      let point = Period.Point(
        year: Int16(clamping: (month - inYear) / 12), month: UInt8(inYear + 1))
      var end = point
      end.month += UInt8(length - 1)
      let month = Period(kind: .month, first: point, last: end)
      var place = month
      if isAtStart {
        place.kind = .day
        (place.first.day, place.last.day) = (1, 1)
      }
      guard span.contains(place.position) else { return nil }
      return (place.position, month.title)
    }
  }

  private static func days(
    _ span: ClosedRange<Double>, _ step: Int
  ) -> [(position: Double, label: String)] {
    let lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let first = ChartMath.whole((span.lowerBound * 12).rounded(.down))
    let last = ChartMath.whole((span.upperBound * 12).rounded(.down))
    var dates: [(position: Double, label: String)] = []
    for month in first...max(first, last) {
      let inYear = ((month % 12) + 12) % 12
      for day in stride(from: 1, through: lengths[inYear], by: step) {
        // A 31st would be too close to the first of the next month.
        if step > 1, day > 28 { continue }
        let point = Period.Point(
          year: Int16(clamping: (month - inYear) / 12), month: UInt8(inYear + 1), day: UInt8(day))
        let period = Period(kind: .day, first: point)
        guard span.contains(period.position) else { continue }
        let words = period.title.split(separator: " ")
        dates.append((period.position, words.prefix(2).joined(separator: " ")))
      }
    }
    return dates
  }
}
