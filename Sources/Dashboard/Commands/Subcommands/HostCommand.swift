import Glibc
import Sharing
import Terminal

/// `dossier host-briefing`: the background process of a briefing, which `present` starts.
///
/// No list of commands names it: it talks to a pipe and to nobody else.
enum HostCommand {
  static let spec = CommandSpec(
    name: "host-briefing",
    summary: "Keep a briefing in the background; started by present",
    options: [
      OptionSpec("control", .file, "the absolute path of the presenter's socket"),
      OptionSpec("audience", .file, "the absolute path of the followers' socket"),
      OptionSpec("folder", .folder, "a folder of the user's own to make for them"),
      OptionSpec("audience-mode", .text("MODE"), "who may follow, as for chmod"),
    ],
    isHidden: true,
    action: run)

  /// The words that start the process.
  static func words(_ place: BriefingPlace, audienceMode: mode_t) -> [String] {
    var words = [
      spec.name, "--control", place.control, "--audience", place.audience,
      "--audience-mode", String(audienceMode, radix: 8),
    ]
    if let folder = place.folder { words += ["--folder", folder] }
    return words
  }

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let control = arguments.value("control"), let audience = arguments.value("audience"),
      let mode = mode_t(arguments.value("audience-mode") ?? "600", radix: 8), mode <= 0o777
    else {
      throw arguments.fault("this command is started by 'dossier present'")
    }
    let place = BriefingPlace(
      control: control, audience: audience, folder: arguments.value("folder"))
    let isServed = HostProcess.serve(place, audienceMode: mode) {
      Signals([SIGINT, SIGTERM])?.descriptor
    }
    return isServed ? .success : .findings
  }
}
