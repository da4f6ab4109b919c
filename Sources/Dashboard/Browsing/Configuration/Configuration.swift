package import Canvas
package import Charts
package import Reading

/// What a user has set in the configuration, the lines where it is set, and the faults found.
///
/// A fault loses only the setting that it is in.
package struct Configuration: Sendable {
  /// A value with the line on which it was set.
  package struct Setting<Value: Sendable>: Sendable {
    /// The value.
    package var value: Value
    /// The line, counted from 1.
    package var line: Int
  }

  /// The theme's name, one of `allThemes`.
  package internal(set) var theme: Setting<String>?
  /// Whether to use colours.
  package internal(set) var color: Setting<ColorUse>?
  /// What charts are drawn with.
  package internal(set) var glyphs: Setting<GlyphSet>?
  /// Whether to draw with ASCII alone.
  package internal(set) var ascii: Setting<Bool>?
  /// Whether to take clicks and the wheel.
  package internal(set) var mouse: Setting<Bool>?
  /// How many milliseconds to wait after Escape for the rest of a key's sequence.
  package internal(set) var escdelay: Setting<Int>?
  /// Whether bookmarks and the last place are kept.
  package internal(set) var state: Setting<Bool>?
  /// The keys of the dashboard, with the user's changes.
  package internal(set) var keys = DashboardKeys.standard
  /// The actions whose keys the user set.
  package internal(set) var keyLines: [Action: Int] = [:]
  /// The keys of a talk, with the user's changes.
  package internal(set) var talkKeys = TalkKeys.standard
  /// The actions of a talk whose keys the user set.
  package internal(set) var talkKeyLines: [TalkAction: Int] = [:]
  /// The user's themes.
  package internal(set) var themes: [Setting<ThemeDefinition>] = []
  /// The faults in the order of the file.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// How long to wait after Escape by default, in milliseconds.
  package static let usualEscdelay = 20
  /// The longest wait after Escape, in milliseconds.
  package static let escdelayLimit = 5000
  /// The most themes that are read.
  static let themeLimit = 32

  /// An empty configuration.
  package init() {}

  /// A configuration that could not be read.
  package init(fault: Diagnostic) { diagnostics = [fault] }

  /// The built-in themes, followed by the user's.
  package var allThemes: [ThemeDefinition] { ThemeDefinition.builtIn + themes.map(\.value) }

  /// The theme with a name; nil if there is none.
  package func theme(named name: String) -> ThemeDefinition? {
    allThemes.first { $0.name == name }
  }

  // MARK: An example

  /// A configuration that states the defaults, with everything else that can be set.
  ///
  /// Reading it gives the default configuration.
  package static var example: String {
    var lines = [
      "# All settings of dossier, with their defaults. Copy it to",
      "# ~/.config/dossier/config.yaml and keep the lines that you change.",
      "",
      "# \(ThemeDefinition.builtIn.map(\.name).joined(separator: ", ")), or one of your own.",
      "theme: \(ThemeDefinition.terminal.name)",
      "# \(ColorUse.allCases.map(\.rawValue).joined(separator: ", ")); NO_COLOR takes precedence.",
      "color: \(ColorUse.auto.rawValue)",
      "# What charts are drawn with, where the locale knows it:",
      "# \(GlyphSet.allCases.map(\.rawValue).joined(separator: ", ")).",
      "glyphs: \(GlyphSet.quadrant.rawValue)",
      "# ASCII alone, whatever the locale.",
      "ascii: off",
      "# Take clicks and the wheel.",
      "mouse: off",
      "# Milliseconds to wait after Escape for the rest of a key; ESCDELAY takes precedence.",
      "escdelay: \(Configuration.usualEscdelay)",
      "# Keep bookmarks and the last place.",
      "state: on",
      "",
      "# The keys of the dashboard. An action has the keys listed here and no others; what",
      "# another action had of them, it loses. [] takes all keys away.",
      "keys:",
    ]
    lines += keys(DashboardKeys.standard)
    lines += ["", "# The keys of a briefing, at each end that knows the action.", "talk-keys:"]
    lines += keys(TalkKeys.standard)
    lines += [
      "", "# Themes of your own: from another, with a background and colours of roles. A colour is",
      "# a name (red, bright-blue), a number from 0 to 255, \"#rrggbb\", or default.",
      "themes:", "#  night:", "#    from: dark", "#    background: \"#101418\"",
      "#    heading: {foreground: \"#ffd75f\", attributes: [bold]}", "#    link: 117",
      "# Roles:",
    ]
    for role in Role.allCases { lines.append("#   \(role.name): \(role.summary)") }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Each action once, with the keys of all its bindings.
  private static func keys<Action>(_ map: KeyMap<Action>) -> [String] {
    var told: Set<Action> = []
    return map.bindings.filter { told.insert($0.action).inserted }.flatMap { binding in
      let name = binding.action.name
      var seen: Set<Key> = []
      let keys = map.bindings.filter { $0.action == binding.action }.flatMap(\.keys)
      let list = keys.filter { seen.insert($0).inserted }.map { "\"\(escaped($0.description))\"" }
      return ["  # \(binding.help)", "  \(name): [\(list.joined(separator: ", "))]"]
    }
  }

  /// A text between YAML's double quotes.
  private static func escaped(_ text: String) -> String {
    text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}

/// Whether colours are used.
package enum ColorUse: String, CaseIterable, Sendable {
  /// If the terminal has colours and `NO_COLOR` is not set.
  case auto
  /// Regardless of `NO_COLOR`.
  case always
  /// Never.
  case never
}
