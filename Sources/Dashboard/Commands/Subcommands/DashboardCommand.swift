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
      ScreenOptions.ascii, ScreenOptions.color, ScreenOptions.glyphs,
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
    ScreenOptions.apply(arguments)
    let session: Session
    do {
      session = try Session()
    } catch {
      guard error != .noTerminal else { return write(reading, &output) }
      throw .failed(error.description)
    }
    let library = Library(
      reading, original: copy.map { OriginalText($0) },
      glyphs: ScreenOptions.glyphs(arguments, session))
    let file = arguments.has("no-state") ? nil : StateFile(reading.dossier.id)
    var loop = RunLoop(session, library, file: file, isMouseOn: arguments.has("mouse"))
    switch loop.run() {
    case .left: return .success
    case .interrupted(let signal): exit(SessionEvent.exitCode(for: signal))
    }
  }

  private static func write(_ reading: Reading, _ output: inout Output) -> ExitCode {
    let width = min(Console.columns ?? 80, 100)
    output.write(OverviewText(reading.dossier, width: width).text)
    return .success
  }
}
