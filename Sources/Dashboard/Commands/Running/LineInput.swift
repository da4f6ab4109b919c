import Glibc
import Records
import Terminal

/// The standard input line by line, with the signals that end the program in between.
struct LineInput {
  /// What was received.
  enum Event {
    /// A line without its line feed; overlong lines are cut.
    case line(String)
    /// There are no more lines.
    case end
    /// A signal asks the program to end.
    case interrupted(Int32)
    /// Nothing was received within the time limit.
    case nothing
  }

  // Without a descriptor for them, signals end the program at once.
  private let signals = Signals(Signals.ending)
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// The longest line that is kept.
  private static let limit = 4096

  /// Waits for a line, the end or a signal.
  ///
  /// - Parameter milliseconds: The maximum wait for input; nil for no limit.
  mutating func next(within milliseconds: Int?) -> Event {
    while true {
      if let signal = signals?.taken().first { return .interrupted(signal) }
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: bytes[..<min(end, Self.limit)], as: UTF8.self)
        bytes.removeSubrange(...end)
        return .line(line)
      }
      if isAtEnd {
        if bytes.isEmpty { return .end }
        defer { bytes = [] }
        return .line(String(decoding: bytes.prefix(Self.limit), as: UTF8.self))
      }
      if !read(within: milliseconds) { return .nothing }
    }
  }

  /// Reads what is available; false if nothing happened within the time limit.
  private mutating func read(within milliseconds: Int?) -> Bool {
    var waited = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&waited, 2, milliseconds.map { Int32(clamping: $0) } ?? -1)
    if count == 0 { return false }
    guard count > 0, waited[0].revents != 0 else { return true }
    take()
    return true
  }

  private mutating func take() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      // Only the start of an endless line is kept.
      let isFull = bytes.count > Self.limit
      bytes +=
        isFull ? ArraySlice(buffer[..<count].drop { $0 != UInt8(ascii: "\n") }) : buffer[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isAtEnd = true
    }
  }
}
