/// What is tried, in order, where terminfo does not know a terminal's name.
///
/// A newer terminal whose entry is not installed at the far end of a line is the usual case: nearly
/// all of them understand what xterm does. Families that do not are named, with entries that ask
/// for less: screen and tmux paint an erased cell otherwise, rxvt and st know no repetition of
/// characters (`CSI b`), and the Linux console has no second screen.
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
  /// and what every installation has.
  static func names(for wanted: String) -> [String] {
    var names = [wanted]
    // xterm's own variants are better served with 256 colours than by the plain name's eight.
    if !wanted.hasPrefix("xterm"), let end = wanted.lastIndex(of: "-") {
      names.append(String(wanted[..<end]))
    }
    if let family = families.first(where: { wanted.hasPrefix($0.prefix) }) { names += family.names }
    var seen: Set<String> = [""]
    return (names + anybody).filter { seen.insert($0).inserted }
  }
}
