import Glibc

/// What a command writes to the standard output, collected and sent in large pieces.
struct Output {
  private var bytes: [UInt8] = []

  /// Adds text as it is.
  mutating func write(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    if bytes.count >= 1 << 16 { flush() }
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
    guard let code = Self.send(bytes, to: STDOUT_FILENO) else { return }
    if code == EPIPE { exit(ExitCode.success.rawValue) }
    Self.complain("dossier: cannot write: \(String(cString: strerror(code)))\n")
    exit(ExitCode.findings.rawValue)
  }

  /// Writes a message to the standard error; nothing can be done when that fails.
  static func complain(_ message: String) {
    _ = send(Array(message.utf8), to: STDERR_FILENO)
  }

  /// Sends all bytes; returns the error's number when they cannot be sent.
  private static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let count = Glibc.write(
          descriptor, buffer.baseAddress.map { $0 + sent }, buffer.count - sent)
        if count >= 0 {
          sent += count
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
        } else if errno != EINTR {
          return errno
        }
      }
      return nil
    }
  }
}
