extension Canvas {
  /// The canvas as text with the colours of a theme as escape sequences (SGR).
  ///
  /// A theme without colours leaves the attributes; the text ends with a reset.
  public func ansi(theme: Theme) -> String {
    ansi { role in
      switch theme.foreground(of: role) {
      case .own: ""
      case .index(let index) where index < 8: "\(30 + index)"
      case .index(let index) where index < 16: "\(82 + index)"
      case .index(let index): "38;5;\(index)"
      case .rgb(let rgb): "38;2;\(rgb.red);\(rgb.green);\(rgb.blue)"
      }
    }
  }

  /// The canvas as an SVG picture in the colours of a theme.
  ///
  /// - Parameters:
  ///   - title: What the picture shows, for those who cannot see it.
  ///   - isDark: Whether it is light on dark.
  public func svg(theme: Theme, title: String, isDark: Bool = false) -> String {
    svg(title: title, colours: PictureColours(theme, isDark: isDark))
  }

  /// The characters alone, as a charset can show them.
  public func text(charset: Charset) -> String {
    var text = ""
    for y in 0..<size.height { text += charset.text(for: rowText(y)) + "\n" }
    return text
  }
}

extension PictureColours {
  /// The colours of a theme, light on dark or dark on light.
  public init(_ theme: Theme, isDark: Bool) {
    let plain = isDark ? PictureColours.dark : .light
    self.init(background: plain.background, foreground: plain.foreground) {
      guard theme.depth != .none, let rgb = Theme.color(of: $0)?.rgb else { return "" }
      let digits = String(rgb.value, radix: 16)
      return "#" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }
  }
}
