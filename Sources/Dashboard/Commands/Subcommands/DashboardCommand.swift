import Browsing
import Glibc
import Query
import Reading
import Records
import Terminal
import Text

/// `dossier` itself: the dashboard, or the overview as text if there is no terminal.
enum DashboardCommand {
  static let spec = CommandSpec(
    name: "",
    summary: "Show a policy report as a dashboard in the terminal",
    operands: [
      .init(
        name: "DOSSIER", value: .folder,
        help: "the folder of a dossier (default: the built-in one)", isNeeded: false)
    ],
    options: [
      .dossier, .source,
      OptionSpec(
        "linear", "linear mode: numbered choices, no drawing; for screen readers and pipes"),
      OptionSpec("at", .text("REF"), "open at a record: its reference, id or short number"),
      OptionSpec("mouse", "use the mouse: clicks and the wheel"),
      ScreenOptions.ascii, ScreenOptions.color, ScreenOptions.theme, ScreenOptions.glyphs,
      ScreenOptions.escapeDelay,
      OptionSpec("no-state", "neither read nor save bookmarks and the last place"),
      OptionSpec("state", .folder, "save them in this folder"),
      Kiosk.kiosk, Kiosk.idle, Kiosk.memory, Kiosk.check,
      OptionSpec("version", "print the version and what was built, and exit"),
    ],
    details: [
      "If the standard output is not a terminal, the overview is printed as text. "
        + "In the dashboard, ? shows all keys, unless the configuration has another key for help.",
      "Linear mode starts with --linear, with TERM=dumb or without TERM, and when lines come from a "
        + "file or a pipe. It prints a page with numbered choices and reads a command, which is a "
        + "number or a word; help lists the words. Lines are as wide as the terminal or as COLUMNS "
        + "says, and 72 columns if the output is not a terminal. Lines from a pipe start at the "
        + "overview, and no place is saved.",
    ],
    examples: [
      .init("dossier", "browse the built-in report"),
      .init("dossier my-report", "browse a dossier of your own"),
      .init("dossier --at rec:energy-1", "open at a recommendation"),
      .init("dossier --linear", "read it with a screen reader"),
      .init("dossier list recommendations --addressee mexico", "who is asked what, as a table"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if arguments.has("version") {
      output.line(Version.line)
      return .success
    }
    // Before anything is read: what is in the environment may name files.
    let kiosk = try Kiosk(arguments)
    if let kiosk, arguments.has("check") { return kiosk.check(&output) }
    let settings = try Settings(arguments)
    let folder = DossierFolder(arguments.operands.first ?? arguments.value("dossier"))
    // Behind a kiosk's forced command, scp and the like send bytes that are not lines.
    let isCalledFor = LinearLoop.isCalledFor && (kiosk == nil || Console.isTerminal)
    if arguments.has("linear") || isCalledFor {
      return try talk(arguments, settings, folder, kiosk, &output)
    }
    guard Console.isTerminal, Console.variable("TERM") != "dumb" else {
      let reading = try folder.read()
      kiosk?.confine()
      guard let start = try place(arguments, reading.dossier) else {
        return write(reading, &output)
      }
      let catalogue = Catalogue(reading.dossier)
      if let record = catalogue[start] {
        output.write(RecordSheet(record, in: catalogue, backlinks: Backlinks(catalogue)).plain)
      }
      return .success
    }
    // Before anything is read: a failed allocation ends a Swift program without a message.
    guard Memory.allows(8 << 20) else {
      throw .failed("there is too little memory to start with (see ulimit -v)")
    }
    // A kiosk gives up the right to open files.
    let watch = kiosk == nil ? folder.watch() : nil
    // The dashboard reports faults itself; a message would remain on the screen after it.
    let reading = try folder.read(isQuiet: true)
    let copy = try arguments.value("source").map { (path) throws(Failure) in
      try OriginalFile.bytes(path)
    }
    let start = try place(arguments, reading.dossier)
    settings.apply()
    let session: Session
    do {
      session = try Session(theme: settings.theme.value, escapeDelay: settings.escdelay.value)
    } catch {
      switch error {
      case .noTerminal: return write(reading, &output)
      case .unusableTerminal(let name):
        // Any terminal can read and write lines.
        Output.complain(
          CleanText.line(
            "dossier: the terminal \"\(name)\" cannot place its cursor; linear mode starts instead")
            + "\n")
        return try talk(arguments, settings, folder, kiosk, &output)
      default: throw .failed(error.description)
      }
    }
    let glyphs = settings.glyphs(on: session)
    let folderPath = kiosk == nil ? folder.path : nil
    let writing: Preferences.Writing =
      kiosk != nil ? .nowhere : folderPath == nil ? .builtIn : .folder
    let live = watch.map { LiveFolder(folder, $0, shown: reading) }
    let file = stateFile(arguments, settings, of: reading.dossier)
    // A copy kept here would stay in memory when other content is shown.
    var loop = RunLoop(
      session, consume reading, live: consume live, file: file, idle: kiosk?.idle,
      isMouseOn: settings.mouse.value, notice: settings.notice
    ) { reading in
      settings.library(
        reading, original: copy.map { OriginalText($0) }, glyphs, folder: folderPath,
        writing: writing)
    }
    loop.folder = folderPath
    loop.isConfined = kiosk != nil
    if let start { loop.open(start) }
    kiosk?.confine()
    switch loop.run() {
    case .left: return .success
    case .idle(let limit):
      Output.complain("dossier: no key for \(limit.text); the dashboard has ended\n")
      return .success
    case .interrupted(let signal): exit(SessionEvent.exitCode(for: signal))
    }
  }

  /// The record to open at; nil without `--at`.
  private static func place(
    _ arguments: Arguments, _ dossier: Dossier
  ) throws(Failure) -> Reference? {
    guard let name = arguments.value("at") else { return nil }
    guard let record = Catalogue(dossier).record(named: name) else {
      throw arguments.fault("--at: the dossier has no record '\(name)'; 'dossier search' finds one")
    }
    return record.reference
  }

  /// Where bookmarks and the last place are saved; nil if nothing is.
  private static func stateFile(
    _ arguments: Arguments, _ settings: Settings, of dossier: Dossier
  ) -> StateFile? {
    if let folder = arguments.value("state") { return StateFile(dossier.id, in: folder) }
    // Strangers leave nothing behind and see nothing of each other.
    if !settings.state.value || arguments.has("kiosk") { return nil }
    return StateFile(dossier.id)
  }

  /// Linear mode, which ends the program itself.
  private static func talk(
    _ arguments: Arguments, _ settings: Settings, _ folder: DossierFolder, _ kiosk: Kiosk?,
    _ output: inout Output
  ) throws(Failure) -> ExitCode {
    let watch = kiosk == nil ? folder.watch() : nil
    let reading = try folder.read(isQuiet: true)
    let copy = try arguments.value("source").map { (path) throws(Failure) in
      try OriginalFile.bytes(path)
    }
    if let notice = settings.notice { Output.complain("dossier: \(notice)\n") }
    settings.apply()
    let charset = Codeset.fromEnvironment()
    let original = copy.map { OriginalText($0) }
    var loop = LinearLoop(
      reading, live: watch.map { LiveFolder(folder, $0, shown: reading) },
      file: stateFile(arguments, settings, of: reading.dossier), idle: kiosk?.idle, charset: charset
    ) { Library($0, original: original) }
    if let start = try place(arguments, reading.dossier) { loop.open(start) }
    kiosk?.confine()
    exit(loop.run(&output))
  }

  private static func write(_ reading: Reading, _ output: inout Output) -> ExitCode {
    let width = min(Console.columns ?? 80, 100)
    output.write(OverviewText(reading.dossier, width: width).text)
    return .success
  }
}
