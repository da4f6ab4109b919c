import BuiltIn
import Reading
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

/// All tests of the running dashboard.
@Suite enum DashboardTests {}

/// The built-in dossier, read once for all tests.
let builtInReading = BuiltInDossier.reading()

/// The program in a pseudo-terminal, the emulator that shows its screen, and the same dashboard
/// without a terminal: both get the same keys, so that every screen is known in advance.
final class DashboardRun {
  let terminal: PseudoTerminal
  let emulator: Emulator
  /// What the dashboard without a terminal shows, does and has been asked to do.
  private(set) var state: State
  private(set) var library: Library
  private(set) var effects: [Effect] = []
  private let charset: Charset
  private let hidesCursor: Bool
  private let hasColours: Bool
  private var fed = 0

  /// The longest wait for anything, in milliseconds; the machine may be busy.
  static let patience = 20_000

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - reading: The dossier that the program will have read.
  ///   - saved: What the program will find kept from another run.
  ///   - theme: The theme that the program will start with; nil for the usual one.
  ///   - shell: A line of bash that starts the program as `$DOSSIER`; nil starts it directly.
  init(
    _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:], reading: Reading = builtInReading,
    saved: SavedState = SavedState(), theme: String? = nil, shell: String? = nil
  ) throws {
    let program = BuiltProduct.path("dossier")
    if let shell {
      terminal = try PseudoTerminal(
        "/bin/bash", ["-c", shell], size: size,
        environment: environment.merging(["DOSSIER": program]) { $1 })
    } else {
      terminal = try PseudoTerminal(program, arguments, size: size, environment: environment)
    }
    emulator = try #require(Emulator(size))
    charset = environment["LC_ALL"] == "C" ? .ascii : .unicode
    hidesCursor = environment["TERM"] != "vt100"
    hasColours =
      environment["NO_COLOR"] == nil && environment["TERM"]?.contains("256") ?? true
    let glyphs = Glyphs.suiting(charset, terminal: environment["TERM"] ?? "xterm-256color")
    var preferences = Preferences(glyphs: glyphs)
    // Most runs show the built-in dossier; those of a folder say so themselves.
    preferences.writing = arguments.contains("--kiosk") ? .nowhere : .builtIn
    library = Library(reading, preferences: preferences)
    state = State(size: size, saved: saved)
    if let theme { state.theme = theme }
    tell(.resize(size))
    // What is typed before the program has the terminal would be shown by the terminal itself.
    let isReady = terminal.read(timeout: Self.patience) { $0.modes?.echoes == false }
    try #require(isReady, "the program did not start")
  }

  /// Types keys, named as the keymap names them and separated by spaces.
  func press(_ names: String) throws {
    let keys = try names.split(separator: " ").map { name in
      try #require(Key(name), "no key \(name)")
    }
    terminal.send(keys.flatMap(\.bytes))
    for key in keys { tell(.key(key)) }
  }

  /// Tells the dashboard without a terminal of a key that reaches the program by another way.
  func type(_ name: String) {
    guard let key = Key(name) else { return }
    tell(.key(key))
  }

  /// Types bytes that say something to the program.
  func send(_ bytes: String, saying message: Message) {
    terminal.send(bytes)
    tell(message)
  }

  /// Changes the terminal's size.
  func resize(_ size: Size) {
    emulator.resize(size)
    terminal.resize(size)
    tell(.resize(size))
  }

  /// Expects what is shown after the dossier's folder was reloaded.
  func reload(_ reading: Reading) {
    let new = Library(reading, preferences: library.preferences)
    Browsing.reload(&state, from: library, to: new)
    library = new
  }

  private func tell(_ message: Message) { effects += update(&state, message, library) }

  /// Reads until a condition holds on the screen.
  func shows(timeout: Int = patience, _ condition: (Emulator) -> Bool) -> Bool {
    var isFresh = true
    return terminal.read(timeout: timeout) { terminal in
      guard isFresh || terminal.output.count > fed else { return false }
      isFresh = false
      emulator.feed(terminal.output[fed...])
      fed = terminal.output.count
      return condition(emulator)
    }
  }

  /// Reads until a text stands on the screen.
  func shows(_ text: String) -> Bool { shows { $0.text.contains(text) } }

  /// Waits until the screen is what `Dashboard.draw` says; what is different when it stays so.
  func difference(timeout: Int = patience) -> String? {
    let canvas = picture
    let rows = expectedRows
    if shows(timeout: timeout, { $0.rows == rows && isCursorRight(canvas) }) { return nil }
    let found = emulator.rows
    guard let y = rows.indices.first(where: { $0 >= found.count || rows[$0] != found[$0] }) else {
      return "cursor \(emulator.cursor), expected \(canvas.cursor as Any)"
    }
    return "row \(y)\n  expected \(rows[y])\n  found    \(emulator.row(y))"
  }

  private var picture: Canvas {
    let theme = ThemeDefinition.builtIn.first { $0.name == state.theme } ?? .terminal
    library.drawsColour =
      Theme(theme, depth: hasColours ? .palette256 : .none).distinguishesSeries
    return Dashboard.draw(state, library)
  }

  /// The rows that the screen is to show.
  var expectedRows: [String] {
    let canvas = picture
    return (0..<canvas.size.height).map { charset.text(for: canvas.rowText($0)) }
  }

  /// The backgrounds of all cells that are not reversed; nil for the terminal's own.
  var backgrounds: Set<Int?> {
    var found: Set<Int?> = []
    for y in 0..<emulator.size.height {
      for x in 0..<emulator.size.width {
        if let look = emulator.look(x, y), !look.attributes.contains(.reverse) {
          found.insert(look.background)
        }
      }
    }
    return found
  }

  private func isCursorRight(_ canvas: Canvas) -> Bool {
    if let cursor = canvas.cursor, canvas.bounds.contains(cursor) {
      return emulator.isCursorVisible && emulator.cursor == cursor
    }
    return !emulator.isCursorVisible || !hidesCursor
  }

  /// Reads what is still under way, so that the next bytes answer the next key.
  func settle() {
    terminal.settle()
    _ = shows(timeout: 0) { _ in true }
  }

  /// What is wrong with the terminal after the end; empty when it is as it was.
  func leftovers() -> [String] {
    _ = shows(timeout: 0) { _ in true }
    var faults: [String] = []
    if terminal.modes != terminal.modesBefore { faults.append("modes \(terminal.modes as Any)") }
    if emulator.isAlternateScreen { faults.append("alternate screen") }
    if !emulator.isCursorVisible { faults.append("cursor hidden") }
    if emulator.isMouseOn { faults.append("mouse on") }
    if isPasteOn { faults.append("bracketed paste on") }
    return faults + SequenceChecker.faults(in: terminal.output).map(\.description)
  }

  /// Whether the program has asked for pastes to be marked.
  var isPasteOn: Bool { lastIndex("\u{1b}[?2004h") > lastIndex("\u{1b}[?2004l") }

  private func lastIndex(_ text: String) -> Int {
    terminal.output.ranges(of: Array(text.utf8)).last?.lowerBound ?? -1
  }
}

extension Key {
  /// What a terminal sends for the key.
  var bytes: [UInt8] {
    let text =
      switch self {
      case .character(let character): String(character)
      case .control(let character): String(character.asciiValue.map { Self.controlled($0) } ?? " ")
      case .alt(let character): "\u{1b}\(character)"
      case .up: "\u{1b}OA"
      case .down: "\u{1b}OB"
      case .right: "\u{1b}OC"
      case .left: "\u{1b}OD"
      case .home: "\u{1b}OH"
      case .end: "\u{1b}OF"
      case .pageUp: "\u{1b}[5~"
      case .pageDown: "\u{1b}[6~"
      case .insert: "\u{1b}[2~"
      case .delete: "\u{1b}[3~"
      case .enter: "\r"
      case .escape: "\u{1b}"
      case .backspace: "\u{7f}"
      case .tab: "\t"
      case .backTab: "\u{1b}[Z"
      case .function(1): "\u{1b}OP"
      case .function: ""
      }
    return Array(text.utf8)
  }

  private static func controlled(_ letter: UInt8) -> Character {
    Character(Unicode.Scalar(letter & 0x1f))
  }
}
