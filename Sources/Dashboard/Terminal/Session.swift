import CNcurses
import Glibc
public import Interface

/// The time in which the program has the terminal: from the first frame to the modes it found.
///
/// One at a time. Whatever ends the program (`stop`, `exit`, a signal, a trap) leaves the terminal
/// as it was; SIGKILL alone cannot be met.
public final class Session {
  /// The characters that the terminal can show, by the locale.
  public let charset: Charset
  /// The name of the terminal that ncurses works by: `TERM`, or what stands in for it.
  public let terminalName: String
  /// A sentence for the reader where terminfo does not know `TERM`; nil where it does.
  public let standInNotice: String?

  let device: Device
  let signals: Signals
  var keyboard: Keyboard
  var screen: Screen
  var outlet: Outlet
  // A frame was asked for that could not be sent yet.
  var isFrameDue = false
  private let handle: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]
  private let hasPaste: Bool
  private var isMouseOn = false
  private var isStopped = false
  // The terminal has been given back and is not taken again.
  private var isLent = false
  // The terminal's own size may be unknown, so this is compared with what it said last.
  var lastSize: Size

  /// Takes the terminal.
  ///
  /// Heeds `TERM`, `NO_COLOR` and the locale. Keys are heard and nothing is drawn yet.
  ///
  /// - Parameter theme: The colours to draw with, as far as the terminal has them.
  /// - Throws: Where there is no terminal or it cannot place its cursor. The terminal is as before.
  public init(theme: ThemeDefinition = .terminal) throws(SessionFault) {
    charset = Codeset.fromEnvironment()
    guard let device = Device() else { throw .noTerminal }
    guard Device.hasRoom(for: Self.descriptors) else {
      device.close()
      throw .noDescriptors
    }
    guard Memory.allows(4 << 20) else {
      device.close()
      throw .noResources
    }
    self.device = device
    guard let signals = Signals() else {
      device.close()
      throw .noResources
    }
    self.signals = signals
    let wanted = Codeset.variable("TERM") ?? ""
    guard let opened = Self.open(device, wanted) else {
      signals.close()
      device.close()
      throw .unusableTerminal(wanted)
    }
    handle = opened.handle
    files = opened.files
    terminalName = opened.name
    standInNotice = Self.notice(wanted, opened.name)
    hasPaste = Capability.has("kmous")
    cbreak()
    noecho()
    nonl()
    set_escdelay(Int32(Self.escapeDelay))
    let isColorRefused = !(Codeset.variable("NO_COLOR") ?? "").isEmpty
    let capture = FrameCapture(of: fileno(opened.files[0]), terminal: device.output)
    guard
      let screen = Screen(
        charset: charset, theme: theme, isColorRefused: isColorRefused, capture: capture),
      let keyboard = Keyboard(TypedBytes.ofLocale)
    else {
      endwin()
      signals.close()
      device.close()
      throw .noResources
    }
    self.screen = screen
    self.keyboard = keyboard
    outlet = Outlet(device.openWriter(), terminal: terminalName)
    lastSize = screen.size
    arm()
    signals.keepMessages()
    setPaste(true)
  }

  /// The descriptors that a session opens, and some for what the program reads meanwhile.
  private static let descriptors = 12

  deinit { stop() }

  /// The columns and rows to draw.
  public var size: Size { screen.size }

  /// The colours that are drawn with.
  public var theme: Theme { screen.theme }

  /// Draws with another theme from the next canvas on, which is sent whole.
  public func setTheme(_ theme: ThemeDefinition) {
    guard !isStopped, theme != screen.theme.definition else { return }
    screen.setTheme(theme)
  }

  /// Shows a canvas; only what changed is sent, in one write, and nothing where nothing did.
  ///
  /// While the line still carries what went before, nothing is drawn; `nextEvents` says when to
  /// draw again. So whatever is typed ahead, the last picture is never long behind.
  public func draw(_ canvas: @autoclosure () -> Canvas) {
    guard !isStopped, !isLent else { return }
    let now = Self.milliseconds()
    isFrameDue = !outlet.isReady(at: now)
    if !isFrameDue { outlet.send(screen.draw(canvas(), asks: !outlet.isAsked), at: now) }
  }

  /// Forgets what the terminal shows, so that the next canvas is sent whole.
  public func redraw() {
    guard !isStopped else { return }
    screen.forget()
  }

  /// Asks the terminal for clicks and the wheel, or leaves them to it for selecting text.
  public func setMouse(_ isOn: Bool) {
    guard !isStopped, isOn != isMouseOn else { return }
    isMouseOn = isOn
    let events =
      cncurses_mouse_click() | cncurses_mouse_wheel_up() | cncurses_mouse_wheel_down()
    mouseinterval(0)
    mousemask(isOn ? events : 0, nil)
    // With reports off, one that comes all the same is a sequence like any other.
    keyok(KEY_MOUSE, isOn)
    arm()
  }

  /// Copies a text into the clipboard of the terminal's own machine.
  ///
  /// - Returns: Whether it was sent; false where it is too long. Not every terminal takes it.
  @discardableResult
  public func copy(_ text: String) -> Bool {
    let inTmux = !(Codeset.variable("TMUX") ?? "").isEmpty
    guard !isStopped,
      let bytes = Clipboard.sequence(text, terminal: terminalName, insideTmux: inTmux)
    else { return false }
    outlet.send(bytes, at: Self.milliseconds())
    return true
  }

  /// Gives the terminal back; further calls do nothing.
  public func stop() {
    guard !isStopped else { return }
    if !isLent { leave() }
    isStopped = true
    keyboard.close()
    screen.close()
    outlet.close()
    delscreen(handle)
    device.close(restores: !isLent)
    signals.showMessages()
    signals.close()
    for file in files { fclose(file) }
  }

  /// Runs something else in the terminal: the stop of Ctrl-Z, a pager, an editor.
  ///
  /// - Parameter isOver: Asked afterwards whether the terminal is to stay as it was given back, since
  ///   the program ends.
  public func lend(_ body: () -> Void, unless isOver: () -> Bool = { false }) {
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
    outlet.send(screen.settle(), at: Self.milliseconds())
    outlet.drain(patience: 2000)
    awaitAnswer()
    setPaste(false)
    endwin()
    device.send(Self.ownLine)
  }

  /// What leads below the frame where there is no alternate screen, so that the shell's next line does
  /// not stand amid it.
  private static var ownLine: [UInt8] { Capability.has("rmcup") ? [] : Array("\r\n".utf8) }

  private func setPaste(_ isOn: Bool) {
    if hasPaste { device.send(Array((isOn ? "\u{1b}[?2004h" : "\u{1b}[?2004l").utf8)) }
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

  /// How long a sequence may pause behind its escape, in milliseconds: `ESCDELAY`, or the usual.
  ///
  /// So long a press of Escape by itself takes to be answered.
  private static var escapeDelay: Int { escapeDelayOfEnvironment ?? usualEscapeDelay }

  /// How long `ESCDELAY` says that is, in milliseconds; nil where it says nothing that can be.
  public static var escapeDelayOfEnvironment: Int? {
    guard let value = Codeset.variable("ESCDELAY").flatMap({ Int($0) }), value >= 0 else {
      return nil
    }
    return min(value, escapeDelayLimit)
  }

  /// How long it is where nobody says anything, in milliseconds.
  public static let usualEscapeDelay = Configuration.usualEscdelay

  /// The longest pause that is waited for, in milliseconds.
  public static let escapeDelayLimit = Configuration.escdelayLimit

  private static func notice(_ wanted: String, _ name: String) -> String? {
    guard !wanted.isEmpty, wanted != name else { return nil }
    let safe = wanted.unicodeScalars.prefix(40).map { (" "..."~").contains($0) ? $0 : "?" }
    let text = String(String.UnicodeScalarView(safe))
    return "The terminal \(text) is unknown here and taken for \(name)."
  }

  private static func open(_ device: Device, _ wanted: String) -> (
    handle: OpaquePointer, name: String, files: [UnsafeMutablePointer<FILE>]
  )? {
    guard wanted != "dumb", let output = fdopen(dup(device.output), "w"),
      let input = fdopen(device.openReader(), "r")
    else { return nil }
    for name in StandIn.names(for: wanted) {
      guard let handle = newterm(name, output, input) else { continue }
      if Capability.has("cup") { return (handle, name, [output, input]) }
      endwin()
      delscreen(handle)
      break
    }
    fclose(output)
    fclose(input)
    return nil
  }
}
