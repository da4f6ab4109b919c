/// One line of the comparison: a figure taken from each run, of which the median is shown.
struct Figure {
  let title: String
  let unit: String
  let decimals: Int
  let values: @Sendable (Run) -> [Double]

  static let all = [
    Figure(title: "first screen", unit: "ms", decimals: 1) { [$0.firstScreen].compactMap { $0 } },
    Figure(title: "one move", unit: "bytes", decimals: 0) { $0.moves.map { Double($0.bytes) } },
    Figure(title: "one move, to last byte", unit: "ms", decimals: 2) {
      $0.moves.map(\.milliseconds)
    },
    Figure(title: "one page", unit: "bytes", decimals: 0) { $0.pages.map { Double($0.bytes) } },
    Figure(title: "one page, to last byte", unit: "ms", decimals: 2) {
      $0.pages.map(\.milliseconds)
    },
    Figure(title: "Escape alone, to last byte", unit: "ms", decimals: 2) {
      $0.escapes.map(\.milliseconds)
    },
    Figure(title: "a second without keys", unit: "bytes", decimals: 0) {
      [$0.idleBytes].compactMap { $0 }
    },
    Figure(title: "memory in use", unit: "MiB", decimals: 1) {
      [$0.resident].compactMap { $0 }.map { $0 / 1024 }
    },
  ]

  /// What is told of growing dossiers.
  static let growth =
    [
      all[0], all[2], all[4],
      Figure(title: "another screen", unit: "ms", decimals: 2) {
        $0.screens.map(\.milliseconds)
      },
      Figure(title: "the slowest key", unit: "ms", decimals: 2) {
        [($0.moves + $0.pages + $0.screens).map(\.milliseconds).max()].compactMap { $0 }
      },
      all[5],
      Figure(title: "changed file, to last byte", unit: "ms", decimals: 1) {
        $0.changes.map(\.milliseconds)
      },
      all[7],
      Figure(title: "memory at most", unit: "MiB", decimals: 1) {
        [$0.peak].compactMap { $0 }.map { $0 / 1024 }
      },
    ]

  /// The median of all values of all runs; nil without any.
  func median(_ runs: [Run]) -> Double? { Figure.median(runs.flatMap(values)) }

  /// The middle one of some numbers, or the mean of the two in the middle.
  static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  /// A number with a fixed count of decimals; a dash for none.
  static func text(_ value: Double?, decimals: Int) -> String {
    guard let value, value.isFinite, abs(value) < 1e12 else { return "-" }
    var scale = 1
    for _ in 0..<decimals { scale *= 10 }
    let rounded = Int((value * Double(scale)).rounded())
    guard decimals > 0 else { return String(rounded) }
    let fraction = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: decimals - fraction.count)
      + fraction
  }
}
