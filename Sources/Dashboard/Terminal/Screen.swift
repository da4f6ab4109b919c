import CNcurses
import Canvas

/// Draws canvases into an ncurses window; ncurses finds the changes and sends them.
struct Screen {
  private let window: UnsafeMutablePointer<WINDOW>
  private var pairs: ColorPairs
  private let charset: Charset
  private let slant: attr_t
  private var isCursorShown: Bool?

  /// The theme in use.
  var theme: Theme { pairs.theme }

  /// A screen for the terminal that ncurses has open; nil if there is no memory for it.
  init?(charset: Charset, theme: ThemeDefinition, isColorRefused: Bool) {
    pairs = ColorPairs(theme, isRefused: isColorRefused)
    guard let window = newwin(0, 0, 0, 0) else { return nil }
    self.window = window
    self.charset = charset
    slant = Capability.has("sitm") ? cncurses_italic() : cncurses_underline()
    // Rows that have only moved may be scrolled.
    idlok(window, true)
    fill()
  }

  /// Whether there are colours that every terminal shows alike.
  var hasFixedColours: Bool { pairs.depth > .sixteen }

  /// Uses another theme from the next canvas on.
  mutating func setTheme(_ definition: ThemeDefinition) {
    pairs = ColorPairs(definition, depth: pairs.depth, on: theme.ground)
    fill()
    forget()
  }

  /// Takes the terminal's background.
  ///
  /// - Returns: Whether the colours of the next canvas change.
  mutating func setGround(_ ground: Theme.RGB) -> Bool {
    let new = ColorPairs(theme.definition, depth: pairs.depth, on: ground)
    guard new.theme != theme else { return false }
    pairs = new
    fill()
    return true
  }

  /// Gives the window the theme's background.
  private mutating func fill() {
    cncurses_background(window, theme.fillsBackground ? pairs.pair(for: .text) : 0)
  }

  /// Columns and rows as ncurses knows them.
  var size: Size { Size(width: Int(getmaxx(window)), height: Int(getmaxy(window))) }

  /// Has ncurses send the changes since the last canvas, or nothing if there are none.
  mutating func show(_ canvas: Canvas) {
    werase(window)
    let size = size
    for y in 0..<min(size.height, canvas.size.height) {
      for x in 0..<min(size.width, canvas.size.width) { put(canvas, x, y, width: size.width) }
    }
    place(canvas.cursor.flatMap { Rect(size).contains($0) ? $0 : nil })
    wrefresh(window)
  }

  /// Takes a new size; everything is drawn again.
  func resize(columns: Int32, rows: Int32) {
    // The window fills the screen, so ncurses resizes it too.
    resizeterm(rows, columns)
    forget()
  }

  /// Draws everything again the next time, for a terminal with unknown contents.
  func forget() { clearok(window, true) }

  /// Frees the window.
  func close() { delwin(window) }

  private mutating func place(_ cursor: Point?) {
    let shows = cursor != nil
    if isCursorShown != shows {
      isCursorShown = shows
      curs_set(shows ? 1 : 0)
      // A hidden cursor need not be moved back after each change.
      leaveok(window, !shows)
    }
    if let cursor { wmove(window, Int32(cursor.y), Int32(cursor.x)) }
  }

  private mutating func put(_ canvas: Canvas, _ x: Int, _ y: Int, width: Int) {
    let cell = canvas[x, y]
    if cell == Cell() || cell.glyph == .continuation { return }
    let attributes = attributes(of: cell.style)
    let pair = pairs.pair(for: cell.style.role)
    func put(_ scalars: some Sequence<Unicode.Scalar>, at x: Int) {
      let characters = scalars.map { wchar_t($0.value) } + [0]
      cncurses_put(window, Int32(y), Int32(x), characters, attributes, pair)
    }
    let isCut = x + 1 == width && canvas[x + 1, y].glyph == .continuation
    let character = isCut ? " " : canvas.character(at: x, y) ?? " "
    if charset == .unicode {
      // ncurses keeps one character and up to four that combine with it. Of a picture's tone and
      // company terminals make different widths, so it is shown alone.
      let scalars = character.unicodeScalars
      put(
        scalars.prefix(1)
          + scalars.dropFirst().prefix { $0.columns == 0 && $0 != "\u{200d}" }
          .prefix(4), at: x)
    } else {
      for (offset, scalar) in charset.text(for: character).unicodeScalars.enumerated() {
        put(CollectionOfOne(scalar), at: x + offset)
      }
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
