import Canvas

/// A number in big letters, and its words beside it.
struct BigFigure {
  /// The words before the number: `up to`.
  private var before = ""
  /// What is drawn large.
  private var figure = ""
  /// The words after it: `million, expected`.
  private var after = ""
  /// The letters of the number.
  let lettering: Lettering

  /// The text's number in letters; nil if it has none.
  init?(_ text: String, _ lettering: Lettering) {
    self.lettering = lettering
    guard let start = text.firstIndex(where: { Self.isLarge($0) && $0 != "." && $0 != "," })
    else { return nil }
    let end = text[start...].firstIndex { !Self.isLarge($0) } ?? text.endIndex
    before = String(text[..<start])
    figure = String(text[start..<end])
    while let last = figure.last, last == "," || last == "." {
      figure.removeLast()
      after.append(last)
    }
    after += text[end...]
    guard figure.contains(where: \.isNumber) else { return nil }
  }

  /// The text's number in the largest letters that fit into a place; nil if none do.
  init?(_ text: String, in size: Size, glyphs: GlyphSet) {
    for lettering in Lettering.big(glyphs) where lettering.capRows <= size.height {
      guard let figure = BigFigure(text, lettering) else { return nil }
      if figure.columns <= size.width {
        self = figure
        return
      }
    }
    return nil
  }

  private static func isLarge(_ character: Character) -> Bool {
    "0123456789.,−%$".contains(character)
  }

  /// The columns that everything takes.
  var columns: Int {
    before.columns + after.columns + lettering.columns(figure)
      + (after.isEmpty || after.first == " " ? 0 : 1)
  }

  /// Draws it, with the words on the lowest row of the number.
  package func draw(on canvas: inout Canvas, at x: Int, _ y: Int, _ style: Style) {
    let base = y + lettering.capRows - 1
    var column = x + canvas.put(before, at: x, base, style)
    lettering.draw(StyledLine(figure, style), on: &canvas, at: column, y)
    column += lettering.columns(figure)
    canvas.put(after, at: column, base, style)
  }
}
