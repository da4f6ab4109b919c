/// What the user has chosen: signs, keys and themes.
public struct Preferences: Sendable {
  /// What the terminal can show.
  public var glyphs: Glyphs
  /// The keys of the dashboard.
  public var keys: DashboardKeys
  /// The keys of talks.
  public var talkKeys: TalkKeys
  /// The themes that the reader can choose among.
  public var themes: [ThemeDefinition]

  /// What holds where nothing is chosen, but for what is named here.
  public init(
    glyphs: Glyphs = .unicode, keys: DashboardKeys = .standard, talkKeys: TalkKeys = .standard,
    themes: [ThemeDefinition] = ThemeDefinition.builtIn
  ) {
    self.glyphs = glyphs
    self.keys = keys
    self.talkKeys = talkKeys
    self.themes = themes
  }
}
