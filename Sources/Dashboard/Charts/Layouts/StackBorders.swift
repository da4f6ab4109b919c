/// The places where the parts of a bar end.
///
/// Two fillings cannot share a cell, so the parts meet between cells. Each border is within half a
/// cell of the sum up to it, and moves farther only if a part of less than a cell takes a whole
/// one. The end of the last part is exact to an eighth of a cell.
enum StackBorders {
  /// The cell after the last of each part; a part of zero ends where the previous one does.
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
  /// The last of several parts also takes at least a cell. If that would make the sum too long,
  /// the parts below it end a cell earlier, provided that their error is then smaller than the
  /// sum's would be.
  ///
  /// - Parameters:
  ///   - perUnit: Eighths of a cell for a part of 1.
  ///   - limit: The number of cells available.
  ///   - isWhole: Whether only whole cells can be drawn.
  static func eighths(
    _ parts: [Double], perUnit: Double, limit: Int, isWhole: Bool
  ) -> [Int] {
    var lengths = parts.map { _ in 0 }
    let sum = parts.reduce(0, +)
    guard sum > 0, sum.isFinite, limit > 0, let last = parts.lastIndex(where: { $0 > 0 }) else {
      return lengths
    }
    let exact = sum * perUnit / 8
    let total = isWhole ? exact.rounded() : (sum * perUnit).rounded() / 8
    let others = Array(parts[..<last])
    let count = others.count { $0 > 0 }
    var border = 0
    if count > 0 {
      let below = others.reduce(0, +) * perUnit / 8
      func error(_ border: Int) -> Double {
        max((Double(border) - below).magnitude, Double(border) + 1 - exact)
      }
      let nearest = ChartMath.whole(below.rounded())
      let wanted = error(nearest - 1) < error(nearest) ? nearest - 1 : nearest
      let end = max(0, min(max(wanted, count), limit - 1))
      let cells = cells(others, perUnit: perUnit / 8, end: end)
      for (index, cell) in cells.enumerated() {
        lengths[index] = (cell - (index > 0 ? cells[index - 1] : 0)) * 8
      }
      border = cells.last ?? 0
    }
    let least = count > 0 || isWhole ? border * 8 + 8 : 1
    let length = min(max(ChartMath.whole(total * 8), least), limit * 8)
    lengths[last] = max(0, length - border * 8)
    return lengths
  }
}
