/// Labels kept from covering each other.
public enum LabelPlacement {
  /// Rows for labels of one row each, as near as can be to where they want to stand.
  ///
  /// Labels that would overlap form a group around the mean of their wishes
  /// (pool adjacent violators), kept inside the rows.
  ///
  /// - Parameter wishes: The rows wanted, the most important label first.
  /// - Returns: A row for each label; nil for those that find no room.
  public static func rows(_ wishes: [Int], count: Int) -> [Int?] {
    var placed = [Int?](repeating: nil, count: wishes.count)
    let kept = min(max(0, count), wishes.count)
    guard kept > 0 else { return placed }
    let order = (0..<kept).sorted { (wishes[$0], $0) < (wishes[$1], $1) }
    var groups: [(sum: Int, size: Int)] = []
    for (index, label) in order.enumerated() {
      groups.append((min(max(wishes[label], 0), count - 1) - index, 1))
      while groups.count > 1 {
        let (last, before) = (groups[groups.count - 1], groups[groups.count - 2])
        guard last.sum * before.size < before.sum * last.size else { break }
        groups.removeLast(2)
        groups.append((before.sum + last.sum, before.size + last.size))
      }
    }
    var index = 0
    for group in groups {
      let mean = (Double(group.sum) / Double(group.size)).rounded()
      let base = min(max(Int(mean), 0), count - kept)
      for _ in 0..<group.size {
        placed[order[index]] = base + index
        index += 1
      }
    }
    return placed
  }

  /// Lanes for labels that stand in a row each at its own column.
  ///
  /// A label starts at its column, or ends there where the right edge is near;
  /// labels in a lane keep a column between them, and no label lies on another
  /// label's column below it.
  ///
  /// - Parameter labels: Columns and widths, the most important label first.
  /// - Returns: For each label its lane (0 is next to the plot) and first
  ///   column; nil where there is no room.
  public static func lanes(
    _ labels: [(column: Int, width: Int)], lanes: Int, columns: Int
  ) -> [(lane: Int, start: Int)?] {
    var taken: [[ClosedRange<Int>]] = Array(repeating: [], count: max(0, lanes))
    return labels.map { label in
      guard label.width > 0, label.width <= columns else { return nil }
      for lane in taken.indices {
        for start in [label.column, label.column - label.width + 1]
        where start >= 0 && start + label.width <= columns {
          let range = (start - 1)...(start + label.width)
          // The mark's line runs from its label down to the plot.
          let crossed = taken[..<lane].contains { $0.contains { $0.contains(label.column) } }
          let covers = taken[lane].contains { $0.overlaps(range) }
          if covers || crossed { continue }
          taken[lane].append(start...(start + label.width - 1))
          for below in taken[..<lane].indices {
            taken[below].append(label.column...label.column)
          }
          return (lane, start)
        }
      }
      return nil
    }
  }
}
