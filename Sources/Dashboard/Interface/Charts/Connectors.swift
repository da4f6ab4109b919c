/// Lines in one column from the rows where curves end to the labels that had to move.
struct Connectors {
  /// The directions that a connector leaves each row in.
  private var arms: [Int: UInt8] = [:]
  /// The moves that are drawn.
  private(set) var kept: [(from: Int, to: Int)] = []

  private static let up: UInt8 = 1
  private static let right: UInt8 = 2
  private static let down: UInt8 = 4
  private static let left: UInt8 = 8

  /// Connectors for labels that stand more than a row from where they want to.
  ///
  /// Where two would run along the same rows from different ends, neither tells
  /// which is which, so the later is left out.
  init(_ moves: [(from: Int, to: Int)]) {
    guard moves.contains(where: { abs($0.from - $0.to) > 1 }) else { return }
    var drawn: [(from: Int, to: Int)] = []
    for move in moves where abs(move.from - move.to) > 1 {
      let rows = min(move.from, move.to)...max(move.from, move.to)
      let isFree = drawn.allSatisfy {
        $0.from == move.from || !rows.overlaps(min($0.from, $0.to)...max($0.from, $0.to))
      }
      // Labels that did not move need their own row's column clear.
      let isClear = moves.allSatisfy {
        $0 == move || abs($0.from - $0.to) > 1 || !rows.contains($0.from) || $0.from == move.from
      }
      guard isFree, isClear else { continue }
      drawn.append(move)
      kept.append(move)
      join(move)
    }
  }

  /// Connectors for moves that are all drawn.
  init(joined moves: [(from: Int, to: Int)]) {
    kept = moves
    for move in moves { join(move) }
  }

  private mutating func join(_ move: (from: Int, to: Int)) {
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
