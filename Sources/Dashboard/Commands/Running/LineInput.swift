import Glibc

/// The standard input line by line, with the signals that end the program between the lines.
///
/// Signals arrive through a descriptor, so that no line is half answered.
struct LineInput {
  /// What came.
  enum Event {
    /// A line without its end; overlong ones are cut.
    case line(String)
    /// There are no more lines.
    case end
    /// A signal asks the program to end.
    case interrupted(Int32)
  }

  private let signals: Int32
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// The longest line that is kept.
  private static let limit = 4096

  /// Takes the signals that end the program.
  init() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      signals = -1
      return
    }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    signals = ends[0]
    var set = Self.ending
    pthread_sigmask(SIG_BLOCK, &set, nil)
    // A thread of its own waits for them, so that no handler has to know where the pipe is.
    var thread = pthread_t()
    let writing = UnsafeMutableRawPointer(bitPattern: Int(ends[1]))
    pthread_create(
      &thread, nil,
      { writing in
        let end = Int32(truncatingIfNeeded: Int(bitPattern: writing))
        var set = LineInput.ending
        var number: Int32 = 0
        while sigwait(&set, &number) == 0 {
          var byte = UInt8(truncatingIfNeeded: number)
          _ = Glibc.write(end, &byte, 1)
        }
        return nil
      }, writing)
  }

  /// The signals that end the program.
  private static var ending: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in [SIGINT, SIGHUP, SIGTERM] { sigaddset(&set, signal) }
    return set
  }

  /// Waits for a line, the end or a signal.
  mutating func next() -> Event {
    while true {
      if let signal = signal() { return .interrupted(signal) }
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
      read()
    }
  }

  private func signal() -> Int32? {
    var byte: UInt8 = 0
    return Glibc.read(signals, &byte, 1) == 1 ? Int32(byte) : nil
  }

  private mutating func read() {
    var waited = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&waited, 2, -1) > 0, waited[0].revents != 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
    if count > 0 {
      // Of a line without end only its start is kept.
      let isFull = bytes.count > Self.limit
      bytes +=
        isFull ? ArraySlice(buffer[..<count].drop { $0 != UInt8(ascii: "\n") }) : buffer[..<count]
    } else if count == 0 || errno != EINTR && errno != EAGAIN {
      isAtEnd = true
    }
  }
}
