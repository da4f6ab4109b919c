/// Completions for Zsh, through its own `_arguments`.
enum ZshCompletions {
  static var script: String {
    var lines = [
      "#compdef dossier",
      "# Completions of dossier for Zsh, made by: dossier completions zsh",
      "_dossier() {",
      "  local -a commands",
      "  commands=(",
    ]
    lines += Completions.commands.map { "    \(quoted("\($0.name):\($0.summary)"))" }
    lines += [
      "  )",
      "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then",
      "    _describe command commands",
      "    _files -/",
      "    return",
      "  fi",
      "  local command=$words[2]",
      "  case $command in",
    ]
    for command in Completions.commands {
      lines.append("    \(command.name))")
      lines.append("      shift words; (( CURRENT-- ))")
      lines += arguments(command)
    }
    lines.append("    *)")
    lines += arguments(DashboardCommand.spec)
    lines += ["  esac", "}", "_dossier \"$@\""]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func arguments(_ command: CommandSpec) -> [String] {
    var parts = command.allOptions.map { option in
      let several = option.repeats ? "*" : ""
      let value = action(option.value)
      let sign = value == nil ? "" : "="
      return quoted(
        "\(several)--\(option.name)\(sign)[\(escaped(option.help))]"
          + (value.map { ":\(escaped(option.value.title)):\($0)" } ?? ""))
    }
    for operand in command.operands {
      let place = operand.repeats ? "*" : operand.isNeeded ? "" : ":"
      parts.append(
        quoted("\(place):\(escaped(operand.name)):\(action(operand.value) ?? "")"))
    }
    return ["      _arguments \\"] + parts.dropLast().map { "        \($0) \\" }
      + parts.suffix(1).map { "        \($0) ;;" }
  }

  private static func action(_ value: OptionSpec.Value) -> String? {
    switch value {
    case .none: nil
    case .choice(let words): "(\(words.joined(separator: " ")))"
    case .file: "_files"
    case .folder: "_files -/"
    case .text, .number, .size: " "
    }
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "[]:\\".contains(character) { result.append("\\") }
      result.append(character)
    }
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
