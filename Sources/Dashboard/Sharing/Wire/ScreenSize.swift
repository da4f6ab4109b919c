/// The size of a follower's terminal in cells.
package struct ScreenSize: Hashable, Sendable, Comparable, CustomStringConvertible {
  package let columns: Int
  package let rows: Int

  /// The largest width and height; larger sizes count as this.
  package static let limit = 10_000

  /// A size; either side is at least 1 and at most `limit`.
  package init(columns: Int, rows: Int) {
    self.columns = min(max(columns, 1), Self.limit)
    self.rows = min(max(rows, 1), Self.limit)
  }

  /// Reads `80x24`; nil for anything else.
  init?(_ field: ArraySlice<UInt8>) {
    let parts = field.split(separator: UInt8(ascii: "x"), omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = WireText.number(parts[0]),
      let rows = WireText.number(parts[1]), (1...Self.limit).contains(columns),
      (1...Self.limit).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }

  package var description: String { "\(columns)x\(rows)" }

  /// The smaller one, by cells, comes first.
  package static func < (one: ScreenSize, other: ScreenSize) -> Bool {
    (one.columns * one.rows, one.columns) < (other.columns * other.rows, other.columns)
  }
}
