import Model

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
      OptionSpec("no-state", "neither read nor keep bookmarks and the last place"),
      OptionSpec("version", "print the version and end"),
    ],
    details: [
      "Without a terminal on both ends, and with TERM=dumb, the overview is printed as text. "
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
    let reading = try folder.read()
    let width = min(Console.columns ?? 80, 100)
    output.write(OverviewText(reading.dossier, width: width).text)
    return .success
  }
}
