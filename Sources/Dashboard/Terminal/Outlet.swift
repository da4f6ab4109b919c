import CNcurses
import Glibc

/// The only way to the terminal: one write for each frame, and no frame before the last one is
/// sent.
///
/// Only `drain` waits, so a stalled line blocks neither keys nor signals.
struct Outlet {
  /// Where the bytes go.
  let descriptor: Int32
  private var rest: ArraySlice<UInt8> = []
  private var credit: LineCredit
  // Whether the terminal is one of those that answer more than ECMA-48, or ignore it.
  private let answersQuestions: Bool
  private var hasAskedForSync = false
  private let asksBackground: Bool
  // Whether to ask for the background with the next request.
  private var isBackgroundDue: Bool
  /// Whether the terminal can delay a picture until all of it has arrived.
  var isSynchronized = false

  /// The smallest frame worth delaying, in bytes: a shorter one usually arrives whole.
  private static let synchronizedFrom = 512

  /// An outlet to a terminal.
  ///
  /// - Parameters:
  ///   - name: The terminal's name in terminfo, which decides what it may be asked.
  ///   - inTmux: Whether it is tmux, which may have a name of screen.
  ///   - hasColours: Whether its background matters.
  init(_ descriptor: Int32, terminal name: String, inTmux: Bool, hasColours: Bool) {
    self.descriptor = descriptor
    // ECMA-48 terminals answer the request; others might display it.
    let cup = Capability.bytes("cup")
    credit = LineCredit(isDeaf: !cup.starts(with: Array("\u{1b}[".utf8)))
    let families = ["xterm", "tmux", "foot", "kitty", "alacritty", "konsole", "st-", "wezterm"]
    answersQuestions = inTmux || families.contains { name.hasPrefix($0) }
    asksBackground = answersQuestions && hasColours
    isBackgroundDue = asksBackground
  }

  /// Whether bytes are waiting for the line.
  var isBlocked: Bool { !rest.isEmpty }
  /// Whether an answer from the terminal is expected.
  var isAsked: Bool { credit.isAsked }

  /// Whether a frame can be sent now.
  mutating func isReady(at now: Int) -> Bool { rest.isEmpty && credit.allowsFrame(at: now) }

  /// The longest wait until a frame may be sent, in milliseconds; nil for no limit.
  func patience(at now: Int) -> Int? { credit.patience(at: now) }

  /// Sends bytes unchanged, after those that are waiting.
  mutating func put(_ bytes: [UInt8]) {
    rest += bytes
    flush()
  }

  /// Sends a frame, followed by a request to the terminal if one is due.
  mutating func send(_ frame: [UInt8], at now: Int) {
    guard !frame.isEmpty else { return }
    var bytes = frame
    if isSynchronized, frame.count >= Self.synchronizedFrom {
      bytes = Array("\u{1b}[?2026h".utf8) + frame + Array("\u{1b}[?2026l".utf8)
    }
    if credit.send(bytes.count, at: now) { bytes += questions() }
    put(bytes)
  }

  /// Asks for the background again, as soon as no other answer is expected.
  mutating func askBackground(at now: Int) {
    isBackgroundDue = asksBackground
    if isBackgroundDue, credit.ask(at: now) { put(questions()) }
  }

  /// The questions that are due.
  private mutating func questions() -> [UInt8] {
    // Answers arrive in order: with the last, the others have arrived or never will.
    var bytes: [UInt8] = []
    if answersQuestions, !hasAskedForSync {
      bytes += Array("\u{1b}[?2026$p".utf8)
      if isBackgroundDue { bytes += Array("\u{1b}[?2031$p".utf8) }
    }
    hasAskedForSync = true
    if isBackgroundDue { bytes += BackgroundReport.question }
    isBackgroundDue = false
    return bytes + Array("\u{1b}[5n".utf8)
  }

  /// Takes the terminal's answer and asks nothing more.
  mutating func answerLast() { credit.answer() }

  /// Takes the terminal's answer to that request.
  mutating func answer(at now: Int) {
    credit.answer()
    if isBackgroundDue, hasAskedForSync { askBackground(at: now) }
  }

  /// Sends as many waiting bytes as the line accepts.
  mutating func flush() {
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EINTR {
        continue
      } else {
        // A closed line never accepts anything again; SIGHUP reports it.
        if count == 0 || errno != EAGAIN { rest = [] }
        return
      }
    }
    rest = []
  }

  /// Sends the waiting bytes; drops the rest if the line takes nothing for `patience` milliseconds.
  ///
  /// - Returns: Whether all of them were sent and the line accepts more, or the line is closed.
  @discardableResult
  mutating func drain(patience: Int) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    // The line may be stalled even if nothing is waiting.
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
