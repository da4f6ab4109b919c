internal import Model

/// A histogram in words and rows: its ranges, and how many values are in each.
extension Chart {
  /// The most ranges that are listed.
  private static let mostRanges = 40

  /// A heading, and a row for each range with its count.
  var spreadRows: [[String]] {
    [["From", "To", "Values"]]
      + ranges.map { [$0.from, $0.to, DecimalText.text(Double($0.count), decimals: 0)] }
  }

  /// How many values there are, their range, and where most of them are; nil without values.
  var spreadSummary: String? {
    let known = series.indices.flatMap { self.known($0).compactMap(\.value) }
    guard let low = known.min(), let high = known.max() else { return nil }
    let format = ValueFormat(unit)
    let count = DecimalText.text(Double(known.count), decimals: 0)
    let ends = [low, high].map { format.text($0, decimals: decimals) }
    guard known.count > 1 else { return "1 value, \(ends[0])" }
    var text = "\(count) values from \(ends[0]) to \(ends[1])"
    if let most = ranges.max(by: { $0.count < $1.count }), ranges.count > 1 {
      text += "; the most, \(most.count), from \(most.from) to \(most.to)"
    }
    return text
  }

  private var ranges: [(from: String, to: String, count: Int)] {
    let values = series.indices.flatMap { self.known($0).compactMap(\.value) }
    let (first, step, counts) = HistogramLayout.bins(values, most: Self.mostRanges)
    let format = ValueFormat(unit)
    let decimals = ChartMath.decimals(of: step)
    return counts.enumerated().map { index, count in
      let edges = [index, index + 1].map {
        format.text(first + Double($0) * step, decimals: decimals)
      }
      return (edges[0], edges[1], count)
    }
  }
}
