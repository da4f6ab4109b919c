/// Completions for a shell, made from the commands' table.
enum Completions: String, CaseIterable {
  case bash, zsh, fish

  /// The script that the shell reads.
  var script: String {
    switch self {
    case .bash: BashCompletions.script
    case .zsh: ZshCompletions.script
    case .fish: FishCompletions.script
    }
  }

  /// The commands that have a name.
  static var commands: [CommandSpec] { CommandSpec.listed }
}
