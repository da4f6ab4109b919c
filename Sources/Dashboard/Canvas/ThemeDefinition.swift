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
  /// The least contrast of a role with its background, after WCAG 2.
  package var contrast = 4.5
  /// Whether roles that it leaves as the built-in terminal theme has them take the colours that
  /// suit the terminal's background.
  var isAdaptive = false
  private var paints: [Paint]

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

  /// The roles whose colours are too close to their background, with their contrast.
  ///
  /// Roles are left out if either colour is the terminal's own and so unknown.
  package var illegible: [(role: Role, contrast: Double)] {
    Role.allCases.compactMap { role in
      guard let ink = foreground(of: role)?.rgb, let ground = background(of: role)?.rgb else {
        return nil
      }
      let found = ink.contrast(with: ground)
      return found < contrast ? (role, found) : nil
    }
  }

  /// The theme as it is drawn on a terminal's background; itself if it brings its own.
  ///
  /// - Parameter ground: The background; nil if it is not known.
  func suiting(_ ground: Theme.RGB?, _ depth: Theme.Depth) -> ThemeDefinition {
    guard isAdaptive, paper == nil else { return self }
    var suited = self
    let made = ground.map { $0.isDark ? ThemeDefinition.dark : .light }
    for role in Self.adaptiveRoles where self[role] == Self.terminal[role] {
      if depth <= .sixteen {
        // Users change these colours, so that any of them may vanish on any background.
        suited[role].foreground = nil
      } else if let ground, let made {
        let made = made[role].foreground
        // The terminal's own text may be fainter than a theme's, and must stay the stronger one.
        suited[role].foreground =
          role == .faint || role == .border
          ? made?.faintest(on: ground, atLeast: contrast)
          : made?.legible(on: ground, atLeast: contrast)
      }
    }
    return suited
  }

  /// The roles that may have colours in the terminal theme.
  private static let adaptiveRoles: [Role] =
    [.faint, .border, .match, .caution, .fault]
    + Role.allCases.filter { $0.rawValue >= Role.accent0.rawValue }
}
