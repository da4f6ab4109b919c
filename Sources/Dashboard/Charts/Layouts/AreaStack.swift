/// Series added up over time: values above zero upwards, values below it downwards.
struct AreaStack {
  /// For each series the sums up to and with it.
  private(set) var columns: [ChartNumbers.Column] = []
  /// For each series the sums below it, also at the ends of its curve at the edges.
  private(set) var bases: [[Double]] = []
  /// From the lowest sum to the highest, with zero; nil without any.
  private(set) var range: ClosedRange<Double>?

  /// The sums of the series shown, the first at the bottom.
  ///
  /// A place where a series has a gap between values is a gap for all; before its first and
  /// after its last value a series counts nothing, and it begins and ends upright, since nothing is
  /// known of the time between that value and its neighbour.
  ///
  /// It continues to an edge of the picture if all series with values do.
  init(_ numbers: ChartNumbers, shown: [Int]) {
    let valued = shown.filter { numbers.columns[$0].last != nil }
    let hasEntry = valued.allSatisfy { numbers.columns[$0].entry != nil } && !valued.isEmpty
    let hasExit = valued.allSatisfy { numbers.columns[$0].exit != nil } && !valued.isEmpty
    let sources = numbers.columns.map { column in
      var column = column
      if !hasEntry { column.entry = nil }
      if !hasExit { column.exit = nil }
      return column.withEnds
    }
    var places = Set<Double>()
    for index in shown { places.formUnion(sources[index].x) }
    let sorted = places.sorted()
    let spans = sources.map { column -> ClosedRange<Double>? in
      let known = column.y.indices.filter { !column.y[$0].isNaN }
      guard let first = known.first, let last = known.last else { return nil }
      return column.x[first]...column.x[last]
    }
    var steps = Set(shown.compactMap { spans[$0]?.lowerBound })
    steps.formUnion(shown.compactMap { spans[$0]?.upperBound })
    steps.subtract([sorted.first, sorted.last].compactMap(\.self))
    // Where a series begins or ends there are three places: before, at and after the step.
    let x = sorted.flatMap { steps.contains($0) ? [$0, $0, $0] : [$0] }
    let isBefore = x.indices.map { $0 + 2 < x.count && x[$0 + 2] == x[$0] }
    let isAfter = x.indices.map { $0 > 1 && x[$0 - 2] == x[$0] }
    var above = [Double](repeating: 0, count: x.count)
    var below = above
    var isGap = [Bool](repeating: false, count: x.count)
    columns = numbers.columns
    bases = numbers.columns.map { _ in [] }
    let order = shown.sorted()
    var aligned: [[Double]] = []
    for index in order {
      let column = sources[index]
      var values = [Double](repeating: 0, count: x.count)
      var cursor = 0
      let known = column.y.indices.filter { !column.y[$0].isNaN }
      for (place, position) in x.enumerated() {
        guard let span = spans[index], span.contains(position),
          !isBefore[place] || position > span.lowerBound,
          !isAfter[place] || position < span.upperBound
        else { continue }
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
      columns[index] = column.withoutEnds(hasEntry, hasExit)
      bases[index] = base
    }
    if let low = below.min(), let high = above.max(), isGap.contains(false) { range = low...high }
  }

  /// The sum below a value of a series, by its place among the values.
  func base(of series: Int, at place: Int) -> Double {
    bases[series][place + (columns[series].entry == nil ? 0 : 1)]
  }

  /// How a stack treats missing values, in sentences; empty if nothing is missing.
  static func notes(_ numbers: ChartNumbers, _ shown: [Int], _ names: [String]) -> [String] {
    let known = shown.sorted().map { index in
      let column = numbers.columns[index]
      return (
        name: names[index], x: column.x.indices.filter { !column.y[$0].isNaN }.map { column.x[$0] }
      )
    }
    .filter { !$0.x.isEmpty }
    let places = Set(shown.flatMap { numbers.columns[$0].x }).sorted()
    guard let first = places.first, let last = places.last else { return [] }
    let partial = known.filter { $0.x[0] > first || $0.x[$0.x.count - 1] < last }.map(\.name)
    let hasGap = known.contains { line in
      let range = line.x[0]...line.x[line.x.count - 1]
      return Set(line.x).count < places.count(where: range.contains)
    }
    return [
      partial.isEmpty
        ? nil : "Nothing before or after its values: \(partial.joined(separator: ", ")).",
      hasGap ? "There is no sum where a value is missing between others." : nil,
    ].compactMap(\.self)
  }
}

extension ChartNumbers.Column {
  /// The values without those at the edges, which become the ends of the curve.
  fileprivate func withoutEnds(_ hasEntry: Bool, _ hasExit: Bool) -> Self {
    var column = self
    func end(_ place: Int) -> End { End(x: x[place], y: y[place], isForward: false) }
    if hasExit {
      column.exit = end(x.count - 1)
      column.x.removeLast()
      column.y.removeLast()
      column.flags.removeLast()
    }
    if hasEntry {
      column.entry = end(0)
      column.x.removeFirst()
      column.y.removeFirst()
      column.flags.removeFirst()
    }
    return column
  }
}
