/// Where the parts of a bar end.
///
/// Two fillings cannot share a cell, so the parts meet between cells: each
/// border stands within half a cell of the sum up to it, and moves farther only
/// where a part of less than a cell takes a whole one. The end of the last part
/// is exact to an eighth of a cell.
enum StackBorders {
  /// The cell after the last of each part; a part of zero ends where the one before it does.
  ///
  /// - Parameters:
  ///   - parts: What the bar is made of, none below zero.
  ///   - perUnit: Cells for a part of 1.
  ///   - end: The cells that are filled altogether.
  static func cells(_ parts: [Double], perUnit: Double, end: Int) -> [Int] {
    let present = parts.indices.filter { parts[$0] > 0 }
    var borders: [Int] = []
    var sum = 0.0
    for index in present {
      sum += parts[index]
      borders.append(
        max((borders.last ?? 0) + 1, ChartMath.whole((sum * perUnit).rounded())))
    }
    var limit = end
    for index in borders.indices.reversed() {
      borders[index] = max(0, index == borders.count - 1 ? end : min(borders[index], limit))
      limit = borders[index] - 1
    }
    var all: [Int] = []
    var next = 0
    for part in parts {
      if part > 0 { next += 1 }
      all.append(next > 0 ? borders[next - 1] : 0)
    }
    return all
  }

  /// The lengths of the parts in eighths of a cell.
  ///
  /// - Parameters:
  ///   - perUnit: Eighths of a cell for a part of 1.
  ///   - limit: The cells that there are.
  ///   - isWhole: Whether only whole cells can be drawn.
  static func eighths(
    _ parts: [Double], perUnit: Double, limit: Int, isWhole: Bool
  ) -> [Int] {
    let sum = parts.reduce(0, +)
    guard sum > 0, sum.isFinite, limit > 0 else { return parts.map { _ in 0 } }
    let count = parts.count { $0 > 0 }
    let exact = isWhole ? (sum * perUnit / 8).rounded() * 8 : (sum * perUnit).rounded()
    let total = min(max(ChartMath.whole(exact), count * 8), limit * 8)
    let cells = cells(parts, perUnit: perUnit / 8, end: total / 8)
    guard let last = parts.lastIndex(where: { $0 > 0 }) else { return parts.map { _ in 0 } }
    var before = 0
    return cells.enumerated().map { index, border in
      defer { before = border }
      return (border - before) * 8 + (index == last ? total % 8 : 0)
    }
  }
}
