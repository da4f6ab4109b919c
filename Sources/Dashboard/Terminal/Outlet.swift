import CNcurses
import Glibc

/// The way of frames to the terminal: each in one write, none sent before the last one has gone.
///
/// Nothing here blocks, so a line that stands still stops neither keys nor signals.
struct Outlet {
  /// Where the bytes go.
  let descriptor: Int32
  private var rest: ArraySlice<UInt8> = []
  private var credit: LineCredit
  private let asksForSync: Bool
  private var hasAskedForSync = false
  /// Whether the terminal can hold back a picture until all of it has come.
  var isSynchronized = false

  /// The smallest frame worth holding back: a shorter one arrives whole, as a rule.
  private static let synchronizedFrom = 512

  /// An outlet to a terminal.
  ///
  /// - Parameter name: What terminfo calls it, which tells what may be asked of it.
  init(_ descriptor: Int32, terminal name: String) {
    self.descriptor = descriptor
    // The answers of ECMA-48 terminals are known; others might show the question.
    let cup = Capability.bytes("cup")
    credit = LineCredit(isDeaf: !cup.starts(with: Array("\u{1b}[".utf8)))
    let families = ["xterm", "tmux", "foot", "kitty", "alacritty", "konsole", "st-", "wezterm"]
    asksForSync = families.contains { name.hasPrefix($0) }
  }

  /// Whether bytes wait for the line to take them.
  var isBlocked: Bool { !rest.isEmpty }
  /// Whether an answer of the terminal is under way.
  var isAsked: Bool { credit.isAsked }

  /// Whether a frame can be sent now.
  mutating func isReady(at now: Int) -> Bool { rest.isEmpty && credit.allowsFrame(at: now) }

  /// How long to wait at most until a frame may be sent, in milliseconds; nil without end.
  func patience(at now: Int) -> Int? { credit.patience(at: now) }

  /// Sends a frame.
  mutating func send(_ frame: [UInt8], at now: Int) {
    guard !frame.isEmpty else { return }
    var bytes = frame
    if isSynchronized, frame.count >= Self.synchronizedFrom {
      bytes = Array("\u{1b}[?2026h".utf8) + frame + Array("\u{1b}[?2026l".utf8)
    }
    if credit.send(bytes.count, at: now) {
      // Answered in order: whoever answers the second question has seen the first.
      if asksForSync, !hasAskedForSync { bytes += Array("\u{1b}[?2026$p".utf8) }
      hasAskedForSync = true
      bytes += Array("\u{1b}[5n".utf8)
    }
    rest += bytes
    flush()
  }

  /// Takes the terminal's answer to the question behind a frame.
  mutating func answer() { credit.answer() }

  /// Sends of what waits as much as the line takes.
  mutating func flush() {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        // A line that has gone takes nothing ever again; SIGHUP tells of it.
        if count == 0 || errno != EAGAIN { rest = [] }
        return
      }
    }
    rest = []
  }

  /// Sends what waits before the terminal is given back, for at most some milliseconds.
  mutating func drain(patience: Int) {
    flush()
    var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    while !rest.isEmpty, poll(&ready, 1, Int32(clamping: patience)) > 0,
      ready.revents & Int16(POLLERR | POLLHUP | POLLNVAL) == 0
    {
      flush()
    }
    rest = []
  }

  /// Closes the outlet.
  func close() { Glibc.close(descriptor) }
}
