import Browsing
import Canvas
import Glibc
import Query
import Reading
import Records
import Sharing
import System
import Talk
import Terminal
import Text

/// `dossier present`: a deck on the whole screen, for a room and for followers.
enum PresentCommand {
  static let spec = CommandSpec(
    name: "present",
    summary: "Present a deck, or one made from the dossier",
    operands: [
      .init(
        name: "DECK", value: .text("DECK"),
        help: "a deck's id or file (default: one made from the dossier)", isNeeded: false)
    ],
    options: [
      .dossier, BriefingOptions.name, BriefingOptions.socket,
      OptionSpec(
        "audience-mode", .text("MODE"), "who may follow, as for chmod: 600 (you), 660, 666"),
      OptionSpec("alone", "present without followers"),
      OptionSpec("console", "attach a console with notes and clock to the briefing"),
      OptionSpec("resume", "continue a briefing that is waiting"),
      OptionSpec("linear", "present by typed lines, with the slides as text; for screen readers"),
      OptionSpec("new", .file, "write the deck as Markdown to this file, to edit it, and exit"),
      ScreenOptions.ascii, ScreenOptions.color, ScreenOptions.theme, ScreenOptions.glyphs,
      ScreenOptions.escapeDelay,
    ],
    details: [
      "If the presenter's line drops, the briefing waits. 'dossier present --resume' continues it "
        + "at the same slide, with the right time on the clock; if somebody else still presents it, "
        + "you are asked first. Others watch with 'dossier follow'. In the briefing, ? shows all "
        + "keys, unless the configuration has another key for help."
    ],
    examples: [
      .init("dossier present", "a talk made from the built-in report"),
      .init("dossier present five-minutes", "a deck that comes with it"),
      .init("dossier present --console", "notes, clock and next slide on a second terminal"),
      .init("dossier present --new talk.md", "a deck to edit"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let joins = arguments.has("console") || arguments.has("resume")
    if joins, arguments.has("alone") {
      throw arguments.fault("--alone is for a briefing that has not started")
    }
    let old = joins ? try BriefingOptions.place(arguments) : nil
    // The briefing is asked as a console would ask it, so that no presenter is replaced for nothing.
    var link: ControlLink?
    if let old { link = try BriefingOptions.link(old, as: .console) }
    // What the presenter named need not be named again.
    let course = link?.latest()?.course
    let folder = DossierFolder(arguments.value("dossier") ?? course?.folder.nonEmpty)
    let named = arguments.operands.first ?? course?.deckFile.nonEmpty
    let watches = StageSource.watches(folder, deck: named)
    let digest = folder.digest
    let reading = try folder.read(isQuiet: Console.isTerminal)
    let choice = DeckChoice(reading)
    if let path = arguments.value("new") {
      try write(try choice.deck(arguments.operands.first), to: path)
      output.line("\(path) is written; 'dossier present \(path)' shows it")
      return .success
    }
    let shown = try self.deck(link, choice, named)
    let isLinear = arguments.has("linear") || Console.isTerminal && !Console.isCapable
    guard isLinear || Console.isCapable else {
      throw .failed("slides need a terminal; 'dossier export --format html' writes them as a page")
    }
    let place = arguments.has("alone") ? nil : try BriefingOptions.place(arguments)
    let mode = try BriefingOptions.audienceMode(arguments, at: old)
    if let old, !arguments.has("console") { link = try BriefingOptions.takeUp(old) }
    let restart: @Sendable () throws(SharingFault) -> Void = { () throws(SharingFault) in
      guard let place else { return }
      _ = try HostProcess.start(words: HostCommand.words(place, audienceMode: mode))
    }
    let line = if let place, !joins { try start(place, restart) } else { link }
    DeckChoice.complain(of: shown)
    let files = Files(folder: folder, deck: named)
    if isLinear {
      let read = StageReading(shown.deck, reading, digest: digest)
      let stage = Stage(read.deck, Library(reading), read.edition)
      return try present(stage, line, files, arguments, &output)
    }
    return try present(shown, consume reading, digest, watches, line, files, arguments) {
      place != nil && (try? restart()) != nil
    }
  }

  private static let waiting =
    "dossier: the briefing waits; 'dossier present --resume' continues it\n"

  /// Presents by lines; the deck is not reloaded while it lasts.
  private static func present(
    _ stage: Stage, _ link: ControlLink?, _ files: Files, _ arguments: Arguments,
    _ output: inout Output
  ) throws(Failure) -> ExitCode {
    var talk = Talk(
      arguments.has("console") ? .console : .presenter, size: Size(width: 80, height: 24), stage)
    talk.course.deckFile = files.deckPath
    talk.course.folder = files.folder.path.flatMap(Self.whole) ?? ""
    let seat = talk.seat
    var loop = PresentTextLoop(talk, stage, link: link)
    return try ending(loop.run(&output), seat, isShared: link != nil)
  }

  private static func present(
    _ shown: DeckReading, _ reading: consuming Reading, _ digest: String,
    _ watches: [FolderWatch], _ link: ControlLink?, _ files: Files, _ arguments: Arguments,
    restart: @escaping () -> Bool
  ) throws(Failure) -> ExitCode {
    let settings = try Settings(arguments)
    let session = try settings.session()
    let glyphs = settings.glyphs(on: session)
    let source = StageSource(files.folder, deck: files.deck ?? shown.deck.id) {
      settings.library($0, glyphs)
    }
    let faults = reading.diagnostics + shown.diagnostics
    let stage = source.stage(StageReading(shown.deck, consume reading, digest: digest))
    var talk = Talk(
      arguments.has("console") ? .console : .presenter, size: session.size, stage)
    talk.rehearsal = RehearsalFile(stage).last
    talk.notice = notice(shown.diagnostics)
    talk.fault = talk.notice
    talk.course.deckFile = files.deckPath
    talk.course.folder = files.folder.path.flatMap(Self.whole) ?? ""
    let edition = stage.edition
    // A copy kept here would stay in memory when other content is shown.
    var loop = PresentLoop(session, talk, consume stage, link: link, restart: restart)
    loop.source = source
    if talk.seat == .presenter {
      loop.live = LiveStage(source, watches, shown: edition, faults: faults)
    }
    return try ending(loop.run(), talk.seat, isShared: link != nil)
  }

  private static func ending(
    _ ending: PresentLoop.Ending, _ seat: Talk.Seat, isShared: Bool
  ) throws(Failure) -> ExitCode {
    switch ending {
    case .left:
      if isShared, seat == .presenter { Output.complain(waiting) }
      return .success
    case .over(let reason):
      if let reason { throw .failed(reason) }
      // The user of a console did not end it, and should know.
      if seat == .console { Output.complain("dossier: the briefing is over\n") }
      return .success
    case .interrupted(let signal):
      if isShared, seat == .presenter { Output.complain(waiting) }
      exit(SessionEvent.exitCode(for: signal))
    }
  }

  /// The files of a briefing.
  private struct Files {
    let folder: DossierFolder
    /// The deck's id or file.
    let deck: String?

    /// The deck's file with its whole path; empty for a deck that comes with the dossier.
    var deckPath: String {
      guard let deck, deck.hasSuffix(".md") || deck.contains("/") else { return "" }
      return PresentCommand.whole(deck) ?? ""
    }
  }

  /// A path from the root of the system; nil if it is longer than what travels.
  private static func whole(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    let whole = String(cString: found)
    return whole.utf8.count <= 300 ? whole : nil
  }

  /// What a presenter should know about a deck's faults before the first key; nil if there are none.
  private static func notice(_ faults: [Diagnostic]) -> String? {
    guard let first = faults.first(where: { $0.severity == .error }) ?? faults.first else {
      return nil
    }
    let count = faults.count == 1 ? "1 fault" : "\(faults.count) faults"
    return CleanText.line("\(count) in the deck: line \(first.line), \(first.message)")
  }

  /// Starts the background process and joins it.
  private static func start(
    _ place: BriefingPlace, _ start: () throws(SharingFault) -> Void
  ) throws(Failure) -> ControlLink {
    if let old = try? ControlLink(place, as: .console), let shown = old.latest() {
      let edition = shown.shown.edition
      let since = shown.course?.started.map { ", since \(Clock.timeOfDay($0))" } ?? ""
      throw .failed(
        CleanText.line(
          "a briefing of this name is already running: the deck '\(edition.deck)' on "
            + "'\(edition.dossier)'\(since); --resume continues it, there "
            + TalkKeys.standard.keyName(for: .leave)
            + " and e end it for everybody, and --name gives yours another name"))
    }
    do throws(SharingFault) {
      try start()
      return try ControlLink(place, as: .presenter)
    } catch {
      throw .failed(error.message + "; --alone presents without followers")
    }
  }

  /// The deck to show: the one that is named, otherwise the one that the joined briefing shows.
  private static func deck(
    _ link: ControlLink?, _ choice: DeckChoice, _ name: String?
  ) throws(Failure) -> DeckReading {
    guard let link else { return try choice.reading(name) }
    guard let edition = link.edition() else { throw .failed("the briefing shows nothing yet") }
    if let name {
      let reading = try choice.reading(name)
      guard reading.deck.id == edition.deck, choice.dossier.id == edition.dossier else {
        throw .failed("the briefing shows the deck '\(edition.deck)' on '\(edition.dossier)'")
      }
      return reading
    }
    guard let deck = choice.deck(of: edition) else {
      throw .failed(
        "the briefing shows the deck '\(edition.deck)' on '\(edition.dossier)';"
          + " name the deck's file, and the dossier with --dossier")
    }
    return DeckReading(deck: deck, diagnostics: [])
  }

  /// Writes a deck to a new file; an existing one is an error.
  private static func write(_ deck: Deck, to path: String) throws(Failure) {
    do {
      try WholeFile.create(path, Array(DeckWriter.markdown(of: deck).utf8), mode: 0o644)
    } catch {
      throw .failed(
        error.code == EEXIST
          ? "'\(path)' already exists and was not changed"
          : "cannot write '\(path)': \(error.reason)")
    }
  }
}

extension String {
  /// The text, nil if it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
