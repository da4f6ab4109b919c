/// The names to try, in order, if terminfo does not know a terminal's name.
///
/// Usually the terminal is newer than the entries installed at the far end of a line, and nearly
/// all such terminals understand xterm's sequences. Families that do not are listed, with entries
/// that require less: screen and tmux erase cells in another colour, rxvt and st cannot repeat
/// characters (`CSI b`), and the Linux console has no alternate screen.
enum StandIn {
  private static let families: [(prefix: String, names: [String])] = [
    ("screen", ["screen-256color", "screen"]),
    ("tmux", ["tmux-256color", "screen-256color", "screen"]),
    ("rxvt", ["rxvt-unicode", "rxvt"]),
    ("st-", ["st-256color", "st", "screen-256color", "screen"]),
    ("linux", ["linux"]),
    ("putty", ["putty-256color", "putty"]),
    ("konsole", ["konsole-256color"]),
    ("vt", ["vt220", "vt100"]),
  ]

  private static let anybody = [
    "xterm-256color", "xterm", "screen-256color", "screen", "linux", "vt220", "vt100", "ansi",
  ]

  /// The names to try for a terminal, its own first, each once.
  ///
  /// A variant falls back to its base (`foot-extra` to `foot`), then to its family, then to xterm
  /// and the entries of every installation.
  package static func names(for wanted: String) -> [String] {
    var names = [wanted]
    // xterm's variants do better with 256 colours than with the eight of the plain name.
    if !wanted.hasPrefix("xterm"), let end = wanted.lastIndex(of: "-") {
      names.append(String(wanted[..<end]))
    }
    if let family = families.first(where: { wanted.hasPrefix($0.prefix) }) { names += family.names }
    var seen: Set<String> = [""]
    return (names + anybody).filter { seen.insert($0).inserted }
  }
}
