extension Ticks {
  /// One way to label an axis: a step, the rows it takes, and where it starts.
  struct Candidate {
    var range: ClosedRange<Double>
    var step: Double
    /// The rows of a step.
    var stride: Int
    /// The index of the step at or below the lowest value.
    var first: Int
    /// The row of that step, counted from the bottom; it may lie below the first row.
    var row: Int
    var total = -Double.infinity

    /// The value at the lower edge of the lowest row.
    var origin: Double { Double(first) * step - (Double(row) + 0.5) * step / Double(stride) }

    /// Every start at which the range fits into the rows.
    static func all(
      _ range: ClosedRange<Double>, step: Double, stride: Int, rows: Int
    ) -> [Candidate] {
      let place = (range.lowerBound / step + 1e-9).rounded(.down)
      guard abs(place) < 1e15 else { return [] }
      let perRow = step / Double(stride)
      let above = max(0, (range.lowerBound - place * step) / perRow)
      let height = (range.upperBound - range.lowerBound) / perRow
      let lowest = Int((-0.5 - above).rounded(.up))
      let highest = Int((Double(rows) - 0.5 - above - height + 1e-9).rounded(.down))
      guard lowest <= highest else { return [] }
      return (lowest...min(highest, lowest + stride)).map {
        Candidate(range: range, step: step, stride: stride, first: Int(place), row: $0)
      }
    }

    func ticks(_ rows: Int) -> [Tick] {
      var index = row >= 0 ? 0 : (-row + stride - 1) / stride
      var ticks: [Tick] = []
      while row + index * stride < rows {
        ticks.append(
          Tick(value: Double(first + index) * step, row: rows - 1 - row - index * stride))
        index += 1
      }
      // A step below the lowest that would still be seen.
      var below = -1
      while row + below * stride >= 0 {
        ticks.insert(
          Tick(value: Double(first + below) * step, row: rows - 1 - row - below * stride), at: 0)
        below -= 1
      }
      return ticks
    }

    func score(_ simplicity: Double, rows: Int) -> Double {
      let count = ticks(rows).count
      let perRow = step / Double(stride)
      let used = (range.upperBound - range.lowerBound) / perRow
      let coverage = used / Double(rows)
      let wanted = Double(min(max(rows * 2 / 7, rows >= 5 ? 3 : 2), 8))
      let density = 1 - min(1, abs(Double(count) - wanted) / wanted)
      let tooFew = count < (rows >= 8 ? 3 : min(2, rows)) ? 1.0 : 0
      // Two labels in neighbouring rows read as one block of digits.
      let crowded = stride == 1 && rows > 3 ? 0.4 : 0
      return 0.25 * simplicity + 0.6 * coverage + 0.4 * density - tooFew - crowded
    }
  }
}
