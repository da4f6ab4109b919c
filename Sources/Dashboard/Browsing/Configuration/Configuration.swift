package import Canvas
package import Charts
package import Reading

/// What a user has set in the configuration, with the lines where it stands, and the faults found.
///
/// A fault loses the setting that it is in and no other.
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
  /// How many milliseconds Escape waits for the rest of a key's sequence.
  package internal(set) var escdelay: Setting<Int>?
  /// Whether bookmarks and the last place are kept.
  package internal(set) var state: Setting<Bool>?
  /// The keys of the dashboard, with what the user changed.
  package internal(set) var keys = DashboardKeys.standard
  /// The actions whose keys the user set.
  package internal(set) var keyLines: [Action: Int] = [:]
  /// The keys of a talk, with what the user changed.
  package internal(set) var talkKeys = TalkKeys.standard
  /// The actions of a talk whose keys the user set.
  package internal(set) var talkKeyLines: [TalkAction: Int] = [:]
  /// The user's themes.
  package internal(set) var themes: [Setting<ThemeDefinition>] = []
  /// The faults in the order of the file.
  package internal(set) var diagnostics: [Diagnostic] = []

  /// How long to wait after Escape where nobody says anything, in milliseconds.
  package static let usualEscdelay = 20
  /// The longest wait after Escape, in milliseconds.
  package static let escdelayLimit = 5000
  /// The most themes that are read.
  static let themeLimit = 32

  /// A configuration that says nothing.
  package init() {}

  /// A configuration that could not be read.
  package init(fault: Diagnostic) { diagnostics = [fault] }

  /// The themes of the program and then the user's.
  package var allThemes: [ThemeDefinition] { ThemeDefinition.builtIn + themes.map(\.value) }

  /// The theme with a name; nil when there is none.
  package func theme(named name: String) -> ThemeDefinition? {
    allThemes.first { $0.name == name }
  }
}

/// Whether colours are used.
package enum ColorUse: String, CaseIterable, Sendable {
  /// Where the terminal has them and `NO_COLOR` is not set.
  case auto
  /// Whatever `NO_COLOR` says.
  case always
  /// Not at all.
  case never
}
