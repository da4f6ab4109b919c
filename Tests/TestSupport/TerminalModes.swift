import Glibc

/// The modes of a terminal, for comparison before and after a program.
package struct TerminalModes: Equatable, Sendable, CustomStringConvertible {
  /// The input flags of termios.
  package var input: UInt32
  /// The output flags.
  package var output: UInt32
  /// The local flags: echo, line by line, signals.
  package var local: UInt32
  /// The control flags.
  package var control: UInt32
  /// The control characters, by their index.
  package var characters: [UInt8]

  init?(of descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    input = modes.c_iflag
    output = modes.c_oflag
    local = modes.c_lflag
    control = modes.c_cflag
    characters = withUnsafeBytes(of: &modes.c_cc) { Array($0) }
  }

  /// Whether typed characters are echoed.
  package var echoes: Bool { local & UInt32(ECHO) != 0 }
  /// Whether input waits for the end of a line.
  package var isLineByLine: Bool { local & UInt32(ICANON) != 0 }

  /// The flags in hexadecimal, for a failing test's message.
  package var description: String {
    [input, output, local, control].map { String($0, radix: 16) }.joined(separator: " ")
      + " \(characters)"
  }
}
