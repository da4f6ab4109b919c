import Canvas

/// What `--help` prints, made from a command's table.
struct HelpText {
  private var lines: [String] = []
  private let width: Int

  /// The text, with a line feed after each line.
  package var text: String { lines.map { $0 + "\n" }.joined() }

  /// The help of one command, and for the dashboard the list of all commands.
  init(_ command: CommandSpec, width: Int) {
    self.width = min(max(width, 40), 100)
    lines.append("Usage: \(command.usage)")
    if command.name.isEmpty { lines.append("       dossier COMMAND [options]") }
    paragraph(command.summary + ".")
    for detail in command.details { paragraph(detail) }
    if !command.operands.isEmpty {
      table("Operands", command.operands.map { ($0.name, $0.help) })
    }
    table("Options", command.allOptions.map { ($0.title, $0.help) })
    if command.name.isEmpty {
      table("Commands", CommandSpec.listed.map { ($0.name, $0.summary) })
      table("Exit status", ExitCode.all.map { ("\($0.rawValue)", $0.help) })
    }
    if !command.examples.isEmpty {
      table("Examples", command.examples.map { ($0.line, $0.help) })
    }
    if command.name.isEmpty { paragraph("More on a command: dossier COMMAND --help") }
  }

  private mutating func paragraph(_ text: String) {
    lines.append("")
    lines += TextLayout.wrap(text, to: width)
  }

  /// A heading with rows of two columns; a long left cell has its own line.
  private mutating func table(_ heading: String, _ rows: [(String, String)]) {
    lines += ["", "\(heading):"]
    let limit = width / 2 - 4
    let left = min(limit, rows.reduce(0) { max($0, $1.0.columns <= limit ? $1.0.columns : 0) })
    let indent = String(repeating: " ", count: left + 4)
    for (name, help) in rows {
      var wrapped = TextLayout.wrap(help, to: width - left - 4)[...]
      if name.columns <= left {
        let gap = String(repeating: " ", count: left - name.columns + 2)
        lines.append("  " + name + gap + (wrapped.popFirst() ?? ""))
      } else {
        lines.append("  " + name)
      }
      lines += wrapped.map { indent + $0 }
    }
  }
}
