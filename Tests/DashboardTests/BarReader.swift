@testable import Canvas
@testable import Charts

/// A run of a bar's cells in one row or one column.
struct BarRun {
  /// The first cell and the cell after the last, from the left or from the top.
  var cells: Range<Int>
  /// The length in eighths of a cell.
  var eighths: Int
}

extension PictureReader {
  /// The signs of fillings, as the legend has them beside each name.
  func legend(_ names: [String]) -> [Unicode.Scalar?] {
    names.map { name in find(name).map { scalar($0.x - 3, $0.y) } }
  }

  /// The eighths of a cell that a bar covers; nil where there is no bar.
  ///
  /// - Parameters:
  ///   - fillings: The signs that fill whole cells.
  ///   - isAcross: Whether the bar runs to the right or to the left.
  func eighths(_ x: Int, _ y: Int, _ fillings: Set<Unicode.Scalar>, isAcross: Bool) -> Int? {
    let sign = scalar(x, y)
    if fillings.contains(sign) { return 8 }
    guard !glyphs.isASCII else { return nil }
    let part: Int
    switch sign.value {
    case 0x2589...0x258f where isAcross: part = 0x2590 - Int(sign.value)
    case 0x2581...0x2587 where !isAcross: part = Int(sign.value) - 0x2580
    default: return nil
    }
    // A reversed cell shows what its character leaves out.
    return canvas[x, y].style.attributes.contains(.reverse) ? 8 - part : part
  }

  /// The bars in a row, from the left; `edges` are the columns between which they are sought.
  func bars(row y: Int, _ edges: Range<Int>, _ fillings: Set<Unicode.Scalar>) -> [BarRun] {
    runs(edges) { eighths($0, y, fillings, isAcross: true) }
  }

  /// The bars in a column, from the top.
  func bars(column x: Int, _ edges: Range<Int>, _ fillings: Set<Unicode.Scalar>) -> [BarRun] {
    runs(edges) { eighths(x, $0, fillings, isAcross: false) }
  }

  private func runs(_ edges: Range<Int>, _ eighths: (Int) -> Int?) -> [BarRun] {
    var runs: [BarRun] = []
    for place in edges {
      guard let found = eighths(place) else { continue }
      if let last = runs.last, last.cells.upperBound == place {
        runs[runs.count - 1].cells = last.cells.lowerBound..<(place + 1)
        runs[runs.count - 1].eighths += found
      } else {
        runs.append(BarRun(cells: place..<(place + 1), eighths: found))
      }
    }
    return runs
  }

  /// The row of the line that columns stand on: the one with the most signs of a rule.
  var zeroRow: Int? {
    let rule = glyphs.rule
    return (frame.y..<frame.bottom).max { upper, lower in
      count(rule, upper) < count(rule, lower)
    }
  }

  private func count(_ sign: Unicode.Scalar, _ y: Int) -> Int {
    (frame.x..<frame.right).count { scalar($0, y) == sign }
  }
}

/// Lengths against values: whether one scale from zero suits all.
struct LengthFit {
  private var low = 0.0
  private var high = Double.infinity
  private(set) var trace: [String] = []

  /// A value was read as a length that is exact to a tolerance on both sides.
  ///
  /// - Parameter least: The length of what is not zero: such a bar may stand for less.
  mutating func observe(_ value: Double, _ length: Int, within half: Double, least: Int) {
    guard value != 0 else {
      if length != 0 { (low, high) = (1, 0) }
      return
    }
    let size = value.magnitude
    let below = length <= least ? 0 : (Double(length) - half) / size
    let above = (Double(length) + half) / size
    if length <= 0 || below > low || above < high {
      trace.append("\(value) is \(length): \(below)...\(above)")
    }
    if length <= 0 { (low, high) = (1, 0) }
    (low, high) = (max(low, below), min(high, above))
  }

  var isTrue: Bool { low <= high * (1 + 1e-9) }
  /// The length of a value of 1, as near as the observations tell.
  var perUnit: Double { (low + high) / 2 }
}
