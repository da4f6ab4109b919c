import CNcurses
import Interface

/// Puts canvases on the terminal through ncurses, only the cells that changed.
struct Screen {
  private var root: UnsafeMutablePointer<WINDOW>
  private var pairs: ColorPairs
  private let capture: FrameCapture
  private let charset: Charset
  private let slant: attr_t
  /// How many colours the terminal shows, whatever a theme makes of them.
  private let depth: Theme.Depth
  private var last: Canvas?
  private var isCursorShown: Bool?
  private var thrift: Thrift

  /// The theme that is drawn with.
  var theme: Theme { pairs.theme }

  /// A screen for the terminal that ncurses has open.
  init?(
    charset: Charset, theme: ThemeDefinition, isColorRefused: Bool, capture: FrameCapture
  ) {
    pairs = ColorPairs(theme, isRefused: isColorRefused)
    depth = pairs.depth
    guard let root = newwin(0, 0, 0, 0) else { return nil }
    self.root = root
    self.capture = capture
    self.charset = charset
    slant = Capability.has("sitm") ? cncurses_italic() : cncurses_underline()
    thrift = Thrift(
      Size(width: Int(getmaxx(root)), height: Int(getmaxy(root))), isUTF8: charset == .unicode,
      TerminalSkills(string: Capability.bytes, flag: Capability.flag))
    fill()
  }

  /// Draws with another theme from the next canvas on.
  mutating func setTheme(_ definition: ThemeDefinition) {
    pairs = ColorPairs(Theme(definition, depth: depth))
    fill()
    forget()
  }

  /// Gives the window the background of the theme.
  private mutating func fill() {
    let pair = theme.fillsBackground ? pairs.pair(for: .text) : 0
    cncurses_background(root, pair)
    werase(root)
  }

  /// Columns and rows as ncurses knows them.
  var size: Size { Size(width: Int(getmaxx(root)), height: Int(getmaxy(root))) }

  /// The bytes that show a canvas; none where it looks like the one before.
  ///
  /// They are to be sent, for ncurses takes them as shown.
  ///
  /// - Parameter asks: Whether the terminal may be asked what it can do, where everything is drawn.
  mutating func draw(_ canvas: Canvas, asks: Bool = false) -> [UInt8] {
    if let last, last == canvas { return [] }
    let size = self.size
    let previous = last?.size == canvas.size ? last : nil
    for y in 0..<min(size.height, canvas.size.height) {
      drawRow(y, of: canvas, after: previous, width: min(size.width, canvas.size.width))
    }
    last = canvas
    let capture = capture
    let bytes = capture.bytes {
      place(canvas.cursor.flatMap { Rect(size).contains($0) ? $0 : nil })
      wnoutrefresh(root)
      doupdate()
    }
    let sent = thrift.thin(bytes, asks: asks)
    guard thrift.hasLost else { return sent }
    clearok(root, true)
    return sent
      + thrift.thin(
        capture.bytes {
          wnoutrefresh(root)
          doupdate()
        })
  }

  /// Takes a new size; everything is drawn anew.
  mutating func resize(columns: Int32, rows: Int32) {
    resizeterm(rows, columns)
    delwin(root)
    // The old window stays in use where there is no memory for one, which cannot be met here.
    if let fresh = newwin(0, 0, 0, 0) { root = fresh }
    fill()
    forget()
  }

  /// Draws everything anew the next time, for a terminal whose contents are not known.
  mutating func forget() {
    last = nil
    thrift.forget(size)
    werase(root)
    clearok(root, true)
  }

  /// The bytes that bring cursor and pen to where ncurses has them, before it sends by itself.
  mutating func settle() -> [UInt8] { thrift.settle() }

  /// Takes where the cursor was when the terminal had been asked what it can do, from 1.
  mutating func takeAnswer(column: Int) { thrift.repeats = column == Thrift.provenColumn }

  /// Frees the window.
  func close() {
    delwin(root)
    capture.close()
  }

  private mutating func place(_ cursor: Point?) {
    let shows = cursor != nil
    if isCursorShown != shows {
      isCursorShown = shows
      curs_set(shows ? 1 : 0)
      // A hidden cursor need not be moved back after each change.
      leaveok(root, !shows)
    }
    if let cursor { wmove(root, Int32(cursor.y), Int32(cursor.x)) }
  }

  private mutating func drawRow(_ y: Int, of canvas: Canvas, after old: Canvas?, width: Int) {
    var x = 0
    while x < width {
      let isWide = canvas[x + 1, y].glyph == .continuation && x + 1 < canvas.size.width
      let columns = isWide ? 2 : 1
      let changed: Bool
      if let old {
        changed =
          !same(canvas, old, x, y) || isWide && !same(canvas, old, x + 1, y)
      } else {
        changed = canvas[x, y] != Cell()
      }
      if changed { put(canvas, x, y, isCut: x + columns > width) }
      x += columns
    }
  }

  private func same(_ new: Canvas, _ old: Canvas, _ x: Int, _ y: Int) -> Bool {
    let left = new[x, y]
    let right = old[x, y]
    guard left.style == right.style else { return false }
    if left.glyph.scalar != nil || left.glyph == .continuation { return left.glyph == right.glyph }
    // Characters of several scalars are numbered by each canvas for itself.
    return new.character(at: x, y) == old.character(at: x, y)
  }

  private mutating func put(_ canvas: Canvas, _ x: Int, _ y: Int, isCut: Bool) {
    let cell = canvas[x, y]
    let attributes = attributes(of: cell.style)
    let pair = pairs.pair(for: cell.style.role)
    if charset == .unicode, !isCut, let scalar = cell.glyph.scalar {
      let scalars = [wchar_t(scalar.value), 0]
      cncurses_put(root, Int32(y), Int32(x), scalars, attributes, pair)
      return
    }
    let character = isCut ? " " : canvas.character(at: x, y) ?? " "
    if charset == .unicode {
      // ncurses keeps one character and up to four that combine with it.
      var scalars = character.unicodeScalars.prefix(5).map { wchar_t($0.value) }
      scalars.append(0)
      cncurses_put(root, Int32(y), Int32(x), scalars, attributes, pair)
      return
    }
    for (offset, scalar) in charset.text(for: character).unicodeScalars.enumerated() {
      let scalars = [wchar_t(scalar.value), 0]
      cncurses_put(root, Int32(y), Int32(x + offset), scalars, attributes, pair)
    }
  }

  private func attributes(of style: Style) -> attr_t {
    let wanted = theme.attributes(of: style)
    var attributes: attr_t = 0
    if wanted.contains(.bold) { attributes |= cncurses_bold() }
    if wanted.contains(.dim) { attributes |= cncurses_dim() }
    if wanted.contains(.underline) { attributes |= cncurses_underline() }
    if wanted.contains(.reverse) { attributes |= cncurses_reverse() }
    if wanted.contains(.italic) { attributes |= slant }
    return attributes
  }
}
