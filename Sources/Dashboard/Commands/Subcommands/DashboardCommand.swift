import Glibc
import Interface
import Model
import Terminal

/// `dossier` itself: the dashboard, or the overview as text where there is no terminal.
enum DashboardCommand {
  static let spec = CommandSpec(
    name: "",
    summary: "Show a policy report as a dashboard in the terminal",
    operands: [
      .init(
        name: "DOSSIER", value: .folder,
        help: "the folder of a dossier; the built-in one when left out", isNeeded: false)
    ],
    options: [
      .dossier, .source,
      OptionSpec("mouse", "take clicks and the wheel"),
      OptionSpec("ascii", "draw with ASCII characters only"),
      OptionSpec("color", .choice(["auto", "always", "never"]), "colours of the terminal"),
      OptionSpec(
        "glyphs", .choice(GlyphSet.allCases.map(\.rawValue)),
        "what charts are drawn with, where the locale knows it; braille"),
      OptionSpec("no-state", "neither read nor keep bookmarks and the last place"),
      OptionSpec("version", "print the version and end"),
    ],
    details: [
      "Where the standard output is no terminal, and with TERM=dumb, the overview is printed as text. "
        + "Inside the dashboard ? shows all keys."
    ],
    examples: [
      .init("dossier", "browse the built-in report"),
      .init("dossier my-report", "browse a dossier of your own"),
      .init("dossier list recommendations --addressee mexico", "who is asked what, as a table"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if arguments.has("version") {
      output.line("dossier \(Version.text)")
      return .success
    }
    let folder = DossierFolder(arguments.operands.first ?? arguments.value("dossier"))
    // The dashboard tells of faults itself; a message would stand on the screen that it leaves.
    guard Console.isTerminal, Console.variable("TERM") != "dumb" else {
      return write(try folder.read(), &output)
    }
    let reading = try folder.read(isQuiet: true)
    let copy = try arguments.value("source").map { (path) throws(Failure) in
      try OriginalFile.bytes(path)
    }
    setEnvironment(arguments)
    let session: Session
    do {
      session = try Session()
    } catch {
      guard error != .noTerminal else { return write(reading, &output) }
      throw .failed(error.description)
    }
    let library = Library(
      reading, original: copy.map { OriginalText($0) },
      glyphs: glyphs(arguments, session))
    let file = arguments.has("no-state") ? nil : StateFile(dossier: reading.dossier.id)
    var loop = RunLoop(session, library, file: file, isMouseOn: arguments.has("mouse"))
    switch loop.run() {
    case .left: return .success
    case .interrupted(let signal): exit(SessionEvent.exitCode(for: signal))
    }
  }

  /// The signs that the terminal's locale can show, and the cells that are asked for.
  private static func glyphs(_ arguments: Arguments, _ session: Session) -> Glyphs {
    if session.charset == .ascii { return .ascii }
    let glyphs =
      session.knows(GlyphSet.octant.scalar(4)) ? Glyphs.unicode.offering(.octant) : .unicode
    guard let set = arguments.value("glyphs").flatMap(GlyphSet.init) else { return glyphs }
    // ncurses leaves out what the C library does not know: Octants came with Unicode 16.
    return session.knows(set.scalar(4)) || set.isASCII ? glyphs.drawing(set) : glyphs
  }

  private static func write(_ reading: Reading, _ output: inout Output) -> ExitCode {
    let width = min(Console.columns ?? 80, 100)
    output.write(OverviewText(reading.dossier, width: width).text)
    return .success
  }

  /// Puts options into the environment, where the session and ncurses look for them.
  private static func setEnvironment(_ arguments: Arguments) {
    if arguments.has("ascii") { setenv("LC_ALL", "C", 1) }
    switch arguments.value("color") {
    case "never": setenv("NO_COLOR", "1", 1)
    case "always": unsetenv("NO_COLOR")
    default: break
    }
  }
}
