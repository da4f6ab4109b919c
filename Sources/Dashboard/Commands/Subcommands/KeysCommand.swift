import Browsing

/// `dossier keys`: the keys of the dashboard and of briefings.
enum KeysCommand {
  static let spec = CommandSpec(
    name: "keys",
    summary: "List the keys of the dashboard and of briefings",
    options: [
      OptionSpec("format", .choice(["text", "md", "man"]), "output format (default: text)")
    ],
    details: ["As text, the keys of your configuration are shown."],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    switch arguments.value("format") {
    case "md": output.write(KeyTable(.standard, .standard).markdown)
    case "man": output.write(KeyTable(.standard, .standard).manual)
    default:
      let configuration = try Settings(arguments).configuration
      let table = KeyTable(configuration.keys, configuration.talkKeys)
      output.write(table.plain(width: Console.columns ?? 80))
    }
    return .success
  }
}
