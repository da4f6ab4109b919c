import Glibc
import System

/// A client's connection to a host, which is made again, with growing pauses, after it was lost.
struct Connection: ~Copyable {
  /// What was read.
  enum Event {
    case line(ArraySlice<UInt8>)
    /// The host is gone; another attempt will be made.
    case lost
  }

  private let path: String
  /// Whether only a host of the same user is accepted.
  private let trustsOnlyOwn: Bool
  /// The first line on every connection.
  var hello: [UInt8]
  /// The socket; -1 while there is none.
  private(set) var descriptor: Int32 = -1
  private var reader = LineReader(limit: WireLimit.line)
  private var outbox = Outbox()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// When the next attempt is made; nil if there is none.
  private var nextAttempt: Int?
  private var pause = Connection.firstPause

  private static let firstPause = 100
  private static let longestPause = 5000

  /// Connects; waits a moment if the host's queue is full.
  init(_ path: String, hello: [UInt8], trustsOnlyOwn: Bool) throws(SharingFault) {
    self.path = path
    self.hello = hello
    self.trustsOnlyOwn = trustsOnlyOwn
    let deadline = Clock.now + 3000
    while true {
      switch try attempt() {
      case 0: return
      case EAGAIN where Clock.now < deadline: usleep(10_000)
      case EACCES, EPERM: throw .stranger(path)
      case ENOENT, ENOTDIR: throw .noBriefing(path)
      case ECONNREFUSED: throw .leftOver(path)
      case let code: throw .system("cannot connect to '\(path)'", code)
      }
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// What to wait for on the descriptor.
  var events: Int16 { Int16(POLLIN) | (outbox.isEmpty ? 0 : Int16(POLLOUT)) }

  /// After how many milliseconds to look again even if nothing happens; nil for never.
  var timeout: Int? {
    if !reader.isEmpty, reader.hasLine { return 0 }
    return nextAttempt.map { max(0, $0 - Clock.now) }
  }

  /// Sends a line, now or when the host accepts it.
  mutating func send(_ line: [UInt8]) {
    guard descriptor >= 0 else { return }
    outbox.append(line)
    // If the host is gone, reading will show it; the host may have said why.
    _ = outbox.flush(to: descriptor)
  }

  /// Reads what came since the last call, at most a thousand lines.
  ///
  /// - Returns: False if there is no new connection yet.
  mutating func receive(_ handle: (Event) -> Void) {
    if descriptor < 0 { reconnect() }
    guard descriptor >= 0 else { return }
    _ = outbox.flush(to: descriptor)
    for _ in 0..<16 {
      for _ in 0..<64 {
        guard let line = reader.next() else { break }
        handle(.line(line))
        if descriptor < 0 { return }
      }
      if reader.hasLine && !reader.isTooLong { continue }
      guard !reader.isTooLong else { return lose(handle) }
      switch Socket.read(descriptor, into: &buffer) {
      case .bytes(let bytes): reader.append(bytes)
      case .nothing: return
      case .gone: return lose(handle)
      }
    }
  }

  /// Closes and connects again at once, with the current hello.
  mutating func renew() {
    drop()
    pause = Self.firstPause
    nextAttempt = Clock.now
    reconnect()
  }

  /// Closes permanently.
  mutating func end() {
    drop()
    nextAttempt = nil
  }

  /// The host has answered: the next pause is short again.
  mutating func settle() { pause = Self.firstPause }

  private mutating func lose(_ handle: (Event) -> Void) {
    drop()
    retryLater()
    handle(.lost)
  }

  private mutating func drop() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
    reader = LineReader(limit: WireLimit.line)
    outbox = Outbox()
  }

  private mutating func reconnect() {
    guard let time = nextAttempt, Clock.now >= time else { return }
    if (try? attempt()) == 0 { nextAttempt = nil } else { retryLater() }
  }

  private mutating func retryLater() {
    // Hundreds of clients that lost the same host should not all come back at the same moment.
    nextAttempt = Clock.now + Int.random(in: pause / 2...pause)
    pause = min(pause * 2, Self.longestPause)
  }

  /// Tries to connect and says hello.
  ///
  /// - Returns: 0, or the number of the error.
  private mutating func attempt() throws(SharingFault) -> Int32 {
    let address = try SocketAddress(path)
    let socket = try Socket.open()
    guard address.call({ connect(socket, $0, $1) }) == 0 else {
      let code = errno
      close(socket)
      return code
    }
    if trustsOnlyOwn, !Socket.isTrusted(Socket.user(of: socket)) {
      close(socket)
      throw .stranger(path)
    }
    descriptor = socket
    send(hello)
    return 0
  }
}
