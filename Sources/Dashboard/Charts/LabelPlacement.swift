/// Places labels so that they do not cover each other.
package enum LabelPlacement {
  /// Rows for labels of one row each, as near as possible to the rows that they want.
  ///
  /// Labels that would overlap form a group around the mean of their wishes
  /// (pool adjacent violators), kept inside the rows.
  ///
  /// - Parameter wishes: The rows that the labels want, the most important label first.
  /// - Returns: A row for each label; nil for labels without room.
  package static func rows(_ wishes: [Int], count: Int) -> [Int?] {
    rows(wishes, heights: Array(repeating: 1, count: wishes.count), count: count)
  }

  /// Rows for labels of several rows each; the first label gets the row that it wants.
  ///
  /// - Parameters:
  ///   - wishes: The rows that the labels want, the most important label first.
  ///   - heights: The rows of each label.
  ///   - ties: What decides between labels that want the same row, the least above; without it, or
  ///     if it is equal, their order decides.
  /// - Returns: The first row of each label; nil for those that find no room.
  package static func rows(
    _ wishes: [Int], heights: [Int], count: Int, ties: [Double] = []
  ) -> [Int?] {
    var placed = [Int?](repeating: nil, count: wishes.count)
    var kept: [Int] = []
    var used = 0
    for label in wishes.indices where used + heights[label] <= count {
      kept.append(label)
      used += heights[label]
    }
    func tie(_ label: Int) -> Double {
      ties.indices.contains(label) && !ties[label].isNaN ? ties[label] : 0
    }
    kept.sort { (wishes[$0], tie($0), $0) < (wishes[$1], tie($1), $1) }
    // The wanted rows less the rows of the labels above; the labels of a group share their mean.
    var groups: [(sum: Int, size: Int)] = []
    var above = 0
    for label in kept {
      groups.append((min(max(wishes[label], 0), count - 1) - above, 1))
      above += heights[label]
      while groups.count > 1 {
        let (last, before) = (groups[groups.count - 1], groups[groups.count - 2])
        guard last.sum * before.size < before.sum * last.size else { break }
        groups.removeLast(2)
        groups.append((before.sum + last.sum, before.size + last.size))
      }
    }
    var index = 0
    var row = 0
    for group in groups {
      let mean = (Double(group.sum) / Double(group.size)).rounded()
      let base = min(max(ChartMath.whole(mean), 0), count - used)
      for _ in 0..<group.size {
        placed[kept[index]] = base + row
        row += heights[kept[index]]
        index += 1
      }
    }
    return placed
  }

  /// Lanes for labels that each have their own column.
  ///
  /// A label starts at its column, or ends there if the right edge is near;
  /// labels in a lane keep two columns between them, so that they do not read as one, and no label
  /// lies on another label's column below it.
  ///
  /// - Parameters:
  ///   - labels: Columns and widths, the most important label first.
  ///   - occupied: The columns of lane 0 that are taken.
  /// - Returns: For each label its lane (0 is next to the plot) and first column; nil if there is
  ///   no room.
  package static func lanes(
    _ labels: [(column: Int, width: Int)], lanes: Int, columns: Int,
    occupied: [Range<Int>] = []
  ) -> [(lane: Int, start: Int)?] {
    // From the right, each label can be one lane higher than those that it reaches over.
    let fromRight = labels.indices.sorted { (-labels[$0].column, $0) < (-labels[$1].column, $1) }
    // A long label may block several others.
    let longest = labels.indices.max { labels[$0].width < labels[$1].width }
    let orders = [
      Array(labels.indices), fromRight,
      labels.indices.sorted { (labels[$0].width, $0) < (labels[$1].width, $1) },
      fromRight.filter { $0 != longest },
    ]
    var best: [(lane: Int, start: Int)?] = []
    var most = -1
    for (order, turns) in orders.map({ ($0, true) }) + orders.map({ ($0, false) }) {
      let places = placed(labels, order, turns, lanes, columns, occupied)
      // Two less important labels count more than one important one.
      let worth = places.indices.reduce(0) {
        places[$1] == nil ? $0 : $0 + 2 * labels.count - $1
      }
      if worth > most { (best, most) = (places, worth) }
      if !places.contains(where: { $0 == nil }) { break }
    }
    return best
  }

  /// Places labels in an order, each in the lowest lane that has room.
  ///
  /// - Parameter turns: Whether a label ends at its column rather than move a lane higher.
  private static func placed(
    _ labels: [(column: Int, width: Int)], _ order: [Int], _ turns: Bool, _ lanes: Int,
    _ columns: Int, _ occupied: [Range<Int>]
  ) -> [(lane: Int, start: Int)?] {
    var taken: [[ClosedRange<Int>]] = Array(repeating: [], count: max(0, lanes))
    // The lines that run down from labels of higher lanes.
    var lines: [[Int]] = Array(repeating: [], count: taken.count)
    if lanes > 0 {
      taken[0] = occupied.filter { !$0.isEmpty }.map { $0.lowerBound...($0.upperBound - 1) }
    }
    var places = [(lane: Int, start: Int)?](repeating: nil, count: labels.count)
    search: for index in order {
      let label = labels[index]
      guard label.width > 0, label.width <= columns else { continue }
      let starts = [label.column, label.column - label.width + 1].filter {
        $0 >= 0 && $0 + label.width <= columns
      }
      let candidates =
        turns
        ? taken.indices.flatMap { lane in starts.map { (lane, $0) } }
        : starts.flatMap { start in taken.indices.map { ($0, start) } }
      for (lane, start) in candidates {
        let range = (start - 1)...(start + label.width)
        // The mark's line runs from its label down to the plot.
        let crossed = taken[..<lane].contains { $0.contains { $0.contains(label.column) } }
        let touches = taken[lane].contains {
          $0.overlaps(range.lowerBound - 1...range.upperBound + 1)
        }
        if touches || crossed || lines[lane].contains(where: range.contains) { continue }
        taken[lane].append(start...(start + label.width - 1))
        for below in 0..<lane { lines[below].append(label.column) }
        places[index] = (lane, start)
        continue search
      }
    }
    return places
  }
}
