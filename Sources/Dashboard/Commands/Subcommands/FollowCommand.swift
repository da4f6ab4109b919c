import Browsing
import Canvas
import Glibc
import Sharing
import Terminal

/// `dossier follow`: a briefing on the follower's own terminal, in its own size and colours.
enum FollowCommand {
  static let spec = CommandSpec(
    name: "follow",
    summary: "Follow a briefing on your own terminal",
    operands: [
      .init(
        name: "NAME", value: .text("NAME"),
        help: "the briefing's name; may be left out if there is only one", isNeeded: false)
    ],
    options: [
      .dossier, BriefingOptions.socket,
      OptionSpec("linear", "the slides as text that only grows; for screen readers"),
      ScreenOptions.ascii, ScreenOptions.color, ScreenOptions.theme, ScreenOptions.glyphs,
      ScreenOptions.escapeDelay,
    ],
    details: [
      "Shows what the presenter shows, laid out for this terminal. R leads from the briefing to the "
        + "dossier and back, unless the configuration has another key for roam. The presenter's files "
        + "are not needed: each slide comes with the charts and records on it.",
      "In a pipe, or with TERM=dumb, each state is written as plain text below the one before, "
        + "without control sequences: for a screen reader, a log or another program.",
    ],
    examples: [
      .init("dossier follow", "the current briefing"),
      .init("ssh -t host dossier follow", "from another machine"),
      .init("dossier follow | tee minutes.txt", "as plain text, which is saved too"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let place = try BriefingOptions.place(toFollow: arguments.operands.first, arguments)
    let folder = DossierFolder(arguments)
    let digest = folder.digest
    let reading = try folder.read(isQuiet: true)
    let size = ScreenSize(columns: 80, rows: 24)
    guard Console.isCapable, !arguments.has("linear") else {
      // Behind a forced command, sftp and the like would wait forever for an answer.
      guard Console.variable("SSH_ORIGINAL_COMMAND") == nil else {
        throw .failed(
          "this account follows a briefing and does nothing else; leave the command out")
      }
      let client = try client(place, size, wantsText: true)
      var loop = FollowTextLoop(Library(reading), digest: digest, client)
      if let reason = loop.run(&output) { output.line("dossier: \(reason)") }
      return .success
    }
    // Asked before the screen opens, so that the answer is on the terminal.
    let client = try client(place, size, wantsText: false)
    let settings = try Settings(arguments)
    let session = try settings.session()
    client.resize(to: ScreenSize(columns: session.size.width, rows: session.size.height))
    let glyphs = settings.glyphs(on: session)
    let source = StageSource(folder, deck: nil) { settings.library($0, glyphs) }
    let library = settings.library(reading, glyphs)
    var loop = FollowLoop(session, library, digest: digest, source, client, at: place)
    switch loop.run() {
    case .left: return .success
    case .over(let reason):
      output.line("dossier: \(reason)")
      return .success
    case .interrupted(let signal): exit(SessionEvent.exitCode(for: signal))
    }
  }

  private static func client(
    _ place: BriefingPlace, _ size: ScreenSize, wantsText: Bool
  ) throws(Failure) -> FollowClient {
    do throws(SharingFault) {
      return try FollowClient(place, size: size, wantsText: wantsText)
    } catch {
      throw .failed(error.message)
    }
  }
}
