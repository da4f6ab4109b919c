import Browsing
import Canvas
import Glibc
import Query
import Records
import System
import Talk
import Terminal

/// `dossier rehearse`: a private run of a talk, timed slide by slide and compared with the last.
enum RehearseCommand {
  static let spec = CommandSpec(
    name: "rehearse",
    summary: "Rehearse a deck: time each slide and compare the runs",
    operands: [
      .init(
        name: "DECK", value: .text("DECK"),
        help: "a deck's id or file (default: one made from the dossier)", isNeeded: false)
    ],
    options: [
      .dossier,
      OptionSpec("runs", "compare the last two runs without a new one"),
      ScreenOptions.ascii, ScreenOptions.color, ScreenOptions.theme, ScreenOptions.glyphs,
      ScreenOptions.escapeDelay,
    ],
    details: [
      "The last twenty runs of a deck are kept. A briefing is measured against the last of them."
    ],
    examples: [
      .init("dossier rehearse five-minutes", "go through it with notes and clock"),
      .init("dossier rehearse five-minutes --runs", "what changed between the last two runs"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let reading = try DossierFolder(arguments).read(isQuiet: true)
    let deck = try DeckChoice(reading).deck(arguments.operands.first)
    if arguments.has("runs") {
      let stage = Stage(deck, Library(reading))
      let file = RehearsalFile(stage)
      if let fault = file.fault { throw .failed("the runs cannot be read: \(fault)") }
      let runs = file.runs
      guard let last = runs.last else { throw .failed("'\(deck.id)' has not been rehearsed yet") }
      report(last, runs.dropLast().last, deck, &output)
      return .success
    }
    guard Console.isCapable else { throw .failed("a rehearsal needs a terminal") }
    let settings = try Settings(arguments)
    let session = try settings.session()
    let library = settings.library(reading, settings.glyphs(on: session))
    let stage = Stage(deck, library)
    var file = RehearsalFile(stage)
    let before = file.last
    var talk = Talk(.presenter, size: session.size, stage)
    talk.rehearsal = before
    talk.showsNotes = true
    talk.showsClock = true
    // Notes and clock leave less room for the slide.
    _ = update(&talk, .resize(session.size), stage)
    // Nobody comes in: the first slide is timed as well.
    _ = update(&talk, .time(Clock.wall), stage)
    _ = update(&talk, .action(.clock), stage)
    var loop = PresentLoop(session, talk, stage, link: nil)
    let ending = loop.run()
    if let run = Rehearsal(loop.talk, stage, until: Clock.wall) {
      let fault = file.keep(run)
      report(run, before, deck, &output)
      if let fault { Output.complain("dossier: \(fault)\n") }
    }
    if case .interrupted(let signal) = ending { exit(SessionEvent.exitCode(for: signal)) }
    return .success
  }

  /// Writes a run beside the previous one and the plan.
  private static func report(
    _ run: Rehearsal, _ before: Rehearsal?, _ deck: Deck, _ output: inout Output
  ) {
    let plan = TimePlan(deck)
    let budgets = Dictionary(
      zip(deck.slides.map(\.id), plan.budgets), uniquingKeysWith: { first, _ in first })
    let changes = run.changes(since: before ?? Rehearsal(deck: deck.id, start: 0))
    let known = Dictionary(changes.map { ($0.slide, $0) }, uniquingKeysWith: { first, _ in first })
    // The plan includes slides that took no time, and slides may have been removed since.
    let shown = deck.slides.map(\.id)
    let slides = shown + changes.map(\.slide).filter { !shown.contains($0) }
    var rows = [["Slide", "This run", "Before", "Change", "Budget"]]
    let titles = Dictionary(
      deck.slides.map { ($0.id, $0.heading.plainText) }, uniquingKeysWith: { first, _ in first })
    for slide in slides {
      let title = titles[slide] ?? ""
      let change = known[slide]
      rows.append([
        title.isEmpty ? slide : title, clock(change?.after), clock(change?.before),
        signed(change?.difference),
        clock(budgets[slide] ?? nil),
      ])
    }
    rows.append([
      "In all", clock(run.seconds), clock(before?.seconds),
      signed(Rehearsal.difference(before?.seconds, run.seconds)), clock(plan.seconds),
    ])
    var widths = rows[0].indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    if let columns = Console.columns {
      // The titles are shortened, because the times matter more.
      let others = widths.dropFirst().reduce(0) { $0 + $1 + 2 }
      widths[0] = min(widths[0], max(10, columns - others))
    }
    for row in rows {
      let cells = row.indices.map {
        $0 == 0
          ? TextLayout.pad(TextLayout.truncate(row[0], to: widths[0]), to: widths[0], .left)
          : TextLayout.pad(row[$0], to: widths[$0], .right)
      }
      output.line(cells.joined(separator: "  "))
    }
  }

  /// Seconds as `4:05`; a dash if there are none.
  private static func clock(_ seconds: Double?) -> String {
    guard let seconds, seconds.isFinite else { return "-" }
    let whole = Int(min(seconds.magnitude.rounded(), 359_999))
    let rest = whole % 60
    return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func signed(_ seconds: Double?) -> String {
    guard let seconds else { return "-" }
    return (seconds < 0 ? "-" : seconds > 0 ? "+" : "") + clock(seconds)
  }
}
