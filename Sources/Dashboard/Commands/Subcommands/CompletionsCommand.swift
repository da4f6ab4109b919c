/// `dossier completions`: a script that lets a shell complete commands and options.
enum CompletionsCommand {
  static let spec = CommandSpec(
    name: "completions",
    summary: "Print the completions for a shell",
    operands: [
      .init(
        name: "SHELL", value: .choice(Completions.allCases.map(\.rawValue)),
        help: "bash, zsh or fish")
    ],
    examples: [
      .init("source <(dossier completions bash)", "turn completion on in this Bash")
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if let shell = arguments.operands.first.flatMap(Completions.init) { output.write(shell.script) }
    return .success
  }
}
