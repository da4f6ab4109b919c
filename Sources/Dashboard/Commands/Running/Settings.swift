import Browsing
import Canvas
import Charts
import Glibc
import Query
import Reading
import Terminal
import Text

/// The settings in force: an option takes precedence over the environment, the environment over the
/// configuration, and the configuration over the default.
struct Settings: Sendable {
  /// Where a value comes from.
  enum Origin: Equatable {
    /// An option on the command line, with its hyphens.
    case option(String)
    /// A variable of the environment.
    case variable(String)
    /// A line of the configuration.
    case file(line: Int)
    /// The program's default.
    case standard
  }

  /// A value and where it comes from.
  struct Entry<Value: Sendable>: Sendable {
    /// The value.
    package var value: Value
    /// Where it comes from.
    var origin: Origin
  }

  /// The configuration.
  let configuration: Configuration
  /// The file of the configuration, which may not exist; nil if the environment names no folder.
  let file: ConfigurationFile?

  /// The colours.
  private(set) var theme = Entry(value: ThemeDefinition.terminal, origin: .standard)
  /// Whether to use colours.
  private(set) var color = Entry(value: ColorUse.auto, origin: .standard)
  /// What charts are drawn with.
  private(set) var glyphs = Entry(value: GlyphSet.quadrant, origin: .standard)
  /// Whether to draw with ASCII alone.
  private(set) var ascii = Entry(value: false, origin: .standard)
  /// Whether to take clicks and the wheel.
  private(set) var mouse = Entry(value: false, origin: .standard)
  /// How many milliseconds Escape waits for the rest of a key.
  private(set) var escdelay = Entry(value: Configuration.usualEscdelay, origin: .standard)
  /// Whether bookmarks and the last place are kept.
  package private(set) var state = Entry(value: true, origin: .standard)

  /// The settings in force for a command; reads the user's configuration.
  ///
  /// In a kiosk the environment has been cleaned before and names no file.
  init(_ arguments: Arguments) throws(Failure) {
    file = ConfigurationFile()
    configuration = file?.read() ?? Configuration()
    take(configuration)
    takeEnvironment()
    try take(arguments)
  }

  private mutating func take(_ configuration: Configuration) {
    func set<Value>(_ entry: inout Entry<Value>, _ setting: Configuration.Setting<Value>?) {
      if let setting { entry = Entry(value: setting.value, origin: .file(line: setting.line)) }
    }
    if let wanted = configuration.theme, let found = configuration.theme(named: wanted.value) {
      theme = Entry(value: found, origin: .file(line: wanted.line))
    }
    set(&color, configuration.color)
    set(&glyphs, configuration.glyphs)
    set(&ascii, configuration.ascii)
    set(&mouse, configuration.mouse)
    set(&escdelay, configuration.escdelay)
    set(&state, configuration.state)
  }

  private mutating func takeEnvironment() {
    if let refusal = Console.variable("NO_COLOR"), !refusal.isEmpty {
      color = Entry(value: .never, origin: .variable("NO_COLOR"))
    }
    if let delay = Console.variable("ESCDELAY").flatMap({ Int($0) }), delay >= 0 {
      let limited = min(delay, Configuration.escdelayLimit)
      escdelay = Entry(value: limited, origin: .variable("ESCDELAY"))
    }
  }

  private mutating func take(_ arguments: Arguments) throws(Failure) {
    if let name = arguments.value("theme") {
      guard let found = configuration.theme(named: name) else {
        let names = configuration.allThemes.map(\.name)
        throw arguments.fault(
          "no theme '\(name)'\(Suggestion.text(for: name, in: names)); there are "
            + names.joined(separator: ", "))
      }
      theme = Entry(value: found, origin: .option("--theme"))
    }
    if let use = arguments.value("color").flatMap(ColorUse.init) {
      color = Entry(value: use, origin: .option("--color"))
    }
    if let set = arguments.value("glyphs").flatMap(GlyphSet.init) {
      glyphs = Entry(value: set, origin: .option("--glyphs"))
    }
    if let delay = arguments.number("escdelay") {
      escdelay = Entry(value: delay, origin: .option("--escdelay"))
    }
    if arguments.has("ascii") { ascii = Entry(value: true, origin: .option("--ascii")) }
    if arguments.has("mouse") { mouse = Entry(value: true, origin: .option("--mouse")) }
    if arguments.has("no-state") { state = Entry(value: false, origin: .option("--no-state")) }
    if arguments.has("state") { state = Entry(value: true, origin: .option("--state")) }
  }

  /// What is wrong with the configuration, as a line on a screen; nil if nothing is.
  var notice: String? {
    let faults = configuration.diagnostics
    guard let first = faults.first(where: { $0.severity == .error }) ?? faults.first else {
      return nil
    }
    let more = faults.count > 1 ? " (and \(faults.count - 1) more)" : ""
    return CleanText.line("\(first.shortPlace): \(first.message)\(more); see 'dossier config'.")
  }

  // MARK: The terminal

  /// Stores them in the environment, where the session, ncurses and the C library look for them.
  func apply() {
    if ascii.value { setenv("LC_ALL", "C", 1) }
    switch color.value {
    case .never: setenv("NO_COLOR", "1", 1)
    case .always: unsetenv("NO_COLOR")
    case .auto: break
    }
  }

  /// Opens the terminal for a command that needs one.
  ///
  /// Reports faults of the configuration first, so that they are on the terminal again when the
  /// screen is closed.
  func session() throws(Failure) -> Session {
    guard Console.variable("TERM") != "dumb" else {
      throw .failed("the terminal \"dumb\" cannot show slides (is TERM set correctly?)")
    }
    if let notice { Output.complain("dossier: \(notice)\n") }
    apply()
    do {
      return try Session(theme: theme.value, escapeDelay: escdelay.value)
    } catch {
      throw .failed(error.description)
    }
  }

  /// The signs that the terminal's locale can show, with the requested cells.
  func glyphs(on session: Session) -> Glyphs {
    var signs = Glyphs.suiting(session.charset, terminal: Console.variable("TERM") ?? "")
    guard session.charset == .unicode else { return signs }
    if session.knows(GlyphSet.octant.scalar(4)) { signs = signs.offering(.octant) }
    guard glyphs.origin != .standard else { return signs }
    let set = glyphs.value
    // ncurses omits what the C library does not know: octants came with Unicode 16.
    return session.knows(set.scalar(4)) || set.isASCII ? signs.drawing(set) : signs
  }

  /// The library of a reading, with the user's keys and themes.
  func library(
    _ reading: Reading, original: @autoclosure @escaping () -> OriginalText? = nil,
    _ glyphs: Glyphs, folder: String? = nil, writing: Preferences.Writing = .nowhere
  ) -> Library {
    var preferences = Preferences(
      glyphs: glyphs, keys: configuration.keys, talkKeys: configuration.talkKeys,
      themes: configuration.allThemes, today: .today)
    preferences.writing = writing
    preferences.program += [folder].compactMap(\.self)
    return Library(
      reading, original: original(), desk: folder.flatMap(ImportedFolder.desk),
      preferences: preferences)
  }
}
