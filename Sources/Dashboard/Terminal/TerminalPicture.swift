import Interface

/// What a terminal shows, cell by cell.
struct TerminalPicture: Equatable {
  /// One cell.
  struct Spot: Equatable {
    /// The character: a scalar, or from `firstCluster` on a text of `Spellings`.
    var glyph: UInt32
    /// How it is drawn; of a blank, what is seen of it.
    var pen: Pen

    /// The right half of a wide character.
    static let continuation: UInt32 = .max
    /// The first number of characters of several scalars.
    static let firstCluster: UInt32 = 0x11_0000

    /// A cell in which nothing is written.
    static func blank(_ pen: Pen) -> Spot { Spot(glyph: 0x20, pen: pen.onBlank) }

    /// Whether its character is one of ASCII.
    var isASCII: Bool { glyph < 0x80 }

    /// Whether nothing is written in it.
    var isBlank: Bool { glyph == 0x20 }
  }

  /// Columns and rows.
  let size: Size
  private(set) var spots: [Spot]

  /// An empty picture, on the ground of a pen.
  init(_ size: Size, _ pen: Pen = .plain) {
    self.size = size
    spots = Array(repeating: .blank(pen), count: max(0, size.width) * max(0, size.height))
  }

  /// A cell inside the picture.
  subscript(_ x: Int, _ y: Int) -> Spot {
    get { spots[y * size.width + x] }
    set { spots[y * size.width + x] = newValue }
  }

  /// The cells of a row.
  func row(_ y: Int) -> ArraySlice<Spot> { spots[(y * size.width)..<((y + 1) * size.width)] }

  /// Erases cells of a row.
  mutating func erase(_ columns: Range<Int>, _ y: Int, _ pen: Pen) {
    let columns = columns.clamped(to: 0..<size.width)
    guard !columns.isEmpty else { return }
    cut(columns.lowerBound, y)
    cut(columns.upperBound, y)
    for x in columns { self[x, y] = .blank(pen) }
  }

  /// Writes a character of one or two columns, which must fit.
  mutating func put(_ spot: Spot, columns: Int, _ x: Int, _ y: Int) {
    cut(x, y)
    cut(x + columns, y)
    self[x, y] = spot.isBlank ? .blank(spot.pen) : spot
    if columns == 2 { self[x + 1, y] = Spot(glyph: Spot.continuation, pen: spot.pen) }
  }

  /// Moves the cells from a column on to the right by some columns, or to the left where the count is
  /// below zero; what comes free is blank.
  mutating func shift(_ x: Int, _ y: Int, by count: Int, _ pen: Pen) {
    let width = size.width
    cut(x, y)
    if count < 0 { cut(x - count, y) }
    let old = Array(row(y))
    for column in x..<width {
      let origin = column - count
      self[column, y] = (x..<width).contains(origin) ? old[origin] : .blank(pen)
    }
    // Half a wide character at the edge is none.
    let after = width - count
    if count > 0, after > x, after < width, old[after].glyph == Spot.continuation {
      self[width - 1, y] = .blank(pen)
    }
  }

  /// Moves rows up by some rows, or down where the count is below zero; what comes free is blank.
  mutating func scroll(_ rows: ClosedRange<Int>, by count: Int, _ pen: Pen) {
    let old = self
    for y in rows {
      let origin = y + count
      for x in 0..<size.width {
        self[x, y] = rows.contains(origin) ? old[x, origin] : .blank(pen)
      }
    }
  }

  /// Blanks the wide character that a column parts.
  private mutating func cut(_ x: Int, _ y: Int) {
    guard (1..<size.width).contains(x), self[x, y].glyph == Spot.continuation else { return }
    self[x - 1, y] = .blank(self[x - 1, y].pen)
    self[x, y] = .blank(self[x, y].pen)
  }
}
