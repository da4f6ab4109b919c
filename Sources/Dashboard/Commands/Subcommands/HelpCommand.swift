/// `dossier help`: what `--help` prints, and the whole manual page.
enum HelpCommand {
  static let spec = CommandSpec(
    name: "help",
    summary: "Show the help of a command",
    operands: [
      .init(
        name: "COMMAND", value: .text("COMMAND"), help: "the command (default: all)",
        isNeeded: false)
    ],
    options: [
      OptionSpec("format", .choice(["text", "man"]), "text, or the manual page (default: text)")
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if arguments.value("format") == "man" {
      output.write(ManualPage().text)
      return .success
    }
    var command = DashboardCommand.spec
    if let name = arguments.operands.first {
      guard let named = CommandSpec.named(name) else {
        throw arguments.fault("no command '\(name)'\(CommandSpec.suggestion(for: name))")
      }
      command = named
    }
    output.write(HelpText(command, width: Console.columns ?? 80).text)
    return .success
  }
}
