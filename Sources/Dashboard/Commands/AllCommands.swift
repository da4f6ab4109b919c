extension CommandSpec {
  /// Every command, the dashboard first.
  static let all: [CommandSpec] = [
    DashboardCommand.spec, ListCommand.spec, ShowCommand.spec, SearchCommand.spec,
    ChartCommand.spec, RenderCommand.spec, CheckCommand.spec, VerifyCommand.spec,
    AssessCommand.spec, ImportStatusCommand.spec, ChangesCommand.spec, NewCommand.spec,
    ImportCommand.spec, ReviewCommand.spec, ExportCommand.spec, DataCommand.spec,
    PresentCommand.spec,
    FollowCommand.spec, RehearseCommand.spec,
    KeysCommand.spec, ConfigCommand.spec, CompletionsCommand.spec, HelpCommand.spec,
    HostCommand.spec,
  ]

  /// The commands that have a name and that help lists.
  static var listed: [CommandSpec] { all.filter { !$0.name.isEmpty && !$0.isHidden } }

  /// The command with a name; nil if there is none.
  static func named(_ name: String) -> CommandSpec? {
    name.isEmpty ? nil : all.first { $0.name == name }
  }

  /// ` (did you mean 'list'?)`, or nothing.
  static func suggestion(for word: String) -> String {
    Suggestion.text(for: word, in: listed.map(\.name))
  }
}

extension OptionSpec {
  /// Uses another dossier than the built-in one.
  static let dossier = OptionSpec(
    "dossier", .folder, "read the dossier in this folder instead of the built-in one")
  /// The reader's copy of the original.
  static let source = OptionSpec(
    "source", .file, "your copy of the original's plain text")
}
