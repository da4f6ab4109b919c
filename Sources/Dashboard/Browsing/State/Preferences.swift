package import Canvas
package import Records

/// The user's preferences: signs, keys and themes.
package struct Preferences: Sendable {
  /// What the terminal can show.
  package var glyphs: Glyphs
  /// The keys of the dashboard.
  package var keys: DashboardKeys
  /// The keys of talks.
  package var talkKeys: TalkKeys
  /// The themes that the reader can choose from.
  package var themes: [ThemeDefinition]
  /// The command that started the program, with the folder of the dossier.
  package var program = ["dossier"]
  /// Today, after which nothing can be known; nil for the last day on which something became known.
  package var today: Period.Point?

  /// Preferences; whatever is not given has its default.
  package init(
    glyphs: Glyphs = .unicode, keys: DashboardKeys = .standard, talkKeys: TalkKeys = .standard,
    themes: [ThemeDefinition] = ThemeDefinition.builtIn, today: Period.Point? = nil
  ) {
    self.glyphs = glyphs
    self.keys = keys
    self.talkKeys = talkKeys
    self.themes = themes
    self.today = today
  }
}
