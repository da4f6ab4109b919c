/// Turns values into strokes of dots.
struct LineStrokes {
  let across: ChartScene.Axis
  let up: ChartScene.Axis
  package let width: Int
  package let height: Int

  private var acrossEdge: Double { Double(width) + 1e-9 }
  private var upEdge: Double { Double(height) + 1e-9 }

  /// The dot of a value, from the plot's top left; nil if it lies outside.
  func dot(_ x: Double, _ y: Double) -> (x: Int, y: Int)? {
    let (left, below) = (across.place(x), up.place(y))
    guard left >= -1e-9, left <= acrossEdge, below >= -1e-9, below <= upEdge else { return nil }
    return (min(width - 1, Int(max(0, left))), height - 1 - min(height - 1, Int(max(0, below))))
  }

  /// The strokes of a series.
  ///
  /// Values in the same dot column become one upright stroke from the lowest to the highest, so
  /// that no extreme is lost if there are more values than columns. Strokes to values outside
  /// the plot end at its edge (Liang and Barsky).
  func strokes(_ column: ChartNumbers.Column) -> [ChartScene.Segment] {
    var strokes: [ChartScene.Segment] = []
    strokes.reserveCapacity(2 * min(column.y.count, 2 * width) + 2)
    var before: (x: Double, y: Double, dot: (x: Int, y: Int)?)?
    // The dot column being gathered.
    var gathered: (x: Int, low: Int, high: Int, isForward: Bool)?

    func flush() {
      if let now = gathered, now.low < now.high {
        strokes.append(Self.segment((now.x, now.low), (now.x, now.high), now.isForward, true))
      }
      gathered = nil
    }

    for index in column.y.indices {
      let value = column.y[index]
      guard !value.isNaN else {
        flush()
        before = nil
        continue
      }
      let x = column.x[index]
      let isForward = column.flags[index].contains(.forward)
      let dot = dot(x, value)
      defer { before = (x, value, dot) }
      guard let dot else {
        flush()
        if let before, let clipped = clipped((before.x, before.y), (x, value), isForward) {
          strokes.append(clipped)
        }
        continue
      }
      if let now = gathered, now.x == dot.x, now.isForward == isForward {
        gathered = (now.x, min(now.low, dot.y), max(now.high, dot.y), isForward)
        continue
      }
      flush()
      if let before {
        if let last = before.dot {
          strokes.append(Self.segment(last, dot, isForward, true))
        } else if let clipped = clipped((before.x, before.y), (x, value), isForward) {
          strokes.append(clipped)
          strokes.append(Self.segment(dot, dot, isForward, true))
        }
      } else {
        strokes.append(Self.segment(dot, dot, isForward, true))
      }
      gathered = (dot.x, dot.y, dot.y, isForward)
    }
    flush()
    return strokes
  }

  private static func segment(
    _ from: (x: Int, y: Int), _ to: (x: Int, y: Int), _ isForward: Bool, _ marksEnds: Bool
  ) -> ChartScene.Segment {
    ChartScene.Segment(
      x0: Int32(clamping: from.x), y0: Int32(clamping: from.y), x1: Int32(clamping: to.x),
      y1: Int32(clamping: to.y), isForward: isForward, marksEnds: marksEnds)
  }

  /// The part of a stroke between two values that lies in the plot.
  private func clipped(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), _ isForward: Bool
  ) -> ChartScene.Segment? {
    let start = (x: across.place(from.x), y: up.place(from.y))
    let end = (x: across.place(to.x), y: up.place(to.y))
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    guard start.x.isFinite, start.y.isFinite, dx.isFinite, dy.isFinite else { return nil }
    var (enter, leave) = (0.0, 1.0)
    for (step, room) in [
      (-dx, start.x), (dx, Double(width) - start.x), (-dy, start.y), (dy, Double(height) - start.y),
    ] {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        enter = max(enter, room / step)
      } else {
        leave = min(leave, room / step)
      }
    }
    guard enter <= leave else { return nil }
    func place(_ part: Double) -> (x: Int, y: Int) {
      let x = ChartMath.whole((start.x + part * dx).rounded(.down))
      let y = ChartMath.whole((start.y + part * dy).rounded(.down))
      return (min(max(x, 0), width - 1), height - 1 - min(max(y, 0), height - 1))
    }
    return Self.segment(place(enter), place(leave), isForward, false)
  }

  /// A filled shape between values and a base; the base is zero by default.
  func area(
    _ column: ChartNumbers.Column, base: [Double]?, series: Int
  ) -> ChartScene.Area {
    var tops = [Int32](repeating: -1, count: width)
    var bases = [Int32](repeating: 0, count: width)
    func row(_ value: Double) -> Int32 {
      let place = up.place(value)
      return Int32(height - 1 - min(max(ChartMath.whole(place.rounded(.down)), 0), height - 1))
    }
    func set(_ dot: Int, _ top: Double, _ bottom: Double) {
      guard dot >= 0, dot < width else { return }
      tops[dot] = row(top)
      bases[dot] = row(bottom)
    }
    let zero = up.kind == .log ? up.value(0) : 0
    for index in column.y.indices.dropFirst() {
      let (y0, y1) = (column.y[index - 1], column.y[index])
      guard !y0.isNaN, !y1.isNaN else { continue }
      let (b0, b1) = (base?[index - 1] ?? zero, base?[index] ?? zero)
      let (left, right) = (across.place(column.x[index - 1]), across.place(column.x[index]))
      guard left.isFinite, right.isFinite, right > left else { continue }
      let first = max(0, ChartMath.whole(left.rounded(.down)))
      let last = min(width - 1, ChartMath.whole(right.rounded(.down)))
      guard first <= last else { continue }
      for dot in first...last {
        let part = min(max((Double(dot) + 0.5 - left) / (right - left), 0), 1)
        set(dot, y0 + (y1 - y0) * part, b0 + (b1 - b0) * part)
      }
    }
    // A value's own column shows the value and not the line to its neighbours; if several share a
    // column, it shows the one farthest from the base.
    var farthest = [Double](repeating: -1, count: width)
    for index in column.y.indices where !column.y[index].isNaN {
      let place = across.place(column.x[index])
      guard place >= -1e-9, place <= acrossEdge else { continue }
      let dot = min(width - 1, Int(max(0, place)))
      let bottom = base?[index] ?? zero
      let size = (column.y[index] - bottom).magnitude
      if size > farthest[dot] {
        farthest[dot] = size
        set(dot, column.y[index], bottom)
      }
    }
    return ChartScene.Area(series: series, start: 0, tops: tops, bases: bases)
  }
}
