import CNcurses
import Glibc

/// The only way to the terminal: one write for each frame, and no frame before the last one has gone.
///
/// Only `drain` waits, so a line that stands still stops neither keys nor signals.
struct Outlet {
  /// Where the bytes go.
  let descriptor: Int32
  private var rest: ArraySlice<UInt8> = []
  private var credit: LineCredit
  private let asksForSync: Bool
  private var hasAskedForSync = false
  /// Whether the terminal can hold back a picture until all of it has come.
  var isSynchronized = false

  /// The smallest frame worth holding back, in bytes: a shorter one usually arrives whole.
  private static let synchronizedFrom = 512

  /// An outlet to a terminal.
  ///
  /// - Parameter name: What terminfo calls it, which decides what it may be asked.
  init(_ descriptor: Int32, terminal name: String) {
    self.descriptor = descriptor
    // ECMA-48 terminals answer the question; others might show it.
    let cup = Capability.bytes("cup")
    credit = LineCredit(isDeaf: !cup.starts(with: Array("\u{1b}[".utf8)))
    let families = ["xterm", "tmux", "foot", "kitty", "alacritty", "konsole", "st-", "wezterm"]
    asksForSync = families.contains { name.hasPrefix($0) }
  }

  /// Whether bytes wait for the line to take them.
  var isBlocked: Bool { !rest.isEmpty }
  /// Whether the terminal owes an answer.
  var isAsked: Bool { credit.isAsked }

  /// Whether a frame can be sent now.
  mutating func isReady(at now: Int) -> Bool { rest.isEmpty && credit.allowsFrame(at: now) }

  /// How long to wait at most until a frame may be sent, in milliseconds; nil for no limit.
  func patience(at now: Int) -> Int? { credit.patience(at: now) }

  /// Sends bytes as they are, behind what still waits.
  mutating func put(_ bytes: [UInt8]) {
    rest += bytes
    flush()
  }

  /// Sends a frame, with a question to the terminal behind it where one is due.
  mutating func send(_ frame: [UInt8], at now: Int) {
    guard !frame.isEmpty else { return }
    var bytes = frame
    if isSynchronized, frame.count >= Self.synchronizedFrom {
      bytes = Array("\u{1b}[?2026h".utf8) + frame + Array("\u{1b}[?2026l".utf8)
    }
    if credit.send(bytes.count, at: now) {
      // Answers come in order: with the second, the first has come or never will.
      if asksForSync, !hasAskedForSync { bytes += Array("\u{1b}[?2026$p".utf8) }
      hasAskedForSync = true
      bytes += Array("\u{1b}[5n".utf8)
    }
    put(bytes)
  }

  /// Takes the terminal's answer to that question.
  mutating func answer() { credit.answer() }

  /// Sends as much of what waits as the line takes.
  mutating func flush() {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        // A line that has gone never takes anything again; SIGHUP reports it.
        if count == 0 || errno != EAGAIN { rest = [] }
        return
      }
    }
    rest = []
  }

  /// Sends what waits and drops what the line has not taken within some milliseconds.
  ///
  /// - Returns: Whether all of it was sent and the line takes more, or nobody is there any more.
  @discardableResult
  mutating func drain(patience: Int) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // Where nothing waits the line may stand still all the same.
    repeat {
      flush()
      guard poll(&ready, 1, Int32(clamping: patience)) > 0 else {
        rest = []
        return false
      }
    } while !rest.isEmpty && ready.revents & Int16(POLLERR | POLLHUP | POLLNVAL) == 0
    rest = []
    return true
  }

  /// Closes the outlet.
  func close() { Glibc.close(descriptor) }
}
