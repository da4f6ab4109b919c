import Canvas
import Charts
import Records

/// The value at a chart's cursor in big letters.
struct BigReadOut {
  private let lettering: Lettering
  private let lines: [SlideLine]

  /// A value in the largest letters of which a quarter of a place is enough; nil if none are.
  init?(_ value: String, in size: Size, glyphs: GlyphSet) {
    guard size.height >= 26 else { return nil }
    for lettering in Lettering.big(glyphs) where lettering.has(value) {
      let lines = lettering.wrap([Span(value)], to: size.width).map { SlideLine($0) }
      let width = lines.map { lettering.columns($0.text) }.max() ?? 0
      guard width <= size.width, lettering.rows(of: lines).height <= size.height / 4 else {
        continue
      }
      self.lettering = lettering
      self.lines = lines
      return
    }
    return nil
  }

  /// The rows that it takes, with a free one below.
  package var height: Int { lettering.rows(of: lines).height + 1 }

  /// Draws it with its top left at a cell.
  package func draw(on canvas: inout Canvas, at x: Int, _ y: Int, _ style: Style) {
    for (start, line) in zip(lettering.rows(of: lines).starts, lines) {
      for piece in line.restyled(style).pieces {
        lettering.draw(piece.text, on: &canvas, at: x + piece.x, y + start)
      }
    }
  }
}
