/// A number of columns and rows.
package struct Size: Hashable, Sendable, CustomStringConvertible {
  /// Columns, 0 or more.
  package var width: Int
  /// Rows, 0 or more.
  package var height: Int

  /// A size; negative numbers count as 0.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// The size as on the command line: `80x24`.
  package var description: String { "\(width)x\(height)" }
}

/// A cell's place: column and row, counted from 0 at the top left.
package struct Point: Hashable, Sendable {
  /// The column.
  package var x: Int
  /// The row.
  package var y: Int

  /// The cell in a column and a row.
  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  /// The leftmost column.
  package var x: Int
  /// The topmost row.
  package var y: Int
  /// Columns, 0 or more.
  package var width: Int
  /// Rows, 0 or more.
  package var height: Int

  /// A rectangle; a negative width or height counts as 0.
  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  /// A rectangle of a size at the top left.
  package init(_ size: Size) { self.init(x: 0, y: 0, width: size.width, height: size.height) }

  /// The first column right of it.
  package var right: Int { x + width }
  /// The first row below it.
  package var bottom: Int { y + height }
  /// Its columns and rows.
  package var size: Size { Size(width: width, height: height) }
  /// Whether it holds no cell.
  package var isEmpty: Bool { width == 0 || height == 0 }

  /// Whether it holds a cell.
  package func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < right && point.y >= y && point.y < bottom
  }

  /// The cells that both rectangles hold.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(
      x: left, y: top, width: min(right, other.right) - left,
      height: min(bottom, other.bottom) - top)
  }

  /// The rectangle without a margin of columns and rows on each side.
  package func inset(columns: Int, rows: Int) -> Rect {
    Rect(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// Two rectangles side by side, the left one of the given width with a gap between them.
  package func splitColumns(left: Int, gap: Int = 0) -> (left: Rect, right: Rect) {
    let first = min(max(0, left), width)
    let start = min(width, first + gap)
    return (
      Rect(x: x, y: y, width: first, height: height),
      Rect(x: x + start, y: y, width: width - start, height: height)
    )
  }

  /// Two rectangles one above the other, the upper one of the given height.
  package func splitRows(top: Int) -> (top: Rect, bottom: Rect) {
    let first = min(max(0, top), height)
    return (
      Rect(x: x, y: y, width: width, height: first),
      Rect(x: x, y: y + first, width: width, height: height - first)
    )
  }
}
