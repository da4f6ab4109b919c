import CNcurses
package import Canvas
import Glibc
import System

/// The time in which the program has the terminal, from the first frame until it is given back.
///
/// There is one at a time. Whatever ends the program (`stop`, `exit`, a signal, a trap) leaves the
/// terminal as it was; only SIGKILL cannot be caught.
package final class Session {
  /// The characters that the terminal can show, by the locale.
  package let charset: Charset

  private let device: Device
  private let signals: Signals
  private let terminal: CursesTerminal
  private let capture: FrameCapture
  private var keyboard: Keyboard
  private var screen: Screen
  private var outlet: Outlet
  private let hasPaste: Bool
  private var isMouseOn = false
  private var isStopped = false
  // The terminal has been given back and is not taken again.
  private var isLent = false
  // A frame was asked for that could not be sent yet.
  private var isFrameDue = false
  // What the terminal said last: it need not know its size, and there may be no memory for it.
  private var lastSize: Size

  /// Takes the terminal.
  ///
  /// Heeds `TERM`, `NO_COLOR` and the locale. Keys are heard and nothing is drawn yet.
  ///
  /// - Parameters:
  ///   - theme: The colours to draw with, as far as the terminal has them.
  ///   - escapeDelay: How long a sequence may pause behind its escape, in milliseconds; a press of
  ///     Escape by itself is answered after that.
  /// - Throws: Where there is no terminal or it cannot place its cursor. The terminal is as before.
  package init(theme: ThemeDefinition, escapeDelay: Int) throws(SessionFault) {
    charset = Codeset.fromEnvironment()
    guard let device = Device() else { throw .noTerminal }
    guard Device.hasRoom(for: Self.descriptors) else {
      device.close()
      throw .noDescriptors
    }
    guard Memory.allows(4 << 20), let signals = Signals.ofSession() else {
      device.close()
      throw .noResources
    }
    self.device = device
    self.signals = signals
    let wanted = Codeset.variable("TERM") ?? ""
    guard let terminal = CursesTerminal(device, wanted: wanted) else {
      signals.close()
      device.close()
      throw .unusableTerminal(wanted)
    }
    self.terminal = terminal
    capture = FrameCapture(of: terminal.descriptor, terminal: device.output)
    hasPaste = Capability.has("kmous")
    cbreak()
    noecho()
    nonl()
    set_escdelay(Int32(clamping: escapeDelay))
    let isColorRefused = !(Codeset.variable("NO_COLOR") ?? "").isEmpty
    guard let screen = Screen(charset: charset, theme: theme, isColorRefused: isColorRefused),
      let keyboard = Keyboard(TypedBytes.ofLocale)
    else {
      endwin()
      signals.close()
      device.close()
      throw .noResources
    }
    self.screen = screen
    self.keyboard = keyboard
    outlet = Outlet(device.openWriter(), terminal: terminal.name)
    lastSize = screen.size
    arm()
    signals.keepMessages()
    setPaste(true)
  }

  /// The descriptors that a session opens, and some for what the program reads meanwhile.
  private static let descriptors = 12

  deinit { stop() }

  /// The columns and rows to draw.
  package var size: Size { screen.size }

  /// The colours that are drawn with.
  package var theme: Theme { screen.theme }

  /// A sentence for the reader where terminfo does not know `TERM`; nil where it does.
  package var standInNotice: String? { terminal.notice }

  /// Whether the C library's locale knows a character; ncurses draws no other as it is.
  package func knows(_ scalar: Unicode.Scalar) -> Bool {
    charset == .unicode && cncurses_columns(wchar_t(scalar.value)) > 0
  }

  // MARK: Drawing

  /// Draws with another theme from the next canvas on, which is sent whole.
  package func setTheme(_ theme: ThemeDefinition) {
    guard !isStopped, theme != screen.theme.definition else { return }
    screen.setTheme(theme)
  }

  /// Shows a canvas; only what changed is sent, in one write, and nothing where nothing did.
  ///
  /// While the line still carries what went before, nothing is drawn; `nextEvents` says when to
  /// draw again. So whatever is typed ahead, the last picture is never long behind.
  package func draw(_ canvas: @autoclosure () -> Canvas) {
    guard !isStopped, !isLent else { return }
    isFrameDue = !outlet.isReady(at: Clock.now)
    if !isFrameDue { send { screen.show(canvas()) } }
  }

  /// Forgets what the terminal shows, so that the next canvas is sent whole.
  package func redraw() {
    guard !isStopped else { return }
    screen.forget()
  }

  /// Asks the terminal for clicks and the wheel, or leaves them to it for selecting text.
  package func setMouse(_ isOn: Bool) {
    guard !isStopped, isOn != isMouseOn else { return }
    isMouseOn = isOn
    let events =
      cncurses_mouse_click() | cncurses_mouse_wheel_up() | cncurses_mouse_wheel_down()
    mouseinterval(0)
    send { mousemask(isOn ? events : 0, nil) }
    // With reports off, one that comes all the same is a sequence like any other.
    keyok(KEY_MOUSE, isOn)
    arm()
  }

  /// Copies a text into the clipboard of the terminal's own machine.
  ///
  /// - Returns: Whether it was sent; false where it is too long. Not every terminal takes it.
  @discardableResult
  package func copy(_ text: String) -> Bool {
    let inTmux = !(Codeset.variable("TMUX") ?? "").isEmpty
    guard !isStopped,
      let bytes = Clipboard.sequence(text, terminal: terminal.name, insideTmux: inTmux)
    else { return false }
    outlet.send(bytes, at: Clock.now)
    return true
  }

  /// Sends what ncurses has to send for some drawing.
  private func send(_ drawing: () -> Void) {
    outlet.send(capture.bytes(of: drawing), at: Clock.now)
  }

  // MARK: Giving the terminal back

  /// Gives the terminal back; further calls do nothing.
  package func stop() {
    guard !isStopped else { return }
    if !isLent { leave() }
    isStopped = true
    keyboard.close()
    screen.close()
    outlet.close()
    capture.close()
    terminal.close()
    device.close()
    signals.showMessages()
    signals.close()
  }

  /// Runs something else in the terminal: the stop of Ctrl-Z, a pager, an editor.
  ///
  /// - Parameter isOver: Asked afterwards whether the terminal is to stay as it was given back, since
  ///   the program ends.
  func lend(_ body: () -> Void, unless isOver: () -> Bool = { false }) {
    guard !isStopped, !isLent else { return }
    def_prog_mode()
    leave()
    signals.showMessages()
    body()
    if isOver() {
      isLent = true
      return
    }
    reset_prog_mode()
    setPaste(true)
    arm()
    signals.keepMessages()
    redraw()
    // ncurses asks for the mouse again by itself when it draws.
  }

  private func leave() {
    if !outlet.drain(patience: Self.leavePatience) { device.resumeOutput() }
    awaitAnswer()
    setPaste(false)
    outlet.put(capture.bytes { endwin() } + Self.ownLine)
    outlet.drain(patience: Self.leavePatience)
    device.restoreModes()
  }

  /// How long a line that stands still may keep the program from leaving, in milliseconds, twice.
  private static let leavePatience = 2000

  /// Waits for the answer that is under way, which the shell would take for typing.
  private func awaitAnswer() {
    let deadline = Clock.now + LineCredit.firstPatience
    var input = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
    while outlet.isAsked, deadline > Clock.now,
      poll(&input, 1, Int32(clamping: deadline - Clock.now)) > 0,
      input.revents & Int16(POLLIN) != 0
    {
      // Keys that come now are for nobody.
      if readKeys(hasHungUp: false).contains(.interrupted(signal: SIGHUP)) { return }
    }
  }

  /// What leads below the frame where there is no alternate screen, so that the shell's next line
  /// does not stand in the middle of it.
  private static var ownLine: [UInt8] { Capability.has("rmcup") ? [] : Array("\r\n".utf8) }

  private func setPaste(_ isOn: Bool) {
    if hasPaste { outlet.put(Array((isOn ? "\u{1b}[?2004h" : "\u{1b}[?2004l").utf8)) }
  }

  /// Tells the handlers of a crash what gives the terminal back.
  private func arm() {
    var farewell: [UInt8] = []
    if hasPaste { farewell += Array("\u{1b}[?2004l".utf8) }
    if isMouseOn { farewell += Array("\u{1b}[?1000l\u{1b}[?1006l".utf8) }
    for name in ["sgr0", "op", "cnorm", "rmkx", "rmcup"] { farewell += Capability.bytes(name) }
    farewell += Self.ownLine
    signals.arm(terminal: device.output, modes: device.firstModes, farewell: farewell)
  }

  // MARK: What happens

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
  package func nextEvents(
    timeout: Int?, watching others: [WatchedDescriptor] = []
  ) -> [SessionEvent] {
    let deadline = timeout.map { Clock.now &+ max(0, $0) }
    while true {
      let now = Clock.now
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
      } else if keyboard.patience(at: Clock.now) == 0 {
        events += keyboard.timeout().map { .input($0) }
      }
      if ready > 0, descriptors.dropFirst(3).contains(where: { $0.revents != 0 }) {
        events.append(.watchedReady)
      }
      if isFrameDue, outlet.isReady(at: Clock.now) {
        isFrameDue = false
        events.append(.lineReady)
      }
      if !events.isEmpty { return events }
      if let deadline, Clock.now >= deadline { return [] }
    }
  }

  private func readKeys(hasHungUp: Bool) -> [SessionEvent] {
    let drained = keyboard.drain(at: Clock.now)
    for report in keyboard.takeReports() {
      switch report {
      case .status: outlet.answer()
      case .synchronizedOutput: outlet.isSynchronized = true
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
        // Whoever ends a stopped program sends the request first and SIGCONT after it. In the
        // background the terminal is no longer its own.
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
        // Comes after a SIGSTOP, during which the shell has set modes of its own.
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
}
