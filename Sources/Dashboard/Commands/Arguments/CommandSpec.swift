import Browsing

/// A command: its operands, options, help and action.
///
/// Parsing, help, the shell completions and the manual page all come from the table
/// `CommandSpec.all`.
struct CommandSpec: Sendable {
  /// An operand: a word that is not part of an option.
  struct Operand: Sendable {
    /// Its name in help, in upper case.
    var name: String
    /// What it may be.
    package var value: OptionSpec.Value
    /// What it is, in a few words.
    var help: String
    /// Whether it is required.
    var isNeeded = true
    /// Whether several may be given.
    var repeats = false

    /// The operand as help shows it: `ID`, `[DIR]`, `WORDS…`.
    package var title: String {
      let text = name + (repeats ? "..." : "")
      return isNeeded ? text : "[\(text)]"
    }
  }

  /// A command line and what it is for.
  struct Example: Sendable {
    /// The command line.
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
  /// The operands, in order.
  var operands: [Operand] = []
  /// The options besides `--help`.
  var options: [OptionSpec] = []
  /// Paragraphs on what the options do not explain.
  var details: [String] = []
  /// Examples.
  var examples: [Example] = []
  /// Whether lists of commands leave it out.
  var isHidden = false
  /// What it does.
  var action: Action

  /// The option that every command takes.
  static let help = OptionSpec("help", "show this help and exit")

  /// The options with `--help`.
  var allOptions: [OptionSpec] { options + [Self.help] }

  /// The command as it is typed: `dossier list`.
  package var title: String { name.isEmpty ? "dossier" : "dossier \(name)" }

  /// How it is used: `dossier list KIND [options]`.
  var usage: String {
    ([title] + operands.map(\.title) + ["[options]"]).joined(separator: " ")
  }
}
