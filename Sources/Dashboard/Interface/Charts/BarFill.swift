/// The cells of a bar, with an end of eighths of a cell.
enum BarFill {
  /// Draws a bar from the left edge of a column, or to the left of it.
  ///
  /// There are no characters filled from the right: a bar to the left ends in
  /// the complement, reversed.
  ///
  /// - Returns: The column after the bar's end; leftwards, its last column.
  static func horizontal(
    _ eighths: Int, leftwards: Bool, isForward: Bool, glyphs: GlyphSet, style: Style,
    on canvas: inout Canvas, at zero: Int, _ row: Int
  ) -> Int {
    guard eighths > 0 else { return zero }
    var (full, part) = (eighths / 8, eighths % 8)
    if glyphs.isASCII { (full, part) = (max(1, (eighths + 4) / 8), 0) }
    let x = leftwards ? zero - full : zero
    let sign = isForward ? glyphs.filling(1) : glyphs.fromLeft(8)
    canvas.fill(Rect(x: x, y: row, width: full, height: 1), sign, style)
    guard part > 0 else { return leftwards ? x : x + full }
    if leftwards {
      canvas.set(x - 1, row, glyphs.fromLeft(8 - part), style.with(.reverse))
      return x - 1
    }
    canvas.set(x + full, row, glyphs.fromLeft(part), style)
    return x + full + 1
  }

  /// Draws a column upwards from the top edge of a row, or downwards from the bottom edge of one.
  ///
  /// - Parameter row: Upwards the lowest row of the column, downwards the highest.
  /// - Returns: The first row beyond the column's end.
  static func vertical(
    _ eighths: Int, downwards: Bool, isForward: Bool, glyphs: GlyphSet, style: Style,
    on canvas: inout Canvas, at x: Int, _ row: Int, width: Int
  ) -> Int {
    guard eighths > 0 else { return row }
    var (full, part) = (eighths / 8, eighths % 8)
    if glyphs.isASCII { (full, part) = (max(1, (eighths + 4) / 8), 0) }
    let step = downwards ? 1 : -1
    let top = downwards ? row : row - full + 1
    let sign = isForward ? glyphs.filling(1) : glyphs.fromBelow(8)
    canvas.fill(Rect(x: x, y: top, width: width, height: full), sign, style)
    let end = row + step * full
    guard part > 0 else { return end }
    let cell = Rect(x: x, y: end, width: width, height: 1)
    if downwards {
      canvas.fill(cell, glyphs.fromBelow(8 - part), style.with(.reverse))
    } else {
      canvas.fill(cell, glyphs.fromBelow(part), style)
    }
    return end + step
  }
}
