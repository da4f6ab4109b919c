extension Canvas {
  /// The canvas with escape sequences for colours and attributes (SGR), ended by a reset.
  ///
  /// Rows are cut after their last visible cell, and each ends without attributes, so that a pager
  /// may break between them.
  ///
  /// - Parameters:
  ///   - fills: Whether rows are written to their ends, because they have a background.
  ///   - attributes: The attributes that a style is written with.
  ///   - colour: The SGR parameters of a role's colour, such as `38;5;26`; empty for the
  ///     terminal's own.
  package func ansi(
    fills: Bool = false, attributes: (Style) -> Style.Attributes = { $0.attributes },
    colour: (Role) -> String
  ) -> String {
    let colours = Role.allCases.map(colour)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(3 * cells.count)
    // Adjacent cells mostly have the same style.
    var style = Style.text
    var code = sgr(style.role, attributes(style), colours)
    for y in 0..<size.height {
      var current = ""
      // Whether the style being written shows on spaces too.
      var hasMark = false
      for x in 0..<(fills ? size.width : visibleColumns(y)) {
        let cell = cells[y * size.width + x]
        if cell.glyph == .continuation { continue }
        if cell.style != style {
          style = cell.style
          code = sgr(style.role, attributes(style), colours)
        }
        if code != current, cell.glyph != .space || hasMark || fills || isMarked(x, y) {
          bytes.append(contentsOf: "\u{1b}[0".utf8)
          if !code.isEmpty { bytes.append(UInt8(ascii: ";")) }
          bytes.append(contentsOf: code.utf8)
          bytes.append(UInt8(ascii: "m"))
          current = code
          hasMark = isMarked(x, y)
        }
        append(cell.glyph, to: &bytes)
      }
      if !current.isEmpty { bytes.append(contentsOf: "\u{1b}[0m".utf8) }
      bytes.append(UInt8(ascii: "\n"))
    }
    bytes.append(contentsOf: "\u{1b}[0m".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The columns up to the last cell of a row that can be seen.
  func visibleColumns(_ y: Int) -> Int {
    var columns = size.width
    while columns > 0, self[columns - 1, y].glyph == .space, !isMarked(columns - 1, y) {
      columns -= 1
    }
    return columns
  }

  /// Whether a cell shows even when it is empty.
  private func isMarked(_ x: Int, _ y: Int) -> Bool {
    !self[x, y].style.attributes.isDisjoint(with: [.reverse, .underline])
  }

  private func sgr(
    _ role: Role, _ attributes: Style.Attributes, _ colours: [String]
  ) -> String {
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.italic) { codes.append("3") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    let colour = colours[Int(role.rawValue)]
    if !colour.isEmpty { codes.append(colour) }
    return codes.joined(separator: ";")
  }
}

extension Canvas {
  /// The canvas as text with the colours of a theme as escape sequences (SGR).
  ///
  /// A theme without colours keeps the attributes; the text ends with a reset.
  package func ansi(theme: Theme) -> String {
    ansi(fills: theme.fillsBackground, attributes: theme.attributes) { role in
      let parts = [
        Self.sgr(theme.foreground(of: role), base: 30),
        Self.sgr(theme.background(of: role), base: 40),
      ]
      return parts.filter { !$0.isEmpty }.joined(separator: ";")
    }
  }

  /// The parameters of a tint; the foreground's start at 30, the background's at 40.
  private static func sgr(_ tint: Theme.Tint, base: Int) -> String {
    switch tint {
    case .own: ""
    case .index(let index) where index < 8: "\(base + Int(index))"
    case .index(let index) where index < 16: "\(base + 52 + Int(index))"
    case .index(let index): "\(base + 8);5;\(index)"
    case .rgb(let rgb): "\(base + 8);2;\(rgb.red);\(rgb.green);\(rgb.blue)"
    }
  }

  /// The canvas as an SVG picture in the colours of a theme.
  ///
  /// - Parameters:
  ///   - title: What the picture shows, for readers who cannot see it.
  ///   - isDark: Whether it is light on dark.
  package func svg(theme: Theme, title: String, isDark: Bool = false) -> String {
    svg(title: title, colours: PictureColours(theme, isDark: isDark))
  }

  /// The characters only, as a charset can show them.
  package func text(charset: Charset) -> String {
    var text = ""
    for y in 0..<size.height { text += charset.text(for: rowText(y)) + "\n" }
    return text
  }
}

extension PictureColours {
  /// The colours of a theme; if it keeps the terminal's own, light on dark or dark on light.
  ///
  /// On a picture's own background, a theme that leaves it to the terminal takes the colours that
  /// it has on such a terminal.
  package init(_ theme: Theme, isDark: Bool) {
    let plain = isDark ? PictureColours.dark : .light
    let hasColour = theme.depth != .none
    var definition = theme.definition
    if hasColour, let paper = (isDark ? ThemeDefinition.dark : .light).paper {
      definition = definition.suiting(paper.rgb, .trueColor)
      if definition.paper == nil {
        definition[.text].foreground = (isDark ? ThemeDefinition.dark : .light)[.text].foreground
        definition.paper = paper
      }
    }
    self.init(
      background: hasColour
        ? definition.paper?.rgb.hexadecimal ?? plain.background : plain.background,
      foreground: hasColour
        ? definition.foreground(of: .text)?.rgb.hexadecimal ?? plain.foreground : plain.foreground
    ) { hasColour ? definition.foreground(of: $0)?.rgb.hexadecimal ?? "" : "" }
    if hasColour {
      papers = Role.allCases.map { definition[$0].background?.rgb.hexadecimal ?? "" }
    }
    keepsDim = !hasColour || definition[.faint].foreground == nil
  }
}
