/// One command: what it takes, what help says about it and what it does.
///
/// One table of these, `CommandSpec.all`, drives parsing, help, the shell
/// completions and the manual page.
struct CommandSpec: Sendable {
  /// Something that stands without an option's name.
  struct Operand: Sendable {
    /// How help calls it, in upper case.
    var name: String
    /// What may stand there.
    var value: OptionSpec.Value
    /// What it is, in a few words.
    var help: String
    /// Whether it must be given.
    var isNeeded = true
    /// Whether several may be given.
    var repeats = false

    /// The operand as help shows it: `ID`, `[DIR]`, `WORDS…`.
    var title: String {
      let text = name + (repeats ? "..." : "")
      return isNeeded ? text : "[\(text)]"
    }
  }

  /// A command line with what it is for.
  struct Example: Sendable {
    /// What is typed.
    var line: String
    /// What it does.
    var help: String

    init(_ line: String, _ help: String) {
      self.line = line
      self.help = help
    }
  }

  /// What the command does.
  typealias Action = @Sendable (Arguments, inout Output) throws(Failure) -> ExitCode

  /// The word on the command line; empty for the dashboard.
  var name: String
  /// What it does, in a few words.
  var summary: String
  /// What stands without an option's name.
  var operands: [Operand] = []
  /// The options beside `--help`.
  var options: [OptionSpec] = []
  /// Paragraphs on what is not plain from the options.
  var details: [String] = []
  /// Command lines to start from.
  var examples: [Example] = []
  /// Whether lists of commands leave it out.
  var isHidden = false
  /// What it does.
  var action: Action

  /// The option that every command takes.
  static let help = OptionSpec("help", "show this help and end")

  /// The options with `--help`.
  var allOptions: [OptionSpec] { options + [Self.help] }

  /// The command as it is typed: `dossier list`.
  var title: String { name.isEmpty ? "dossier" : "dossier \(name)" }

  /// How it is used: `dossier list KIND [options]`.
  var usage: String {
    ([title] + operands.map(\.title) + ["[options]"]).joined(separator: " ")
  }
}
