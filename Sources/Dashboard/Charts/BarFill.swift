import Canvas

/// The cells of a bar, with an end of eighths of a cell.
enum BarFill {
  /// Draws a bar.
  ///
  /// There are no characters filled from the right or from above, so a bar in that direction ends
  /// in the complement, reversed. A hatched bar is at least a cell long and ends in a solid rim of
  /// eighths. In ASCII bars are whole cells, at least one.
  package static func draw(
    _ bar: ChartScene.Bar, _ glyphs: GlyphSet, on canvas: inout Canvas, _ origin: Point
  ) {
    let isAcross = bar.direction == .right || bar.direction == .left
    let eighths = isAcross ? bar.width : bar.height
    guard eighths > 0 else { return }
    var (full, part) = (eighths / 8, eighths % 8)
    if glyphs.isASCII { (full, part) = (max(1, (eighths + 4) / 8), 0) }
    if GlyphSet.isHatched(bar.filling), full == 0 { (full, part) = (1, 0) }
    let sign = glyphs.filling(bar.isForward ? max(1, bar.filling) : bar.filling)
    let (left, top) = (origin.x + bar.x / 8, origin.y + bar.y / 8)
    let right = origin.x + (bar.x + bar.width) / 8
    let bottom = origin.y + (bar.y + bar.height) / 8
    let (columns, rows) = (bar.width / 8, bar.height / 8)
    let reverse = bar.style.with(.reverse)
    var body: Rect
    var end: Rect
    var scalar: Unicode.Scalar
    switch bar.direction {
    case .right:
      body = Rect(x: left, y: top, width: full, height: rows)
      end = Rect(x: left + full, y: top, width: 1, height: rows)
      scalar = glyphs.fromLeft(part)
    case .left:
      body = Rect(x: right - full, y: top, width: full, height: rows)
      end = Rect(x: right - full - 1, y: top, width: 1, height: rows)
      scalar = glyphs.fromLeft(8 - part)
    case .up:
      body = Rect(x: left, y: bottom - full, width: columns, height: full)
      end = Rect(x: left, y: bottom - full - 1, width: columns, height: 1)
      scalar = glyphs.fromBelow(part)
    case .down:
      body = Rect(x: left, y: top, width: columns, height: full)
      end = Rect(x: left, y: top + full, width: columns, height: 1)
      scalar = glyphs.fromBelow(8 - part)
    }
    canvas.fill(body, sign, bar.style)
    guard part > 0 else { return }
    let isComplement = bar.direction == .left || bar.direction == .down
    canvas.fill(end, scalar, isComplement ? reverse : bar.style)
  }

  /// The cells that a length of eighths reaches into, which no text may take.
  static func cells(_ eighths: Int) -> Int { (max(0, eighths) + 7) / 8 }

  /// The eighths of a length; at least one unless it is zero.
  ///
  /// - Parameters:
  ///   - isWhole: Whether only whole cells can be drawn.
  ///   - filling: What the bar is filled with; a hatched one is at least a cell.
  static func eighths(
    _ value: Double, _ perUnit: Double, isWhole: Bool, filling: Int = 0
  ) -> Int {
    guard value != 0 else { return 0 }
    let exact = value.magnitude * perUnit
    return isWhole
      ? max(1, ChartMath.whole((exact / 8).rounded())) * 8
      : max(GlyphSet.isHatched(filling) ? 8 : 1, ChartMath.whole(exact.rounded()))
  }
}
