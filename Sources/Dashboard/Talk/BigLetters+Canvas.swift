import Canvas
import Charts

extension BigLetters {
  /// Draws the letters with their top left at a cell.
  package func draw(on canvas: inout Canvas, at x: Int, _ y: Int, _ style: Style) {
    var row = y
    for line in lines {
      let dots = line.rows(scale)
      for top in stride(from: dots.lowerBound, to: dots.upperBound, by: scale.down) {
        for placed in line.letters {
          draw(placed.letter, placed.x, top, on: &canvas, at: x, row, style)
        }
        row += 1
      }
      row += 1
    }
  }

  /// Draws the part of a letter in one row of cells.
  private func draw(
    _ letter: BigFace.Letter, _ left: Int, _ top: Int, on canvas: inout Canvas, at x: Int,
    _ y: Int, _ style: Style
  ) {
    let first = scale == .quarter ? left / 2 : scale.columns(left)
    let last = scale.columns(left + letter.width)
    for column in first..<max(first, last) {
      var pattern: UInt8 = 0
      switch scale {
      case .double: pattern = letter.hasDot(column / 2 - left, top) ? 3 : 0
      case .whole: pattern = letter.hasDot(column - left, top) ? 3 : 0
      case .half:
        if letter.hasDot(column - left, top) { pattern |= 1 }
        if letter.hasDot(column - left, top + 1) { pattern |= 2 }
      case .quarter:
        for bit in 0..<4 where letter.hasDot(2 * column + bit % 2 - left, top + bit / 2) {
          pattern |= 1 << UInt8(bit)
        }
      }
      guard pattern != 0 else { continue }
      canvas.set(x + column, y, scalar(pattern, on: canvas, x + column, y), style)
    }
  }

  /// The character of a pattern, combined with the half cell of the letter before it.
  private func scalar(_ pattern: UInt8, on canvas: Canvas, _ x: Int, _ y: Int) -> Unicode.Scalar {
    switch scale {
    case .whole: return "#"
    case .double: return "█"
    case .half: return GlyphSet.half.scalar(pattern)
    case .quarter:
      // Two letters may share a cell, each with one half.
      let there = GlyphSet.quadrant.table.firstIndex { Character($0) == canvas.character(at: x, y) }
      return GlyphSet.quadrant.scalar(pattern | UInt8(there ?? 0))
    }
  }
}
