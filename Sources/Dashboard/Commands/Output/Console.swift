import Glibc

/// What the program knows about where its output goes.
enum Console {
  /// Whether the standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether the terminal is one that a screen can be drawn on.
  static var isCapable: Bool {
    let name = variable("TERM") ?? ""
    return isTerminal && isatty(STDIN_FILENO) == 1 && name != "dumb"
  }

  /// The terminal's columns; nil where the output is no terminal.
  static var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }

  /// A variable of the environment; nil when it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
