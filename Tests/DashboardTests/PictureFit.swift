/// Values against the dots they were read at: whether one axis puts each into its dot and each
/// label into its row.
///
/// Labels stand in whole rows; where between a row's edges the labelled value lies is the same
/// for all of them, and is the one thing that a reader cannot see.
struct VerticalFit {
  private(set) var low: Double
  private(set) var high: Double
  private let value: Double
  private let place: Double
  /// What a dot stands for.
  let perDot: Double
  /// The observations that narrowed the place of labels, for messages.
  private(set) var trace: [String] = []

  /// nil where labels do not stand evenly.
  init?(_ labels: [(value: Double, row: Int)], down: Int) {
    guard let first = labels.first, let last = labels.last, first.row != last.row else {
      return nil
    }
    let perRow = (first.value - last.value) / Double(last.row - first.row)
    for label in labels {
      let expected = first.value - Double(label.row - first.row) * perRow
      guard perRow > 0, abs(label.value - expected) <= 1e-6 * perRow else { return nil }
    }
    perDot = perRow / Double(down)
    value = first.value
    place = (Double(first.row) + 0.5) * Double(down)
    (low, high) = (-Double(down) / 2, Double(down) / 2)
  }

  /// A value was read in a range of dots, both included.
  mutating func observe(_ value: Double, _ dots: ClosedRange<Int>, _ note: String = "") {
    let exact = place - (value - self.value) / perDot
    let (from, to) = (Double(dots.lowerBound) - exact, Double(dots.upperBound + 1) - exact)
    if from > low + 1e-9 || to < high - 1e-9 {
      trace.append("\(note) \(value) in \(dots): \(from)...\(to)")
    }
    (low, high) = (max(low, from), min(high, to))
  }

  /// The dot of a value where labels stand at a place in their rows.
  func dot(_ value: Double, _ shift: Double) -> Int {
    Int((place - (value - self.value) / perDot + shift).rounded(.down))
  }

  /// Whether one place of the labels suits all observations, to a millionth of a dot.
  var isTrue: Bool { low <= high + 1e-6 }
}

/// Values against cells along an axis that nothing but its labels tells: whether some straight
/// axis puts each into its range of places.
struct StraightFit {
  private var points: [(value: Double, low: Double, high: Double)] = []

  mutating func observe(_ value: Double, _ low: Double, _ high: Double) {
    points.append((value, low, high))
  }

  /// How far the worst observation lies outside on the best axis, in places; at most 0 where all
  /// lie inside.
  var violation: Double {
    guard let first = points.first else { return 0 }
    let values = points.map(\.value)
    let middle = ((values.min() ?? 0) + (values.max() ?? 0)) / 2
    let reach = max(1e-300, ((values.max() ?? 0) - (values.min() ?? 0)) / 2)
    let size = points.reduce(1) { max($0, abs($1.low - first.low), abs($1.high - first.low)) }
    func worst(_ slope: Double) -> Double {
      var (below, above) = (-Double.infinity, -Double.infinity)
      for point in points {
        let rise = slope * (point.value - middle) / reach
        below = max(below, point.low - rise)
        above = max(above, rise - point.high)
      }
      return (below + above) / 2
    }
    var (left, right) = (-2 * size, 2 * size)
    for _ in 0..<200 {
      let (one, two) = (left + (right - left) / 3, right - (right - left) / 3)
      if worst(one) <= worst(two) { right = two } else { left = one }
    }
    return worst((left + right) / 2)
  }
}
