import Glibc

/// The modes of a terminal, to be compared before and after a program.
public struct TerminalModes: Equatable, Sendable, CustomStringConvertible {
  /// The input flags of termios.
  public var input: UInt32
  /// The output flags.
  public var output: UInt32
  /// The local flags: echo, line by line, signals.
  public var local: UInt32
  /// The control flags.
  public var control: UInt32
  /// The control characters, by their index.
  public var characters: [UInt8]

  init?(of descriptor: Int32) {
    var modes = termios()
    guard tcgetattr(descriptor, &modes) == 0 else { return nil }
    input = modes.c_iflag
    output = modes.c_oflag
    local = modes.c_lflag
    control = modes.c_cflag
    characters = withUnsafeBytes(of: &modes.c_cc) { Array($0) }
  }

  /// Whether what is typed is shown.
  public var echoes: Bool { local & UInt32(ECHO) != 0 }
  /// Whether input waits for the end of a line.
  public var isLineByLine: Bool { local & UInt32(ICANON) != 0 }

  /// The flags in hexadecimal, for a failing test's message.
  public var description: String {
    [input, output, local, control].map { String($0, radix: 16) }.joined(separator: " ")
      + " \(characters)"
  }
}
