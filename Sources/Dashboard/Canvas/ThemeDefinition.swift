/// The look of each role in a theme, independent of what a terminal can show.
package struct ThemeDefinition: Hashable, Sendable {
  /// The look of one role.
  package struct Paint: Hashable, Sendable {
    /// The colour of its characters; nil means that of running text.
    package var foreground: Theme.Color?
    /// Their background; nil means the theme's background.
    package var background: Theme.Color?
    /// Attributes in addition to those that views ask for.
    package var attributes: Style.Attributes

    /// A paint; by default it changes nothing.
    package init(
      _ foreground: Theme.Color? = nil, on background: Theme.Color? = nil,
      _ attributes: Style.Attributes = []
    ) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  /// Its name for users: lower-case words with hyphens.
  package var name: String
  /// The background of everything; nil for the terminal's own.
  package var paper: Theme.Color?
  /// Whether it has no colours at all.
  package var isColourless = false
  /// The least contrast of text with its background.
  package var textContrast = 4.5
  private var paints: [Paint]

  /// The least contrast of lines and large signs, after WCAG 2.
  private static let strokeContrast = 3.0

  /// A theme in the terminal's own colours.
  package init(_ name: String, paper: Theme.Color? = nil) {
    self.name = name
    self.paper = paper
    paints = Array(repeating: Paint(), count: Role.allCases.count)
  }

  /// The look of a role.
  package subscript(role: Role) -> Paint {
    get { paints[Int(role.rawValue)] }
    set { paints[Int(role.rawValue)] = newValue }
  }

  /// The colour of a role's characters; nil for the terminal's own.
  package func foreground(of role: Role) -> Theme.Color? {
    isColourless ? nil : self[role].foreground ?? self[.text].foreground
  }

  /// The background of a role; nil for the terminal's own.
  package func background(of role: Role) -> Theme.Color? {
    isColourless ? nil : self[role].background ?? paper
  }

  /// The least contrast that a role needs.
  package func contrast(of role: Role) -> Double {
    switch role {
    case .border, .focusedBorder: Self.strokeContrast
    default: textContrast
    }
  }

  /// The roles whose colours are too close to their background, with their contrast.
  ///
  /// Roles are left out if either colour is the terminal's own and so unknown.
  package var illegible: [(role: Role, contrast: Double, needed: Double)] {
    Role.allCases.compactMap { role in
      guard let ink = foreground(of: role)?.rgb, let ground = background(of: role)?.rgb else {
        return nil
      }
      let contrast = ink.contrast(with: ground)
      let needed = self.contrast(of: role)
      return contrast < needed ? (role, contrast, needed) : nil
    }
  }
}

extension ThemeDefinition {
  /// The themes that come with the program, the default first.
  package static let builtIn: [ThemeDefinition] = [terminal, light, dark, highContrast, mono]

  /// The terminal's own colours, with accents that can be read on black and on white.
  ///
  /// Text, headings, borders and hints keep the terminal's own foreground and are distinguished by
  /// attributes. No background is painted, so the accents' background is unknown: each has a
  /// contrast of at least 3:1 on black and on white, which hardly any colour exceeds on both. They
  /// stay distinct for colour-blind eyes.
  package static let terminal: ThemeDefinition = {
    var theme = ThemeDefinition("terminal")
    let colours: [(Role, Theme.RGB, UInt8, UInt8, UInt8)] = [
      (.match, Theme.RGB(215, 95, 0), 166, 3, 3),
      (.caution, Theme.RGB(175, 135, 0), 136, 3, 3),
      (.fault, Theme.RGB(215, 0, 0), 160, 1, 1),
      (.accent0, Theme.RGB(175, 135, 175), 139, 12, 4),
      (.accent1, Theme.RGB(0, 95, 215), 26, 6, 6),
      (.accent2, Theme.RGB(255, 95, 0), 202, 1, 1),
      (.accent3, Theme.RGB(175, 0, 135), 126, 5, 5),
      (.accent4, Theme.RGB(95, 95, 0), 58, 3, 3),
      (.accent5, Theme.RGB(0, 135, 95), 29, 2, 2),
      (.accent6, Theme.RGB(135, 135, 215), 104, 14, 6),
      (.accent7, Theme.RGB(135, 0, 255), 93, 13, 5),
    ]
    for (role, rgb, index256, index16, index8) in colours {
      theme[role].foreground = Theme.Color(
        rgb: rgb, index256: index256, index16: index16, index8: index8)
    }
    return theme
  }()

  /// Dark on white.
  package static let light = ThemeDefinition(
    "light", paper: 231, ink: 234, faint: 59, border: 102, link: 19, match: 130, caution: 94,
    fault: 160, accents: [53, 18, 52, 128, 130, 29, 97, 21])

  /// Light on a dark grey.
  package static let dark = ThemeDefinition(
    "dark", paper: 234, ink: 253, faint: 248, border: 243, link: 117, match: 214, caution: 179,
    fault: 210, accents: [219, 152, 202, 168, 187, 47, 135, 104])

  /// White on black, with a contrast of 7:1 and more.
  private static let highContrast: ThemeDefinition = {
    var theme = ThemeDefinition(
      "high-contrast", paper: 16, ink: 231, faint: 254, border: 250, link: 159, match: 226,
      caution: 220, fault: 217, accents: [204, 189, 142, 224, 173, 47, 141, 176])
    theme.textContrast = 7
    return theme
  }()

  /// No colour, whatever the terminal has.
  package static let mono: ThemeDefinition = {
    var theme = ThemeDefinition("mono")
    theme.isColourless = true
    return theme
  }()

  /// A theme of entries of the palette of 256.
  private init(
    _ name: String, paper: UInt8, ink: UInt8, faint: UInt8, border: UInt8, link: UInt8,
    match: UInt8, caution: UInt8, fault: UInt8, accents: [UInt8]
  ) {
    self.init(name, paper: Theme.Color(paletteIndex: paper))
    let colours: [(Role, UInt8)] = [
      (.text, ink), (.faint, faint), (.heading, ink), (.border, border), (.focusedBorder, ink),
      (.link, link), (.key, ink), (.match, match), (.caution, caution), (.fault, fault),
    ]
    for (role, index) in colours { self[role].foreground = Theme.Color(paletteIndex: index) }
    for (number, index) in accents.enumerated() {
      self[.accent(number)].foreground = Theme.Color(paletteIndex: index)
    }
  }
}
