import Glibc
import Query
import Records

/// A chart's values as plain numbers, read once.
struct ChartNumbers {
  /// The values of a series, in the order of its horizontal axis.
  struct Column {
    /// Years, or whatever the horizontal axis counts.
    var x: [Double] = []
    /// Values in the chart's magnitude; not a number for a gap.
    var y: [Double] = []
    /// What is known of each value.
    var flags: [Flags] = []
    /// Where the curve comes in from a value before the part that is shown, and goes out to one
    /// after it: at the edges of the part; nil if it does not.
    var entry, exit: End?

    /// The place of the last value; nil if there is none.
    var last: Int? { y.lastIndex { !$0.isNaN } }
  }

  /// What is known of a value.
  struct Flags: OptionSet {
    let rawValue: UInt8
    static let forward = Flags(rawValue: 1)
    static let estimated = Flags(rawValue: 2)
  }

  var columns: [Column] = []
  var overlays = Column()
  var scale: ValueScale
  /// The lowest and the highest value shown; nil without values.
  var range: ClosedRange<Double>?
  /// The first and the last place of a value; nil without values.
  var span: ClosedRange<Double>?
  var hasForward = false
  var hasEstimated = false
  /// Whether months or days are among the periods.
  var hasMonths = false
  var hasDays = false
  /// The months of each period if all are quarters or all are half years; otherwise 1.
  var monthsOfPart = 1
  /// Whether the horizontal axis counts something other than years.
  let isNumeric: Bool

  init(_ chart: Chart) {
    isNumeric = !chart.positions.isEmpty
    scale = ValueScale(EmptyCollection(), unit: chart.unit)
    columns.reserveCapacity(chart.series.count)
    var size = 0.0
    var decimals: UInt8 = 0
    for index in chart.series.indices {
      let positions = index < chart.positions.count ? chart.positions[index] : nil
      columns.append(read(chart.series[index], positions, &size, &decimals))
    }
    // The report's figures have a sign of their own.
    let signs = (hasForward, hasEstimated)
    for series in chart.overlays where !isNumeric {
      var unused: UInt8 = 0
      let column = read(series, nil, &size, &unused)
      overlays.x += column.x
      overlays.y += column.y
      overlays.flags += column.flags
    }
    (hasForward, hasEstimated) = signs
    if hasMonths, !hasDays, !isNumeric { monthsOfPart = Self.monthsOfPart(chart) }
    scale = ValueScale(CollectionOfOne(size), unit: chart.unit, decimals: Int(decimals))
    let window = chart.window
    columns = columns.map { finished($0, window) }
    if let window { addEnds(chart, window) }
    overlays = finished(overlays, window)
    if range == nil { span = nil }
    if let limits = chart.limits, limits.lowerBound.isFinite, limits.upperBound.isFinite {
      range = scale.scaled(limits.lowerBound)...scale.scaled(limits.upperBound)
    }
    if let window, span != nil { span = window }
  }

  private static func monthsOfPart(_ chart: Chart) -> Int {
    let periods = chart.series.lazy.flatMap(\.observations).compactMap(\.period)
    return periods.allSatisfy { $0.quarter != nil }
      ? 3 : periods.allSatisfy { $0.halfYear != nil } ? 6 : 1
  }

  private mutating func read(
    _ series: Series, _ positions: [Double]?, _ size: inout Double, _ decimals: inout UInt8
  ) -> Column {
    var column = Column()
    let count = series.observations.count
    column.x.reserveCapacity(count)
    column.y.reserveCapacity(count)
    column.flags.reserveCapacity(count)
    var isSorted = true
    var before = -Double.infinity
    var (hasForward, hasEstimated) = (false, false)
    var (hasMonths, hasDays) = (hasMonths, hasDays)
    let isNumeric = isNumeric
    // Fields are read in place: a copy of an observation counts three references.
    series.observations.withUnsafeBufferPointer { observations in
      for index in observations.indices {
        let x: Double
        if isNumeric {
          guard let positions, index < positions.count, Chart.isDrawable(positions[index]) else {
            continue
          }
          x = positions[index]
        } else {
          guard let period = observations[index].period else { continue }
          switch period.kind {
          case .year, .fiscalYear:
            x = (Double(period.first.year) + Double(period.last.year)) / 2
          case .month:
            hasMonths = true
            // The value that `position` gives for a month that is not a range.
            x =
              period.isRange
              ? period.position
              : Double(period.first.year) + (Double(period.first.month) - 0.5) / 12
          case .day:
            hasDays = true
            x = period.position
          }
        }
        if x < before { isSorted = false }
        before = x
        column.x.append(x)
        var flags: Flags = []
        if let value = observations[index].value, Chart.isDrawable(value) {
          column.y.append(value)
          size = max(size, value.magnitude)
          let qualifiers = observations[index].qualifiers
          if !qualifiers.isEmpty {
            if qualifiers.isForward {
              flags.insert(.forward)
              hasForward = true
            } else if qualifiers.contains(.estimated) {
              flags.insert(.estimated)
              hasEstimated = true
            }
          }
          decimals = max(decimals, observations[index].decimals)
        } else {
          column.y.append(.nan)
          decimals = max(decimals, observations[index].decimals)
        }
        column.flags.append(flags)
      }
    }
    self.hasForward = self.hasForward || hasForward
    self.hasEstimated = self.hasEstimated || hasEstimated
    (self.hasMonths, self.hasDays) = (hasMonths, hasDays)
    if !isSorted { sort(&column) }
    return column
  }

