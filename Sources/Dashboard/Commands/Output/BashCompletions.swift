/// Completions for Bash 4 and later; only the shell itself is needed.
enum BashCompletions {
  static var script: String {
    var lines = [
      "# Completions of dossier for Bash, made by: dossier completions bash",
      "_dossier() {",
      "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}",
      "  local command=${COMP_WORDS[1]} words=",
      "  COMPREPLY=()",
      "  # Bash takes --option=value apart at the sign.",
      "  if [[ $word == = ]]; then word=; fi",
      "  if [[ $before == = ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi",
      "  case $command in",
    ]
    let names = Completions.commands.map(\.name).joined(separator: " ")
    for command in Completions.commands { lines += branch(command, pattern: command.name) }
    lines += branch(DashboardCommand.spec, pattern: "*")
    lines += [
      "  esac",
      "  if [[ $COMP_CWORD == 1 && $word != -* ]]; then",
      "    words=\"\(names)\"",
      "    compopt -o filenames",
      "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\"; compgen -d -- \"$word\")",
      "    return",
      "  fi",
      "  if [[ $words == @files ]]; then compopt -o filenames; "
        + "mapfile -t COMPREPLY < <(compgen -f -- \"$word\"); return; fi",
      "  if [[ $words == @folders ]]; then compopt -o filenames; "
        + "mapfile -t COMPREPLY < <(compgen -d -- \"$word\"); return; fi",
      "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")",
      "}",
      "complete -F _dossier dossier",
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func branch(_ command: CommandSpec, pattern: String) -> [String] {
    let options = command.allOptions.map { "--\($0.name)" }.joined(separator: " ")
    var lines = ["    \(pattern))", "      case $before in"]
    for option in command.allOptions {
      if let words = words(option.value) {
        lines.append("        --\(option.name)) words=\"\(words)\" ;;")
      }
    }
    let first = command.operands.first.flatMap { words($0.value) }
    lines += [
      "        *) if [[ $word == -* ]]; then words=\"\(options)\"; "
        + "else words=\"\(first ?? "")\"; fi ;;",
      "      esac ;;",
    ]
    return lines
  }

  /// The words that a value may be; nil if there is no value.
  private static func words(_ value: OptionSpec.Value) -> String? {
    switch value {
    case .none: nil
    case .choice(let words): words.joined(separator: " ")
    case .file: "@files"
    case .folder: "@folders"
    case .text, .number, .size: ""
    }
  }
}
