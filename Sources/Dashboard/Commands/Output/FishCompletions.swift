/// Completions for Fish.
enum FishCompletions {
  static var script: String {
    let names = Completions.commands.map(\.name).joined(separator: " ")
    var lines = [
      "# Completions of dossier for Fish, made by: dossier completions fish",
      "complete -c dossier -f",
      "set -l dossier_commands \(names)",
      "complete -c dossier -n \"not __fish_seen_subcommand_from $dossier_commands\" "
        + "-a '(__fish_complete_directories)'",
    ]
    for command in Completions.commands {
      lines.append(
        "complete -c dossier -n \"not __fish_seen_subcommand_from $dossier_commands\" "
          + "-a \(command.name) -d \(quoted(command.summary))")
    }
    lines += options(
      DashboardCommand.spec, "not __fish_seen_subcommand_from $dossier_commands")
    for command in Completions.commands {
      let condition = "__fish_seen_subcommand_from \(command.name)"
      lines += options(command, condition)
      if let operand = command.operands.first, let values = values(operand.value) {
        lines.append("complete -c dossier -n \"\(condition)\" -a \(values)")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func options(_ command: CommandSpec, _ condition: String) -> [String] {
    command.allOptions.map { option in
      var line = "complete -c dossier -n \"\(condition)\" -l \(option.name)"
      if case .none = option.value {} else { line += " -x" }
      if let values = values(option.value) { line += " -a \(values)" }
      return line + " -d \(quoted(option.help))"
    }
  }

  private static func values(_ value: OptionSpec.Value) -> String? {
    switch value {
    case .choice(let words): quoted(words.joined(separator: " "))
    case .file: "'(__fish_complete_path)'"
    case .folder: "'(__fish_complete_directories)'"
    case .none, .text, .number, .size: nil
    }
  }

  private static func quoted(_ text: String) -> String {
    "'"
      + text.reduce(into: "") { result, character in
        if character == "'" || character == "\\" { result.append("\\") }
        result.append(character)
      } + "'"
  }
}
