internal import Model

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
  /// The months of each period where all are quarters or all are half years; 1 for others.
  var monthsOfPart = 1
  /// Whether the horizontal axis counts something else than years.
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
            // What `position` says of a month that is no range.
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
