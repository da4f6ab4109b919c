import Interface

/// `dossier keys`: the keys of the dashboard and of briefings.
enum KeysCommand {
  static let spec = CommandSpec(
    name: "keys",
    summary: "List the keys of the dashboard and of briefings",
    options: [OptionSpec("format", .choice(["text", "md", "man"]), "how to print them; text")],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let table = KeyTable(.standard, .standard)
    switch arguments.value("format") {
    case "md": output.write(table.markdown)
    case "man": output.write(table.manual)
    default: output.write(table.plain(width: Console.columns ?? 80))
    }
    return .success
  }
}
