import Browsing
import Linear

/// The manual page in the language of `man`, made from the commands' table.
struct ManualPage {
  private var lines: [String] = []

  /// The page, with a line feed after each line.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// The page of the whole program.
  init() {
    let program = DashboardCommand.spec
    lines.append(
      ".TH DOSSIER 1 \"\(Version.date)\" \"dossier \(Version.text)\" \"User Commands\"")
    heading("NAME")
    lines.append("dossier \\- a dashboard for policy reports in a terminal")
    heading("SYNOPSIS")
    for command in [program] + CommandSpec.listed {
      lines += [".B \(Self.safe(command.title))"]
      lines += [
        Self.safe((command.operands.map { $0.title } + ["[options]"]).joined(separator: " "))
      ]
      lines.append(".br")
    }
    heading("DESCRIPTION")
    body(program)
    heading("OPTIONS")
    options(program)
    heading("COMMANDS")
    for command in CommandSpec.listed {
      lines.append(".SS \(Self.safe(command.usage))")
      body(command)
      options(command)
    }
    heading("KEYS")
    lines += KeyTable(.standard, .standard).manual.split(separator: "\n").map(String.init)
    heading("LINEAR MODE")
    lines += [
      "Commands for \\-\\-linear. The shortest form of each is in brackets. A number opens the",
      "choice with that number, / and words search, and an empty line goes on reading.",
    ]
    for group in LinearCommand.groups {
      lines.append(".SS \(Self.safe(group.title))")
      for command in group.commands {
        let short = command.shortest == command.rawValue ? "" : " (\(command.shortest))"
        term(command.title + short, command.help)
      }
    }
    heading("EXIT STATUS")
    for code in ExitCode.all { term("\(code.rawValue)", code.help) }
    heading("ENVIRONMENT")
    for (name, help) in Environment.variables { term(name, help) }
    heading("FILES")
    term(
      Environment.configurationFile,
      "Theme, keys, mouse and the like; dossier config --example prints one.")
    term(Environment.stateFile, "Bookmarks and the last place, kept between runs.")
    heading("EXAMPLES")
    for example in CommandSpec.all.flatMap(\.examples) { term(example.line, example.help) }
    heading("SEE ALSO")
    lines += [
      ".BR less (1),", ".BR ssh (1),", ".BR terminfo (5),", ".BR landlock (7)", ".PP",
      "The dossier folder, decks, briefings over SSH, linear mode and the configuration are described",
      "in docs/, which is installed below share/doc/dossier.",
    ]
  }

  private mutating func heading(_ text: String) { lines.append(".SH \(text)") }

  private mutating func body(_ command: CommandSpec) {
    lines.append(Self.safe(command.summary) + ".")
    for detail in command.details { lines += [".PP", Self.safe(detail)] }
    for operand in command.operands { term(operand.name, operand.help) }
  }

  private mutating func options(_ command: CommandSpec) {
    for option in command.allOptions { term(option.title, option.help) }
  }

  private mutating func term(_ name: String, _ help: String) {
    lines += [".TP", ".B \(Self.safe(name))", Self.safe(help)]
  }

  /// Text with the formatter's special characters escaped.
  static func safe(_ text: String) -> String {
    let escaped = text.reduce(into: "") { result, character in
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      case "'": result += "\\(aq"
      default: result.append(character)
      }
    }
    return escaped.hasPrefix(".") ? "\\&" + escaped : escaped
  }
}
