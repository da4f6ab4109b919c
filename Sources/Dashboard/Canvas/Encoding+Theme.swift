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
  /// A theme without a background is made for the background of any terminal, not for a picture's:
  /// if some of its colours cannot be read there, those of the dark or the light theme replace
  /// them.
  package init(_ theme: Theme, isDark: Bool) {
    let plain = isDark ? PictureColours.dark : .light
    let hasColour = theme.depth != .none
    var definition = theme.definition
    if hasColour, definition.paper == nil {
      let made = isDark ? ThemeDefinition.dark : .light
      definition.paper = made.paper
      if !definition.illegible.isEmpty { definition = made }
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
