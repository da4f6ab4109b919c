import Browsing

/// The environment variables and files that the program uses, for its documentation.
enum Environment {
  /// Each variable and what it does.
  static let variables: [(name: String, help: String)] = [
    ("TERM", "The kind of terminal. With 'dumb', or without a value, linear mode starts."),
    (
      "ESCDELAY",
      "Milliseconds to wait after Escape for the rest of a key; \(Configuration.usualEscdelay) by default. --escdelay takes precedence."
    ),
    ("NO_COLOR", "When set and not empty, no colour is used; bold and underline stay."),
    ("LC_ALL, LC_CTYPE, LANG", "Characters outside ASCII are drawn only in a UTF-8 locale."),
    ("XDG_CONFIG_HOME", "The folder of the configuration; ~/.config by default."),
    ("XDG_STATE_HOME", "The folder of the saved state; ~/.local/state by default."),
  ]

  /// Where the user's configuration is.
  static let configurationFile = "$XDG_CONFIG_HOME/dossier/config.yaml"

  /// Where bookmarks and the last place are saved.
  static let stateFile = "$XDG_STATE_HOME/dossier/ID"
}
