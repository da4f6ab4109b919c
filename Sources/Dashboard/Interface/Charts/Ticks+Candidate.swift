extension Ticks {
  /// One way to label an axis: a step, the rows it takes, and where it starts.
  struct Candidate {
    var range: ClosedRange<Double>
    var step: Double
    /// The rows of a step.
    var stride: Int
    /// The index of the step at or below the lowest value.
    var first: Int
    /// The row of that step, counted from the bottom; it may be below the first row.
    var row: Int
    var total = -Double.infinity

    /// The value at the lower edge of the lowest row.
    func origin(_ rows: Int) -> Double {
      Double(first) * step - (Double(row) + 0.5 + shift(rows)) * step / Double(stride)
    }

    /// How far labels may be from the middle of their rows, in rows.
    private static let mostShift = 0.45

    /// Every start at which the range fits into the rows, with a shift if necessary.
    static func starts(
      _ range: ClosedRange<Double>, step: Double, stride: Int, rows: Int
    ) -> (first: Int, rows: ClosedRange<Int>)? {
      let place = (range.lowerBound / step + 1e-9).rounded(.down)
      guard abs(place) < 1e15 else { return nil }
      let perRow = step / Double(stride)
      let above = max(0, (range.lowerBound - place * step) / perRow)
      let height = (range.upperBound - range.lowerBound) / perRow
      let lowest = ChartMath.whole((-0.5 - mostShift - above).rounded(.up))
      let highest = ChartMath.whole(
        (Double(rows) - 0.5 + mostShift - above - height + 1e-9).rounded(.down))
      guard lowest <= highest else { return nil }
      return (Int(place), lowest...min(highest, lowest + stride))
    }

    /// The indices of the first and the last labelled step, from `first`.
    private func ends(_ rows: Int) -> (Int, Int) {
      func floored(_ number: Int) -> Int {
        number >= 0 ? number / stride : -((stride - 1 - number) / stride)
      }
      return (-floored(row), floored(rows - 1 - row))
    }

    func ticks(_ rows: Int) -> [Tick] {
      let (lowest, highest) = ends(rows)
      guard lowest <= highest else { return [] }
      return (lowest...highest).map {
        Tick(value: Double(first + $0) * step, row: rows - 1 - row - $0 * stride)
      }
    }

    /// The empty space below and above the values, in rows, with labels in the middle of rows.
    private func empty(_ rows: Int) -> (below: Double, above: Double) {
      let perRow = step / Double(stride)
      let below = Double(row) + 0.5 + (range.lowerBound - Double(first) * step) / perRow
      return (below, Double(rows) - below - (range.upperBound - range.lowerBound) / perRow)
    }

    /// How far labels are above the middle of their rows, so that the values fit and both ends come
    /// near a quarter step; never so far that they leave the row.
    private func shift(_ rows: Int) -> Double {
      let (below, above) = empty(rows)
      let all = below + above
      let quarter = Double(stride) / 4
      // A tiny margin prevents rounding from putting the ends outside.
      let hair = min(1e-6, all / 2)
      let (least, most) = (max(hair, all - quarter), min(all - hair, quarter))
      let wanted = least <= most ? min(max(below, least), most) : min(max(below, most), least)
      return min(max(wanted - below, -Self.mostShift), Self.mostShift)
    }

    /// Whether all values lie within the rows.
    func fits(_ rows: Int) -> Bool {
      let (below, above) = empty(rows)
      let shift = shift(rows)
      return below + shift >= 0 && above - shift >= 0
    }

    /// The empty space beyond a quarter step, below and above the values together, in steps.
    func excess(_ rows: Int) -> Double {
      let (below, above) = empty(rows)
      let shift = shift(rows)
      let quarter = Double(stride) / 4
      return (max(0, below + shift - quarter) + max(0, above - shift - quarter)) / Double(stride)
    }

    func score(_ simplicity: Double, rows: Int) -> Double {
      let (lowest, highest) = ends(rows)
      let count = max(0, highest - lowest + 1)
      let perRow = step / Double(stride)
      let used = (range.upperBound - range.lowerBound) / perRow
      let coverage = used / Double(rows)
      let wanted = Double(min(max(rows * 2 / 7, rows >= 5 ? 3 : 2), 8))
      let density = 1 - min(1, abs(Double(count) - wanted) / wanted)
      let tooFew = count < (rows >= 8 ? 3 : min(2, rows)) ? 3.0 : 0
      // Two labels in adjacent rows look like one block of digits.
      let crowded = stride == 1 && rows > 3 ? 0.8 : 0
      let empty = excess(rows)
      let shifted = abs(shift(rows)) > 1e-5 ? 0.1 : 0
      return 0.25 * simplicity + 0.6 * coverage + 0.4 * density - tooFew - crowded - shifted
        - (empty > 1e-9 ? 0.5 + min(1, empty) : 0)
    }
  }
}
