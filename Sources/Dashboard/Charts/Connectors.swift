/// Lines in one column that connect the ends of curves with labels that had to move.
struct Connectors {
  /// The directions that a connector leaves each row in.
  private var arms: [Int: UInt8] = [:]
  /// The moves that are drawn.
  private(set) var kept: [(from: Int, to: Int)] = []

  private static let up: UInt8 = 1
  private static let right: UInt8 = 2
  private static let down: UInt8 = 4
  private static let left: UInt8 = 8

  /// Connectors for labels that are more than a row from their curve's end.
  ///
  /// Moves along the same rows share one line, into which all ends of curves lead and from which
  /// all labels branch off. Both have the same order, so the first end belongs to the first label.
  init(_ moves: [(from: Int, to: Int)]) {
    guard moves.contains(where: { abs($0.from - $0.to) > 1 }) else { return }
    var clusters: [(rows: ClosedRange<Int>, moves: [(from: Int, to: Int)])] = []
    let sorted = moves.sorted { (min($0.from, $0.to), $0.to) < (min($1.from, $1.to), $1.to) }
    for move in sorted {
      let rows = min(move.from, move.to)...max(move.from, move.to)
      if let last = clusters.last, last.rows.overlaps(rows) {
        let all = last.rows.lowerBound...max(last.rows.upperBound, rows.upperBound)
        clusters[clusters.count - 1] = (all, last.moves + [move])
      } else {
        clusters.append((rows, [move]))
      }
    }
    for cluster in clusters where cluster.moves.contains(where: { abs($0.from - $0.to) > 1 }) {
      kept += cluster.moves
      for move in cluster.moves { join(move) }
    }
  }

  /// Connectors for moves that are all drawn.
  init(joined moves: [(from: Int, to: Int)]) {
    kept = moves
    for move in moves { join(move) }
  }

  private mutating func join(_ move: (from: Int, to: Int)) {
    guard move.to != move.from else {
      arms[move.from, default: 0] |= Self.left | Self.right
      return
    }
    let goesDown = move.to > move.from
    arms[move.from, default: 0] |= Self.left | (goesDown ? Self.down : Self.up)
    arms[move.to, default: 0] |= Self.right | (goesDown ? Self.up : Self.down)
    let rows = min(move.from, move.to)...max(move.from, move.to)
    for row in rows.dropFirst().dropLast() { arms[row, default: 0] |= Self.up | Self.down }
  }

  /// The characters by row.
  func scalars(_ glyphs: GlyphSet) -> [(row: Int, scalar: Unicode.Scalar)] {
    let table: [Unicode.Scalar] = [
      " ", "╵", "╶", "╰", "╷", "│", "╭", "├", "╴", "╯", "─", "┴", "╮", "┤", "┬", "┼",
    ]
    return arms.sorted { $0.key < $1.key }.map { row, arms in
      (row, glyphs.isASCII ? "|" : table[Int(arms & 15)])
    }
  }
}
