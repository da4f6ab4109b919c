import Glibc
internal import Model

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

  /// Where a curve to a value beyond the part crosses its edge; nil if it stands at the edge
  /// already, or where a gap comes first.
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
    /// What stands there between two values, in the chart's magnitude; itself no value.
    var y: Double
    /// Whether the stretch leads to a value that was not yet measured.
    var isForward: Bool
    fileprivate var flags: ChartNumbers.Flags { isForward ? .forward : [] }
  }

  /// Whether there is anything to draw: a value, or a curve that passes through.
  var isDrawn: Bool { last != nil || entry != nil }

  /// What stands at the end of the curve; nil without one.
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
