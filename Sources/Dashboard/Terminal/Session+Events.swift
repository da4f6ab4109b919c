import CNcurses
import Glibc
import Interface
import System

extension Session {
  /// Waits for something to happen and takes all of it, so that one frame answers a whole batch.
  ///
  /// Returns as soon as there is an event. The stop of Ctrl-Z happens inside the call and ends in
  /// `.resumed`; a new size is told once, however many there were. A frame that had to wait ends
  /// the wait as `.lineReady` as soon as it can be drawn.
  ///
  /// - Parameters:
  ///   - timeout: How long to wait, in milliseconds; nil waits without end.
  ///   - others: Descriptors of the program's own; `.watchedReady` tells that one is ready.
  /// - Returns: What happened, in order; empty when the time is over.
  public func nextEvents(
    timeout: Int?, watching others: [WatchedDescriptor] = []
  ) -> [SessionEvent] {
    let deadline = timeout.map { Self.milliseconds() &+ max(0, $0) }
    while true {
      let now = Self.milliseconds()
      let patience = keyboard.patience(at: now)
      let left = deadline.map { max(0, $0 - now) }
      let credit = isFrameDue ? outlet.patience(at: now) : nil
      let wait = [patience, left, credit].compactMap { $0 }.min()
      // poll passes over a descriptor below zero.
      var descriptors = [
        pollfd(fd: device.input, events: Int16(POLLIN), revents: 0),
        pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(
          fd: outlet.isBlocked ? outlet.descriptor : -1, events: Int16(POLLOUT), revents: 0),
      ]
      descriptors += others.map { pollfd(fd: $0.descriptor, events: $0.events, revents: 0) }
      let milliseconds = wait.map { Int32(clamping: $0) } ?? -1
      let ready = poll(&descriptors, nfds_t(descriptors.count), milliseconds)
      if outlet.isBlocked { outlet.flush() }
      var events = answerSignals()
      if ready > 0, descriptors[0].revents != 0 {
        events += readKeys(hasHungUp: descriptors[0].revents & Int16(POLLIN) == 0)
      } else if keyboard.patience(at: Self.milliseconds()) == 0 {
        events += keyboard.timeout().map { .input($0) }
      }
      if ready > 0, descriptors.dropFirst(3).contains(where: { $0.revents != 0 }) {
        events.append(.watchedReady)
      }
      if isFrameDue, outlet.isReady(at: Self.milliseconds()) {
        isFrameDue = false
        events.append(.lineReady)
      }
      if !events.isEmpty { return events }
      if let deadline, Self.milliseconds() >= deadline { return [] }
    }
  }

  private func readKeys(hasHungUp: Bool) -> [SessionEvent] {
    let drained = keyboard.drain(at: Self.milliseconds())
    for report in keyboard.takeReports() {
      switch report {
      case .status: outlet.answer()
      case .synchronizedOutput: outlet.isSynchronized = true
      case .cursor(let column): screen.takeAnswer(column: column)
      }
    }
    if drained.isEmpty, hasHungUp || device.isInputAtEnd { return [.interrupted(signal: SIGHUP)] }
    return drained.events.map { .input($0) }
  }

  private func answerSignals() -> [SessionEvent] {
    var events: [SessionEvent] = []
    var hasResumed = false
    var waiting = signals.taken()
    while let number = waiting.first {
      waiting.removeFirst()
      switch number {
      case SIGTSTP:
        // Whoever ends a program that is stopped sends that first, and SIGCONT behind it: in the
        // background the terminal is not its own any more.
        var meanwhile: [Int32] = []
        lend {
          signals.stopProcess()
          // SIGCONT of this stop, and what came in the meantime.
          meanwhile = signals.taken()
        } unless: {
          meanwhile.contains(where: Self.isEnding)
        }
        hasResumed = true
        waiting += meanwhile
      case SIGCONT:
        // Sent to a program that was stopped by SIGSTOP, when the shell has set its own modes.
        if !hasResumed { lend {} }
        hasResumed = true
      case SIGWINCH: break
      default: events.append(.interrupted(signal: number))
      }
    }
    if hasResumed { events.append(.resumed) }
    if let size = newSize() { events.append(size) }
    return events
  }

  /// Whether a signal asks the program to end.
  private static func isEnding(_ number: Int32) -> Bool {
    ![SIGTSTP, SIGCONT, SIGWINCH].contains(number)
  }

  private func newSize() -> SessionEvent? {
    guard let now = device.size else { return nil }
    let size = Size(width: Int(now.columns), height: Int(now.rows))
    guard size != lastSize else { return nil }
    lastSize = size
    let cells = size.width * size.height
    let isLarger = cells > screen.size.width * screen.size.height
    guard !isLarger || Memory.allows(Memory.bytes(cells: cells)) else { return .noMemory(size) }
    screen.resize(columns: now.columns, rows: now.rows)
    return .input(.resize(screen.size))
  }

  /// Waits for the answer that is under way, which the shell would take for typing.
  func awaitAnswer() {
    let deadline = Self.milliseconds() + LineCredit.firstPatience
    var input = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
    while outlet.isAsked, deadline > Self.milliseconds(),
      poll(&input, 1, Int32(clamping: deadline - Self.milliseconds())) > 0,
      input.revents & Int16(POLLIN) != 0
    {
      // Keys that come now are for nobody.
      if readKeys(hasHungUp: false).contains(.interrupted(signal: SIGHUP)) { return }
    }
  }

  static func milliseconds() -> Int { Clock.now }
}
