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
    let word = answer(question, limit: 64)?.lowercased()
    return word == "y" || word == "yes"
  }

  /// Asks a question and returns the line typed in answer; nil if the input has ended.
  ///
  /// - Parameter limit: The most bytes that are read of it.
  static func answer(_ question: String, limit: Int = 4096) -> String? {
    Output.complain(question)
    var answer: [UInt8] = []
    var byte: UInt8 = 0
    // Byte by byte, because what is typed after the line is not part of the answer.
    while answer.count < limit {
      let count = read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR { continue }
      if count != 1 { return answer.isEmpty ? nil : String(decoding: answer, as: UTF8.self) }
      if byte == UInt8(ascii: "\n") { break }
      answer.append(byte)
    }
    return String(decoding: answer, as: UTF8.self)
  }

  /// An environment variable; nil if it is not set.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
