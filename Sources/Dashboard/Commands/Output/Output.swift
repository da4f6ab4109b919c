import Glibc
import System

/// What a command writes to the standard output, collected and sent in large pieces.
struct Output {
  private var bytes: [UInt8] = []

  /// Adds text as it is.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { flush() }
  }

  /// Adds bytes as they are.
  mutating func write(_ bytes: [UInt8]) {
    self.bytes += bytes
    flush()
  }

  /// Adds a line.
  mutating func line(_ text: String = "") {
    write(text)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Sends what was collected.
  ///
  /// If the reader has closed its end, the program ends without an error. Any other fault ends it
  /// with a message.
  mutating func flush() {
    defer { bytes.removeAll(keepingCapacity: true) }
    do {
      try WholeFile.send(bytes, to: STDOUT_FILENO)
    } catch {
      if error.code == EPIPE { exit(ExitCode.success.rawValue) }
      Self.complain("dossier: cannot write: \(error.reason)\n")
      exit(ExitCode.findings.rawValue)
    }
  }

  /// Writes a message to the standard error; nothing can be done when that fails.
  static func complain(_ message: String) {
    try? WholeFile.send(Array(message.utf8), to: STDERR_FILENO)
  }
}
