import Glibc

/// What the program knows about where its output goes.
enum Console {
  /// Whether the standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether the terminal can show a screen.
  static var isCapable: Bool {
    let name = variable("TERM") ?? ""
    return isTerminal && isatty(STDIN_FILENO) == 1 && name != "dumb"
  }

  /// The terminal's columns; nil if the output is no terminal.
  static var columns: Int? { columns(of: STDOUT_FILENO) }

  /// The columns of the terminal at a descriptor; nil if there is none.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Asks a question that is answered with a line; true only for a yes.
  static func confirms(_ question: String) -> Bool {
    Output.complain(question)
    var answer: [UInt8] = []
    var byte: UInt8 = 0
    // Byte by byte, because what is typed after the line is not part of the answer.
    while answer.count < 64 {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1, byte != UInt8(ascii: "\n") else { break }
      answer.append(byte)
    }
    let word = String(decoding: answer, as: UTF8.self).lowercased()
    return word == "y" || word == "yes"
  }

  /// An environment variable; nil if it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
