/// Series added up over time: values above zero upwards, values below it downwards.
struct AreaStack {
  /// For each series the sums up to and with it.
  private(set) var columns: [ChartNumbers.Column] = []
  /// For each series the sums below it.
  private(set) var bases: [[Double]] = []
  /// From the lowest sum to the highest, with zero; nil without any.
  private(set) var range: ClosedRange<Double>?

  /// The sums of the series shown, the first at the bottom.
  ///
  /// A place where a series has a gap between values is a gap for all; before its first and
  /// after its last value a series counts nothing.
  init(_ numbers: ChartNumbers, shown: [Int]) {
    var places = Set<Double>()
    for index in shown { places.formUnion(numbers.columns[index].x) }
    let x = places.sorted()
    var above = [Double](repeating: 0, count: x.count)
    var below = above
    var isGap = [Bool](repeating: false, count: x.count)
    columns = numbers.columns
    bases = numbers.columns.map { _ in [] }
    let order = shown.sorted()
    var aligned: [[Double]] = []
    for index in order {
      let column = numbers.columns[index]
      var values = [Double](repeating: 0, count: x.count)
      var cursor = 0
      let known = column.y.indices.filter { !column.y[$0].isNaN }
      let (first, last) = (known.first.map { column.x[$0] }, known.last.map { column.x[$0] })
      for (place, position) in x.enumerated() {
        guard let first, let last, position >= first, position <= last else { continue }
        while cursor < known.count, column.x[known[cursor]] < position { cursor += 1 }
        if cursor < known.count, column.x[known[cursor]] == position {
          values[place] = column.y[known[cursor]]
        } else {
          isGap[place] = true
        }
      }
      aligned.append(values)
    }
    for (index, values) in zip(order, aligned) {
      var column = ChartNumbers.Column(
        x: x, y: values, flags: Array(repeating: [], count: x.count))
      var base = values
      for place in x.indices {
        if isGap[place] {
          column.y[place] = .nan
          continue
        }
        let value = values[place]
        base[place] = value < 0 ? below[place] : above[place]
        column.y[place] = base[place] + value
        if value < 0 { below[place] += value } else { above[place] += value }
      }
      columns[index] = column
      bases[index] = base
    }
    if let low = below.min(), let high = above.max(), isGap.contains(false) { range = low...high }
  }
}
