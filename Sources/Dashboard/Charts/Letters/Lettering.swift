package import Canvas
package import Records

/// How text is set: in the terminal's own letters, or in big letters of one of several sizes.
///
/// All measures are columns and rows of cells, so that whoever lays text out need not know which it
/// is.
package struct Lettering: Hashable, Sendable {
  /// The number of the typeface's size; nil for the terminal's own letters.
  private let face: Int?
  /// The cells that dots are drawn with.
  private let cells: GlyphSet
  /// How many times a dot is as large as one of the cells' dots.
  private let magnification: Int
  /// Whether one row less is free between lines.
  private var isTight = false

  /// The terminal's own letters.
  package static let plain = Lettering(face: nil, cells: .half, magnification: 1)

  private init(face: Int?, cells: GlyphSet, magnification: Int) {
    self.face = face
    self.cells = cells
    self.magnification = magnification
  }

  /// The big letters that a terminal can show, the largest first.
  ///
  /// - Parameter glyphs: The cells of its charts. Braille is too faint for letters, so quadrants
  ///   take its place; in ASCII a letter's rows are drawn in pairs.
  package static func big(_ glyphs: GlyphSet) -> [Lettering] {
    let fine: GlyphSet? =
      switch glyphs {
      case .ascii, .half: nil
      case .braille, .quadrant: .quadrant
      case .sextant, .octant: glyphs
      }
    let coarse: GlyphSet = glyphs.isASCII ? .ascii : .half
    var all: [Lettering] = []
    for face in Typeface.all.indices {
      all.append(Lettering(face: face, cells: coarse, magnification: 1))
      if let fine { all.append(Lettering(face: face, cells: fine, magnification: 1)) }
      // Small letters show their dots when they are enlarged.
      guard face + 2 >= Typeface.all.count else { continue }
      all += [2, 4].map { Lettering(face: face, cells: coarse, magnification: $0) }
    }
    // Smaller ones are no easier to read than the terminal's own.
    return all.filter { $0.size >= leastSize }.sorted { $0.size > $1.size }
  }

  /// The size of the smallest big letters.
  private static let leastSize = 3.8

  /// The letters with lines closer together, for a slide that fits in no other way.
  package var tight: Lettering {
    var lettering = self
    lettering.isTight = true
    return lettering
  }

  /// Whether it is one of the big letters.
  package var isBig: Bool { face != nil }

  /// How large a letter looks: the side, in columns, of a square as large as a digit.
  package var size: Double {
    guard isBig else { return 1.4 }
    let columns = Double(advance("0") * magnification) / Double(across)
    let rows = Double((typeface?.capHeight ?? 0) * magnification) / Double(down)
    return (columns * 2 * rows).squareRoot()
  }

  private var typeface: Typeface? { face.map { Typeface.all[$0] } }
  private func letter(_ character: Character) -> Typeface.Letter? { typeface?.letters[character] }
  private var across: Int { cells == .ascii ? 1 : cells.across }
  private var down: Int { cells == .ascii ? 2 : cells.down }

  // MARK: Measures

  /// The columns that some dots take.
  private func columns(_ dots: Int) -> Int { (dots * magnification + across - 1) / across }
  /// The rows that some dots take.
  private func rows(_ dots: Int) -> Int { (dots * magnification + down - 1) / down }

  /// The columns that a text takes.
  package func columns(_ text: String) -> Int {
    guard isBig else { return text.columns }
    return columns(text.reduce(0) { $0 + advance($1) })
  }

  /// The columns of a digit.
  package var unit: Int { columns("0") }

  /// The rows of a capital.
  package var capRows: Int { typeface.map { rows($0.capHeight) } ?? 1 }

  /// The rows that small letters reach below the line.
  package var rowsBelow: Int { typeface.map { rows($0.descent) } ?? 0 }

  /// The rows from the top of one line to the top of the next: two are free below a capital.
  package var pitch: Int { isBig ? capRows + max(2, rowsBelow + 1) - (isTight ? 1 : 0) : 1 }

  /// The rows above capitals that the accents of a text need.
  package func rowsAbove(_ text: String) -> Int {
    guard let typeface else { return 0 }
    let top = text.reduce(0) { max($0, letter($1)?.top ?? 0) }
    return rows(max(0, top - typeface.capHeight))
  }

  /// The rows that a text needs below the line; a capital's cedilla may need one more.
  package func rowsBelow(_ text: String) -> Int {
    guard isBig else { return 0 }
    return max(rowsBelow, rows(text.reduce(0) { max($0, letter($1)?.depth ?? 0) }))
  }

  /// Whether the letters of a text exist.
  package func has(_ text: String) -> Bool {
    !isBig || text.allSatisfy { $0.isWhitespace || letter($0) != nil }
  }

  /// The dots from a letter's start to the next one's.
  ///
  /// The dots of quadrants are only half as wide as high, and so are the spaces between letters: they
  /// get another dot, and two more between words.
  private func advance(_ character: Character) -> Int {
    guard let letter = letter(character) else { return 0 }
    guard cells == .quadrant else { return letter.advance }
    return letter.advance + (character == " " ? 3 : 1)
  }

  // MARK: Lines

  /// Prose in lines of at most some columns, without the look of links, which nobody can follow on
  /// a slide.
  package func wrap(_ spans: [Span], to width: Int, _ base: Style = .text) -> [StyledLine] {
    let spans = spans.map { Span($0.text, $0.emphasis) }
    guard isBig else { return TextLayout.wrap(spans, to: max(1, width), base) }
    let dots = max(1, width * across / magnification)
    return TextLayout.wrap(spans, to: dots, base, measuring: advance)
  }

  /// Prose in as few lines as possible, of similar length.
  package func balanced(_ spans: [Span], to width: Int, _ base: Style = .text) -> [StyledLine] {
    let lines = wrap(spans, to: width, base)
    guard isBig, lines.count > 1 else { return lines }
    var (low, high) = (width / 2, width)
    while low < high {
      let middle = (low + high) / 2
      if wrap(spans, to: middle, base).count <= lines.count {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return wrap(spans, to: high, base)
  }

  /// Draws a line with the top left of its capitals at a cell.
  ///
  /// - Parameter limit: The columns that may be used.
  package func draw(
    _ line: StyledLine, on canvas: inout Canvas, at x: Int, _ y: Int, limit: Int = .max
  ) {
    guard isBig else {
      canvas.put(line, at: x, y, limit: limit)
      return
    }
    let clip = canvas.clip
    defer { canvas.clip = clip }
    if limit < canvas.size.width {
      canvas.clip = clip.intersection(
        Rect(x: x, y: 0, width: limit, height: canvas.size.height))
    }
    var pen = 0
    for run in line.runs {
      // A line below blocks would cut them.
      let style = Style(run.style.role, run.style.attributes.subtracting([.underline, .italic]))
      for character in run.text {
        guard let letter = letter(character) else { continue }
        draw(letter, at: pen, on: &canvas, x, y + capRows, style)
        pen += advance(character)
      }
    }
  }

  /// Draws a letter whose start is some dots from a column and whose base is above a row.
  private func draw(
    _ letter: Typeface.Letter, at pen: Int, on canvas: inout Canvas, _ x: Int, _ base: Int,
    _ style: Style
  ) {
    if magnification > 1 {
      return drawBlocks(letter, at: pen, on: &canvas, x, base, style)
    }
    let bottom = letter.top - letter.rows.count
    let first = (pen + letter.left) >= 0 ? (pen + letter.left) / across : 0
    let last = (pen + letter.left + letter.width + across - 1) / across
    let lowest = bottom >= 0 ? bottom / down : -((-bottom + down - 1) / down)
    let highest = (letter.top + down - 1) / down
    guard first < last, lowest < highest else { return }
    for row in lowest..<highest {
      for column in first..<last {
        var pattern: UInt8 = 0
        for bit in 0..<(across * down) {
          let dotX = column * across + bit % across - pen
          let dotY = row * down + down - 1 - bit / across
          if letter.hasDot(dotX, dotY) { pattern |= 1 << UInt8(bit) }
        }
        guard pattern != 0 else { continue }
        let (cellX, cellY) = (x + column, base - 1 - row)
        // Two letters may share a cell.
        let there = canvas.character(at: cellX, cellY)
        let other = table.firstIndex { Character($0) == there } ?? 0
        canvas.set(cellX, cellY, table[Int(pattern) | other], style)
      }
    }
  }

  private func drawBlocks(
    _ letter: Typeface.Letter, at pen: Int, on canvas: inout Canvas, _ x: Int, _ base: Int,
    _ style: Style
  ) {
    let (wide, high) = (magnification, magnification / down)
    for (index, _) in letter.rows.enumerated() {
      let dotY = letter.top - 1 - index
      for column in 0..<letter.width where letter.hasDot(letter.left + column, dotY) {
        canvas.fill(
          Rect(
            x: x + (pen + letter.left + column) * wide, y: base - (dotY + 1) * high, width: wide,
            height: high), table[3], style)
      }
    }
  }

  /// The characters of all patterns of dots.
  private var table: [Unicode.Scalar] {
    // What text pictures have long used for an upper, a lower and a full half.
    cells == .ascii ? [" ", "\"", "m", "#"] : cells.table
  }
}
