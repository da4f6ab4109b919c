import CNcurses
package import Canvas
import Glibc
import System

/// The period in which the program controls the terminal, until it gives it back.
///
/// There is one at a time. Whatever ends the program (`stop`, `exit`, a signal, a trap), the
/// terminal is restored; only SIGKILL cannot be caught.
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
  // Whether the terminal says when its colours change.
  private var hasColourNotices = false
  private var isStopped = false
  // The terminal has been given back and will not be taken again.
  private var isLent = false
  // A frame was requested that could not be sent yet.
  private var isFrameDue = false
  // The terminal's last report: it need not know its size, and there may be no memory for it.
  private var lastSize: Size

  /// Takes the terminal.
  ///
  /// Follows `TERM`, `NO_COLOR` and the locale. Keys are received but nothing is drawn yet.
  ///
  /// - Parameters:
  ///   - theme: The colours to use, as far as the terminal has them.
  ///   - escapeDelay: How long a sequence may pause after its escape, in milliseconds; the Escape
  ///     key alone is reported after that.
  /// - Throws: An error if there is no terminal or its cursor cannot be placed. The terminal is
  ///   unchanged.
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
      Memory.allows(Memory.bytes(cells: screen.size.width * screen.size.height)),
      let keyboard = Keyboard(TypedBytes.ofLocale)
    else {
      endwin()
      signals.close()
      device.close()
      throw .noResources
    }
    self.screen = screen
    self.keyboard = keyboard
    outlet = Outlet(
      device.openWriter(), terminal: terminal.name, inTmux: Self.isInTmux,
      hasColours: screen.hasFixedColours)
    lastSize = screen.size
    arm()
    signals.keepMessages()
    setPaste(true)
  }

  /// The descriptors that a session opens, and a few for files that the program reads meanwhile.
  private static let descriptors = 12

  deinit { stop() }

  private static var isInTmux: Bool { !(Codeset.variable("TMUX") ?? "").isEmpty }

  /// The columns and rows to draw.
  package var size: Size { screen.size }

  /// The colours that are drawn with.
  package var theme: Theme { screen.theme }

  /// A sentence for the reader if terminfo does not know `TERM`; nil if it does.
  package var standInNotice: String? { terminal.notice }

  /// Whether the C library's locale knows a character; ncurses draws no other unchanged.
  package func knows(_ scalar: Unicode.Scalar) -> Bool {
    charset == .unicode && cncurses_columns(wchar_t(scalar.value)) > 0
  }

  // MARK: Drawing

  /// Uses another theme from the next canvas on, which is sent whole.
  package func setTheme(_ theme: ThemeDefinition) {
    guard !isStopped, theme != screen.theme.definition else { return }
    screen.setTheme(theme)
  }

  /// Uses the theme after the current one, and says which it is.
  package func showNextTheme(of themes: [ThemeDefinition]) -> String {
    guard !themes.isEmpty else { return "" }
    let index = themes.firstIndex { $0.name == theme.definition.name }
    let next = themes[((index ?? -1) + 1) % themes.count]
    setTheme(next)
    return "Theme: \(next.name)."
  }

  /// Shows a canvas; only changes are sent, in one write, and nothing if there are none.
  ///
  /// While the line still carries earlier output, nothing is drawn; `nextEvents` says when to draw
  /// again. So the last picture is never far behind, however much is typed ahead.
  package func draw(_ canvas: @autoclosure () -> Canvas) {
    guard !isStopped, !isLent else { return }
    isFrameDue = !outlet.isReady(at: Clock.now)
    if !isFrameDue { send { screen.show(canvas()) } }
  }

  /// Forgets the terminal's contents, so that the next canvas is sent whole.
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
    // With reports off, a report that still arrives is a sequence like any other.
    keyok(KEY_MOUSE, isOn)
    arm()
  }

  /// Copies a text into the clipboard of the machine that the terminal runs on.
  ///
  /// - Returns: Whether it was sent; false if it is too long. Not every terminal accepts it.
  @discardableResult
  package func copy(_ text: String) -> Bool {
    guard !isStopped,
      let bytes = Clipboard.sequence(text, terminal: terminal.name, insideTmux: Self.isInTmux)
    else { return false }
    outlet.send(bytes, at: Clock.now)
    return true
  }

  /// Sends ncurses' output for some drawing.
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
  /// - Parameter isOver: Called afterwards; true leaves the terminal given back, because the
  ///   program ends.
  package func lend(_ body: () -> Void, unless isOver: () -> Bool = { false }) {
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
    if hasColourNotices { setColourNotices(true) }
    // Its colours may have been changed meanwhile.
    outlet.askBackground(at: Clock.now)
    arm()
    signals.keepMessages()
    redraw()
    // ncurses asks for the mouse again by itself when it draws.
  }

  private func leave() {
    if !outlet.drain(patience: Self.leavePatience) { device.resumeOutput() }
    awaitAnswer()
    setPaste(false)
    if hasColourNotices { setColourNotices(false) }
    outlet.put(capture.bytes { endwin() } + Self.ownLine)
    outlet.drain(patience: Self.leavePatience)
    device.restoreModes()
  }

  /// How long a stalled line may delay the end of the program, in milliseconds; applied twice.
  private static let leavePatience = 2000

  /// Waits for an expected answer, which the shell would take for typing.
  private func awaitAnswer() {
    let deadline = Clock.now + LineCredit.firstPatience
    var input = pollfd(fd: device.input, events: Int16(POLLIN), revents: 0)
    while outlet.isAsked, deadline > Clock.now,
      poll(&input, 1, Int32(clamping: deadline - Clock.now)) > 0,
      input.revents & Int16(POLLIN) != 0
    {
      // Keys that arrive now are dropped, and nothing more is asked.
      let (_, isEmpty) = keyboard.drain(at: Clock.now)
      if keyboard.takeReports().contains(.status) { outlet.answerLast() }
      if isEmpty, device.isInputAtEnd { return }
    }
  }

  /// The bytes that move the cursor below the frame if there is no alternate screen, so that the
  /// shell's next line does not start in the middle of it.
  private static var ownLine: [UInt8] { Capability.has("rmcup") ? [] : Array("\r\n".utf8) }

  private func setPaste(_ isOn: Bool) {
    if hasPaste { outlet.put(Array((isOn ? "\u{1b}[?2004h" : "\u{1b}[?2004l").utf8)) }
  }

  private func setColourNotices(_ isOn: Bool) {
    outlet.put(Array((isOn ? "\u{1b}[?2031h" : "\u{1b}[?2031l").utf8))
  }

  /// Gives the crash handlers the bytes and modes that restore the terminal.
  private func arm() {
    var farewell: [UInt8] = []
    if hasPaste { farewell += Array("\u{1b}[?2004l".utf8) }
    if hasColourNotices { farewell += Array("\u{1b}[?2031l".utf8) }
    if isMouseOn { farewell += Array("\u{1b}[?1000l\u{1b}[?1006l".utf8) }
    for name in ["sgr0", "op", "cnorm", "rmkx", "rmcup"] { farewell += Capability.bytes(name) }
    farewell += Self.ownLine
    signals.arm(terminal: device.output, modes: device.firstModes, farewell: farewell)
  }

  // MARK: What happens

  /// Waits for events and takes all of them, so that one frame answers a whole batch.
  ///
  /// Returns as soon as there is an event. The stop of Ctrl-Z happens inside the call and ends in
  /// `.resumed`. Several new sizes are reported once. A frame that had to wait ends the wait as
  /// `.lineReady` as soon as it can be drawn.
  ///
  /// - Parameters:
  ///   - timeout: How long to wait, in milliseconds; nil waits without a limit.
  ///   - others: The program's own descriptors; `.watchedReady` reports that one is ready.
  /// - Returns: The events in order; empty if the time is over.
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
      // poll ignores a negative descriptor.
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
    var events: [SessionEvent] = drained.events.map { .input($0) }
    for report in keyboard.takeReports() {
      switch report {
      case .status: outlet.answer(at: Clock.now)
      case .synchronizedOutput: outlet.isSynchronized = true
      case .background(let colour): if screen.setGround(colour) { events.append(.recoloured) }
      case .colourNotices:
        guard !hasColourNotices else { continue }
        hasColourNotices = true
        setColourNotices(true)
        arm()
      case .coloursChanged: outlet.askBackground(at: Clock.now)
      }
    }
    if drained.isEmpty, hasHungUp || device.isInputAtEnd { return [.interrupted(signal: SIGHUP)] }
    return events
  }

  private func answerSignals() -> [SessionEvent] {
    var events: [SessionEvent] = []
    var hasResumed = false
    var waiting = signals.taken()
    while let number = waiting.first {
      waiting.removeFirst()
      switch number {
      case SIGTSTP:
        // To end a stopped program, the request is sent first and SIGCONT after it. In the
        // background the terminal is no longer the program's.
        var meanwhile: [Int32] = []
        lend {
          signals.stopProcess()
          // SIGCONT of this stop, and signals that arrived in the meantime.
          meanwhile = signals.taken()
        } unless: {
          meanwhile.contains(where: Self.isEnding)
        }
        hasResumed = true
        waiting += meanwhile
      case SIGCONT:
        // Arrives after a SIGSTOP, during which the shell has set its own modes.
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
