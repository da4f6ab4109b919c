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
  /// Whether judgements can be added to the dossier.
  package var writing = Writing.nowhere
  /// Today, after which nothing can be known; nil for the last day on which something became known.
  package var today: Period.Point?

  /// Whether judgements can be added to the dossier that is shown.
  package enum Writing: Sendable {
    /// They are added to its folder.
    case folder
    /// They cannot: it is in the program.
    case builtIn
    /// They cannot: the reader only reads.
    case nowhere

    /// Why none can be added; nil if they can.
    var obstacle: String? {
      switch self {
      case .folder: nil
      case .builtIn:
        "The built-in dossier cannot be changed. 'dossier new DIR' makes a folder of your own, and "
          + "'dossier import' one from a report; judgements can be added there."
      case .nowhere: "Nothing can be added from here."
      }
    }
  }

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
