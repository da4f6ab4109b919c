import Interface

/// The variables and files that the program heeds, for its documentation.
enum Environment {
  /// The variables with what they do.
  static let variables: [(name: String, help: String)] = [
    ("TERM", "The kind of terminal; with 'dumb' or none it talks in lines."),
    (
      "ESCDELAY",
      "Milliseconds to wait behind Escape for the rest of a key, \(Configuration.usualEscdelay) when unset; --escdelay goes first."
    ),
    ("NO_COLOR", "No colour when set to anything but nothing; bold and the like stay."),
    ("LC_ALL, LC_CTYPE, LANG", "Signs beyond ASCII are drawn only in a UTF-8 locale."),
    ("XDG_CONFIG_HOME", "Where the configuration is, ~/.config when not set."),
    ("XDG_STATE_HOME", "Where the state is kept, ~/.local/state when not set."),
  ]

  /// Where the user's configuration is.
  static let configurationFile = "$XDG_CONFIG_HOME/dossier/config.yaml"

  /// Where bookmarks and the last place are kept.
  static let stateFile = "$XDG_STATE_HOME/dossier/ID"
}
