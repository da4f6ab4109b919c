import Text

/// A grid of cells that views draw on.
///
/// Anything drawn outside the grid, or outside `clip`, is dropped, so views need not check. A wide
/// character that would be cut in half by an edge is replaced by a space; overwriting one half of a
/// wide character blanks the other.
package struct Canvas: Sendable {
  /// Columns and rows.
  package let size: Size
  /// The part that can be drawn on; the whole canvas at first.
  package var clip: Rect
  /// The place of the terminal's cursor; nil hides it.
  package var cursor: Point?
  /// The cells, row by row.
  package private(set) var cells: [Cell]
  /// The characters of several scalars, named by their index.
  private(set) var clusters: [Character] = []
  private var clusterIndex: [Character: UInt32] = [:]

  /// An empty canvas.
  package init(_ size: Size) {
    self.size = size
    clip = Rect(size)
    cells = Array(repeating: Cell(), count: size.width * size.height)
  }

  /// The whole canvas.
  package var bounds: Rect { Rect(size) }

  /// The cell at a column and row; an empty one outside the canvas.
  package subscript(x: Int, y: Int) -> Cell {
    guard x >= 0, y >= 0, x < size.width, y < size.height else { return Cell() }
    return cells[y * size.width + x]
  }

  /// The character in a cell: a space if it is empty, nil for the right half of a wide one.
  package func character(at x: Int, _ y: Int) -> Character? {
    let glyph = self[x, y].glyph
    if glyph == .continuation { return nil }
    if let scalar = glyph.scalar { return Character(scalar) }
    let index = Int(glyph.raw & ~Glyph.clusterBit)
    return index < clusters.count ? clusters[index] : " "
  }

  /// Puts one narrow character into a cell.
  package mutating func set(_ x: Int, _ y: Int, _ scalar: Unicode.Scalar, _ style: Style = .text) {
    guard clip.contains(Point(x: x, y: y)) else { return }
    place(Cell(Glyph(scalar), style), x, y)
  }

  /// Changes the style of cells and keeps their characters.
  package mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let area = rect.intersection(clip)
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { change(&cells[y * size.width + x].style) }
    }
  }

  /// Fills a rectangle with one narrow character.
  package mutating func fill(_ rect: Rect, _ scalar: Unicode.Scalar = " ", _ style: Style = .text) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    for y in area.y..<area.bottom {
      for x in area.x..<area.right { place(Cell(Glyph(scalar), style), x, y) }
    }
  }

  /// Writes text from a cell to the right, at most `limit` columns of it.
  ///
  /// Control characters become spaces. Text that does not fit is cut without a mark; truncate it
  /// first if that matters.
  ///
  /// - Returns: The number of columns that the text took.
  @discardableResult
  package mutating func put(
    _ text: some StringProtocol, at x: Int, _ y: Int, _ style: Style = .text, limit: Int = .max
  ) -> Int {
    var column = 0
    // Nearly all text is plain ASCII, which need not be split into characters.
    if text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) {
      for byte in text.utf8 {
        if column >= limit { break }
        let point = Point(x: x + column, y: y)
        if clip.contains(point) {
          place(Cell(Glyph(Unicode.Scalar(byte)), style), point.x, point.y)
        }
        column += 1
      }
      return column
    }
    for character in text {
      let width = character.columns
      if width > limit - column { break }
      let pieces = character.utf8.count < 4 || width < 2 ? [] : TextWidth.pieces(of: character)
      if pieces.count < 2 { put(character, width, at: x + column, y, style) }
      if pieces.count > 1 {
        // Each part is in a cell of its own, as terminals count them.
        var place = x + column
        for piece in pieces {
          let width = piece.first?.columns ?? 0
          put(Character(String(piece)), width, at: place, y, style)
          place += width
        }
      }
      column += width
    }
    return column
  }

  private mutating func put(
    _ character: Character, _ width: Int, at x: Int, _ y: Int, _ style: Style
  ) {
    guard width > 0, !clip.isEmpty, y >= clip.y, y < clip.bottom, x < clip.right,
      x + width > clip.x
    else {
      return
    }
    if width == 2, x < clip.x || x + 1 >= clip.right {
      place(Cell(.space, style), max(x, clip.x), y)
      return
    }
    place(Cell(glyph(for: character), style), x, y)
    if width == 2 { place(Cell(.continuation, style), x + 1, y, joined: true) }
  }

  private mutating func glyph(for character: Character) -> Glyph {
    let scalars = character.unicodeScalars
    if let first = scalars.first, scalars.count == 1 {
      let isControl = first.value < 0x20 || (0x7f...0x9f).contains(first.value)
      return isControl ? .space : Glyph(first)
    }
    if let index = clusterIndex[character] { return Glyph(raw: Glyph.clusterBit | index) }
    let index = UInt32(clusters.count)
    clusters.append(character)
    clusterIndex[character] = index
    return Glyph(raw: Glyph.clusterBit | index)
  }

  /// Writes a cell inside the canvas and blanks the other half of a wide character that it cuts.
  private mutating func place(_ cell: Cell, _ x: Int, _ y: Int, joined: Bool = false) {
    let index = y * size.width + x
    if cells[index].glyph == .continuation, !joined, x > 0 { cells[index - 1].glyph = .space }
    if x + 1 < size.width, cells[index + 1].glyph == .continuation {
      cells[index + 1].glyph = .space
    }
    cells[index] = cell
  }
}

extension Canvas: Equatable {
  /// Whether both show the same: size, characters, styles and cursor.
  package static func == (left: Canvas, right: Canvas) -> Bool {
    guard left.size == right.size, left.cursor == right.cursor else { return false }
    if left.clusters.isEmpty, right.clusters.isEmpty { return left.cells == right.cells }
    for y in 0..<left.size.height {
      for x in 0..<left.size.width
      where left[x, y].style != right[x, y].style
        || left.character(at: x, y) != right.character(at: x, y)
      {
        return false
      }
    }
    return true
  }
}