  private func sort(_ column: inout Column) {
    let old = column
    let order = old.x.indices.sorted { (old.x[$0], $0) < (old.x[$1], $1) }
    column.x = order.map { old.x[$0] }
    column.y = order.map { old.y[$0] }
    column.flags = order.map { old.flags[$0] }
  }

  /// Puts values into the magnitude and takes them into the ranges.
  private mutating func finished(
    _ raw: Column, _ window: ClosedRange<Double>?
  ) -> Column {
    var column = raw
    var (low, high) = (range?.lowerBound ?? .infinity, range?.upperBound ?? -.infinity)
    var (first, last) = (span?.lowerBound ?? .infinity, span?.upperBound ?? -.infinity)
    let (multiplier, factor) = (scale.unit.multiplier, scale.magnitude.factor)
    let (from, to) = (window?.lowerBound ?? -.infinity, window?.upperBound ?? .infinity)
    for index in column.y.indices {
      let value = column.y[index] * multiplier / factor
      // A unit may make a value larger than can be drawn.
      let isShown = value.magnitude < 1e200
      column.y[index] = isShown ? value : .nan
      let x = column.x[index]
      guard x >= from, x <= to else { continue }
      if isShown {
        low = min(low, value)
        high = max(high, value)
      } else if isNumeric {
        continue
      }
      // A period without a value is a gap in the picture and not beyond it.
      first = min(first, x)
      last = max(last, x)
    }
    if low <= high { range = low...high }
    if first <= last { span = first...last }
    return column
  }
}

/// What leads to values beyond the part of an axis that is shown.
extension ChartNumbers {
  /// Adds the ends of curves and areas at the edges of the part; nothing else has them.
  mutating func addEnds(_ chart: Chart, _ window: ClosedRange<Double>) {
    guard [.line, .multiples, .area, .stackedArea].contains(chart.kind) else { return }
    for (index, beyond) in chart.beyond.enumerated() where columns.indices.contains(index) {
      if columns[index].x.isEmpty {
        if chart.kind == .line { addPassage(index, beyond, window, chart.isLogarithmic) }
        continue
      }
      columns[index].entry = end(columns[index], beyond.before, window, chart.isLogarithmic)
      columns[index].exit = end(columns[index], beyond.after, window, chart.isLogarithmic)
    }
  }

  /// Adds the ends of a curve that has no value in the part and passes through it, from one edge to
  /// the other.
  private mutating func addPassage(
    _ index: Int, _ beyond: Chart.Beyond, _ window: ClosedRange<Double>, _ isLogarithmic: Bool
  ) {
    guard let before = beyond.before, let after = beyond.after else { return }
    // The way from the value before to the one after, which the edges cut on both sides.
    let way = Column(x: [before.place], y: [scale.scaled(before.value)], flags: [[]])
    guard
      let entry = end(way, after, window.lowerBound...window.lowerBound, isLogarithmic),
      let exit = end(way, after, window, isLogarithmic)
    else { return }
    (columns[index].entry, columns[index].exit) = (entry, exit)
  }

  /// The place where a curve to a value beyond the part crosses its edge; nil if the curve already
  /// ends at the edge, or if a gap comes first.
  ///
  /// The range of the values takes it in.
  private mutating func end(
    _ column: Column, _ beyond: Chart.Beyond.Value?, _ window: ClosedRange<Double>,
    _ isLogarithmic: Bool
  ) -> Column.End? {
    guard let beyond, let first = column.x.first, let last = column.x.last else { return nil }
    let isBefore = beyond.place <= first
    let edge = isBefore ? window.lowerBound : window.upperBound
    let (x, y) = isBefore ? (first, column.y[0]) : (last, column.y[column.y.count - 1])
    guard !y.isNaN, edge != x, beyond.place != x else { return nil }
    let part = (edge - x) / (beyond.place - x)
    let value = scale.scaled(beyond.value)
    guard (0...1).contains(part), value.magnitude < 1e200 else { return nil }
    // A straight stroke in the picture, whatever its axis counts by.
    let crossing =
      isLogarithmic && y > 0 && value > 0
      ? y * pow(value / y, part) : y + (value - y) * part
    guard crossing.isFinite else { return nil }
    range = range.map { min($0.lowerBound, crossing)...max($0.upperBound, crossing) }
    return Column.End(
      x: edge, y: crossing,
      isForward: isBefore ? column.flags[0].contains(.forward) : beyond.isForward)
  }
}

extension ChartNumbers.Column {
  /// The place at the edge of a picture at which a curve comes in or goes out.
  struct End: Hashable {
    /// The edge.
    var x: Double
    /// The height of the curve there, in the chart's magnitude; not one of the values.
    var y: Double
    /// Whether the stretch leads to a value that was not yet measured.
    var isForward: Bool
    fileprivate var flags: ChartNumbers.Flags { isForward ? .forward : [] }
  }

  /// Whether there is anything to draw: a value, or a curve that passes through.
  var isDrawn: Bool { last != nil || entry != nil }

  /// The height of the curve at its end; nil if there is no curve.
  var lastDrawn: Double? { last.map { y[$0] } ?? exit?.y }

  /// The values with the ends of their curve at the edges.
  var withEnds: Self {
    var column = self
    if let entry {
      column.x.insert(entry.x, at: 0)
      column.y.insert(entry.y, at: 0)
      column.flags.insert(entry.flags, at: 0)
    }
    if let exit {
      column.x.append(exit.x)
      column.y.append(exit.y)
      column.flags.append(exit.flags)
    }
    return column
  }
}
