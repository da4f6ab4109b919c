import Canvas
import Text

extension ChartScene.Axis {
  /// A vertical axis in at most a number of rows; it may take fewer.
  static func up(
    _ range: ClosedRange<Double>, rows: Int, dotsPerRow: Int, fromZero: Bool = false,
    isLogarithmic: Bool = false
  ) -> ChartScene.Axis {
    up(
      [range], rows: rows, dotsPerRow: dotsPerRow, fromZero: fromZero, isLogarithmic: isLogarithmic
    )[0]
  }

  /// A vertical axis for each of several ranges, all in the same rows.
  static func up(
    _ ranges: [ClosedRange<Double>], rows: Int, dotsPerRow: Int, fromZero: Bool = false,
    isLogarithmic: Bool = false
  ) -> [ChartScene.Axis] {
    if isLogarithmic, ranges.allSatisfy({ $0.lowerBound > 0 }) {
      return ranges.map { logarithmic($0, cells: rows, dotsPerCell: dotsPerRow) }
    }
    return Ticks.fitted(ranges, rows: rows, dotsPerRow: dotsPerRow, fromZero: fromZero).map {
      ticks in
      let decimals = ticks.decimals
      return ChartScene.Axis(
        kind: .linear, scale: ticks.scale,
        ticks: ticks.ticks.map {
          Tick(
            value: $0.value, cell: $0.row, label: DecimalText.text($0.value, decimals: decimals))
        }, step: ticks.step)
    }
  }

  /// Powers of ten, with 2 and 5 times them if there is room.
  static func logarithmic(
    _ range: ClosedRange<Double>, cells: Int, dotsPerCell: Int
  ) -> ChartScene.Axis {
    let low = ChartMath.log10(range.lowerBound)
    let high = max(ChartMath.log10(range.upperBound), low + 0.05)
    let scale = Scale(from: low, to: high, dots: cells * max(1, dotsPerCell))
    let decades = ChartMath.whole(low.rounded(.down))...ChartMath.whole(high.rounded(.up))
    func ticks(_ factors: [Double], _ every: Int) -> [Tick] {
      var ticks: [Tick] = []
      for decade in decades where decade % every == 0 {
        for factor in factors {
          let value = factor * ChartMath.power10(Double(decade))
          let exponent = ChartMath.log10(value)
          guard exponent >= low - 1e-9, exponent <= high + 1e-9 else { continue }
          let cell = cells - 1 - scale.dot(exponent) / max(1, dotsPerCell)
          let places = decade >= 0 ? 0 : min(12, -decade)
          ticks.append(
            Tick(value: value, cell: cell, label: DecimalText.text(value, decimals: places)))
        }
      }
      return ticks
    }
    func isRoomy(_ ticks: [Tick]) -> Bool {
      zip(ticks, ticks.dropFirst()).allSatisfy { $0.cell - $1.cell >= 2 }
    }
    for factors in [[1.0, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5], [1], [1, 5], [1, 3]] {
      let ticks = ticks(factors, 1)
      if isRoomy(ticks), ticks.count >= 3, ticks.count <= 9 {
        return ChartScene.Axis(kind: .log, scale: scale, ticks: ticks, step: 0)
      }
    }
    // Within a decade or two there are too few powers of ten.
    let shown = range.lowerBound...max(range.upperBound, ChartMath.power10(high))
    let multiples = multiples(of: shown, scale, cells: cells, dotsPerCell: dotsPerCell)
    for every in [1, 2, 3, 5, 10, 20, 50, 100, 200] {
      let ticks = ticks([1], every)
      if ticks.count < 3, ticks.count < multiples.count {
        return ChartScene.Axis(kind: .log, scale: scale, ticks: multiples, step: 0)
      }
      if isRoomy(ticks) {
        return ChartScene.Axis(kind: .log, scale: scale, ticks: ticks, step: 0)
      }
    }
    return ChartScene.Axis(kind: .log, scale: scale, ticks: [], step: 0)
  }

  /// Multiples of a nice step at their places on a logarithmic axis, as many as keep a row apart;
  /// at most nine.
  private static func multiples(
    of range: ClosedRange<Double>, _ scale: Scale, cells: Int, dotsPerCell: Int
  ) -> [Tick] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite else { return [] }
    let power = ChartMath.whole(ChartMath.log10(span).rounded(.down))
    for exponent in (power - 1)...(power + 1) {
      for number in [1, 2, 2.5, 5] {
        let step = number * ChartMath.power10(Double(exponent))
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        guard last >= first, last - first < 9, first.magnitude < 1e12 else { continue }
        let decimals = ChartMath.decimals(of: step)
        let ticks = (Int(first)...Int(last)).map { index -> Tick in
          let value = Double(index) * step
          return Tick(
            value: value,
            cell: cells - 1 - scale.dot(ChartMath.log10(value)) / max(1, dotsPerCell),
            label: DecimalText.text(value, decimals: decimals))
        }
        if zip(ticks, ticks.dropFirst()).allSatisfy({ $0.cell - $1.cell >= 2 }) { return ticks }
      }
    }
    return []
  }

  /// A horizontal axis of numbers: the smallest step whose labels keep two columns apart.
  ///
  /// - Parameters:
  ///   - factor: What numbers are multiplied by before they are labelled.
  ///   - told: A number's digits with the signs of its unit.
  /// - Returns: The axis, and the first column of each label.
  static func across(
    _ range: ClosedRange<Double>, columns: Int, dotsPerColumn: Int, before: Int, after: Int,
    factor: Double = 1, label told: (String) -> String = { $0 }
  ) -> (axis: ChartScene.Axis, starts: [Int]) {
    let range = Ticks.extended(range, fromZero: false)
    let span = range.upperBound - range.lowerBound
    let scale = Scale(
      from: range.lowerBound, to: range.upperBound, dots: columns * dotsPerColumn)
    var axis = ChartScene.Axis(kind: .linear, scale: scale, ticks: [], step: 0)
    let exponent = ChartMath.whole(ChartMath.log10(span).rounded(.down))
    for power in (exponent - 2)...(exponent + 1) {
      for number in [1, 2, 2.5, 5] {
        let step = number * ChartMath.power10(Double(power))
        let first = (range.lowerBound / step - 1e-9).rounded(.up)
        let last = (range.upperBound / step + 1e-9).rounded(.down)
        guard step > 0, step.isFinite, abs(first) < 1e15, last >= first,
          last - first < Double(columns) / 3
        else { continue }
        let decimals = ChartMath.decimals(of: step * factor)
        var starts: [Int] = []
        var end = -before - 2
        var isRoomy = true
        axis.ticks = []
        for index in Int(first)...Int(last) {
          let value = Double(index) * step
          let label = told(DecimalText.text(value * factor, decimals: decimals))
          let column = scale.dot(value) / dotsPerColumn
          let start = min(
            max(column - label.columns / 2, -before), columns + after - label.columns)
          if start < end + 2, !(starts.isEmpty && start >= -before) { isRoomy = false }
          end = start + label.columns
          axis.ticks.append(Tick(value: value, cell: column, label: label))
          starts.append(start)
        }
        axis.step = step
        if isRoomy { return (axis, starts) }
      }
    }
    axis.ticks = []
    return (axis, [])
  }
}
