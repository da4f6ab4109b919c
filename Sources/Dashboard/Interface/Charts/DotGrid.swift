/// A grid of dots, several in each cell, with the strokes drawn on it.
///
/// Dots are counted from the top left. Whatever lies outside is dropped.
public struct DotGrid: Sendable {
  /// The cells across.
  public let columns: Int
  /// The cells down.
  public let rows: Int
  /// How dots share a cell.
  public let glyphs: GlyphSet
  /// Each cell's pattern, row by row.
  public private(set) var patterns: [UInt8]

  /// An empty grid.
  public init(columns: Int, rows: Int, glyphs: GlyphSet) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    self.glyphs = glyphs
    patterns = Array(repeating: 0, count: self.columns * self.rows)
  }

  /// The dots across.
  public var width: Int { columns * glyphs.across }
  /// The dots down.
  public var height: Int { rows * glyphs.down }

  /// Whether a dot is set.
  public subscript(x: Int, y: Int) -> Bool {
    guard x >= 0, y >= 0, x < width, y < height else { return false }
    let cell = y / glyphs.down * columns + x / glyphs.across
    return patterns[cell] & bit(x, y) != 0
  }

  /// Sets a dot.
  public mutating func set(_ x: Int, _ y: Int) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    patterns[y / glyphs.down * columns + x / glyphs.across] |= bit(x, y)
  }

  private func bit(_ x: Int, _ y: Int) -> UInt8 {
    1 << UInt8(y % glyphs.down * glyphs.across + x % glyphs.across)
  }

  /// Draws a stroke between two dots of the grid, both ends included (Bresenham).
  ///
  /// - Parameter stroke: The dashes; its phase runs on, so that dashes keep
  ///   their length from one segment of a line to the next.
  public mutating func line(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), _ stroke: inout Stroke
  ) {
    var (x, y) = start
    let (dx, dy) = (abs(end.x - start.x), -abs(end.y - start.y))
    let (stepX, stepY) = (start.x < end.x ? 1 : -1, start.y < end.y ? 1 : -1)
    var error = dx + dy
    while true {
      if stroke.next() { set(x, y) }
      if x == end.x, y == end.y { return }
      let twice = 2 * error
      if twice >= dy {
        error += dy
        x += stepX
      }
      if twice <= dx {
        error += dx
        y += stepY
      }
    }
  }
}
