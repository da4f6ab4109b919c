import Glibc

extension PseudoTerminal {
  /// Types bytes; what the program does not take within two seconds is dropped.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let deadline = Self.now() + 2000
    while !rest.isEmpty, main >= 0, Self.now() < deadline {
      let count = rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        _ = read(timeout: 10)
      }
    }
  }

  /// Types text as UTF-8.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Reads what the program has sent.
  ///
  /// - Parameter timeout: How long to wait for a first byte, in milliseconds.
  /// - Returns: The bytes that were there, which are appended to `output` as well.
  @discardableResult
  package func read(timeout: Int) -> [UInt8] {
    guard main >= 0 else { return [] }
    var descriptor = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(clamping: timeout)) > 0 else { return [] }
    var new: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(main, &buffer, buffer.count)
      guard count > 0 else { break }
      new += buffer.prefix(count)
    }
    // A question may have come in two parts.
    let start = max(0, output.count - Self.question.count + 1)
    output += new
    guard answersStatus else { return new }
    let answer = "\u{1b}[0n"
    for _ in output[start...].ranges(of: Self.question) {
      _ = write(main, answer, answer.utf8.count)
    }
    return new
  }

  /// A device status report is asked for.
  package static let question = Array("\u{1b}[5n".utf8)

  /// Reads at most some bytes of what the program has sent, without waiting.
  func read(atMost limit: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(main, &buffer, limit)
    let new = Array(buffer.prefix(max(0, count)))
    output += new
    return new
  }

  /// Waits without reading, in milliseconds.
  func pause(_ milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// Reads until the program has sent nothing for a while.
  ///
  /// - Parameters:
  ///   - quiet: How long nothing must come after something came, in milliseconds.
  ///   - timeout: How long to wait in all, in milliseconds.
  /// - Returns: The bytes that came, which are appended to `output` as well.
  @discardableResult
  package func readUntilQuiet(_ quiet: Int = 60, timeout: Int = 5000) -> [UInt8] {
    let start = output.count
    let deadline = Self.now() + timeout
    while Self.now() < deadline {
      let wait = output.count == start ? deadline - Self.now() : quiet
      if read(timeout: wait).isEmpty { break }
    }
    return Array(output[start...])
  }

  /// Reads what is still under way, until nothing has come for a while; may read nothing.
  package func settle(_ quiet: Int = 80) {
    while !read(timeout: quiet).isEmpty {}
  }

  /// Reads until a condition holds, which is asked after each arrival.
  ///
  /// - Parameter timeout: How long to wait in all, in milliseconds.
  /// - Returns: Whether the condition came to hold.
  package func read(timeout: Int = 5000, until condition: (PseudoTerminal) -> Bool) -> Bool {
    let deadline = Self.now() + timeout
    while !condition(self) {
      guard Self.now() < deadline else { return false }
      read(timeout: 20)
    }
    return true
  }

  /// Reads until the program has sent a text, anywhere after a place in `output`.
  package func read(until text: String, from start: Int = 0, timeout: Int = 5000) -> Bool {
    let wanted = Array(text.utf8)
    return read(timeout: timeout) { $0.output.dropFirst(start).firstRange(of: wanted) != nil }
  }

  /// Waits for the program's end and reads what it still sends.
  ///
  /// - Parameter timeout: How long to wait, in milliseconds.
  /// - Returns: How it ended, or nil where it still runs.
  @discardableResult
  package func wait(timeout: Int = 5000) -> Ending? {
    let deadline = Self.now() + timeout
    while ending == nil, Self.now() < deadline {
      read(timeout: main >= 0 ? 10 : 0)
      if main < 0 { usleep(5000) }
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      let signal = status & 0x7f
      ending = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
    }
    while !read(timeout: 0).isEmpty {}
    return ending
  }

  /// Milliseconds of a clock that only goes forward.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
