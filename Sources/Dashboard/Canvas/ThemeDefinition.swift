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
  static let strokeContrast = 3.0

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
