import Glibc
import Text

/// The whole program: from the words of the command line to the exit status.
enum Program {
  /// Runs the command that the words name, by default the dashboard.
  static func run(_ words: [String]) -> ExitCode {
    // Without the signal, a closed reader shows as a failing write, which leaves time to clean up.
    signal(SIGPIPE, SIG_IGN)
    var output = Output()
    defer { output.flush() }
    do {
      return try run(words, &output)
    } catch {
      output.flush()
      // What was typed may contain control sequences, which a terminal would obey.
      let lines = error.message.split(separator: "\n").map { CleanText.line(String($0)) + "\n" }
      Output.complain(lines.joined())
      return error.code
    }
  }

  private static func run(
    _ words: [String], _ output: inout Output
  ) throws(Failure) -> ExitCode {
    let words = commandFirst(words)
    let first = words.first ?? ""
    if first == "--version" || first == "-V" {
      output.line(Version.line)
      return .success
    }
    if let command = CommandSpec.named(first) {
      return try run(command, words.dropFirst(), &output)
    }
    if !first.isEmpty, !first.hasPrefix("-"), !isFile(first) {
      if first.contains("/") { throw .failed("cannot read '\(first)': no such folder") }
      throw .usage(
        "no command and no folder '\(first)'\(CommandSpec.suggestion(for: first))", command: nil)
    }
    return try run(DashboardCommand.spec, words[...], &output)
  }

  private static func run(
    _ command: CommandSpec, _ words: ArraySlice<String>, _ output: inout Output
  ) throws(Failure) -> ExitCode {
    let arguments = try Arguments(command, words)
    if arguments.wantsHelp {
      output.write(HelpText(command, width: Console.columns ?? 80).text)
      return .success
    }
    return try command.action(arguments, &output)
  }

  /// The words with the command's name moved before the options in front of it.
  ///
  /// Nothing is moved if the first word that is not an option names no command.
  private static func commandFirst(_ words: [String]) -> [String] {
    var index = 0
    while index < words.count, words[index].hasPrefix("--"), words[index] != "--" {
      let name = words[index].dropFirst(2)
      let option = CommandSpec.all.lazy.flatMap(\.options).first { $0.name == name }
      if let option, case .none = option.value {} else if option != nil { index += 1 }
      index += 1
    }
    guard index > 0, index < words.count, CommandSpec.named(words[index]) != nil else {
      return words
    }
    return [words[index]] + words[..<index] + words[(index + 1)...]
  }

  private static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0
  }
}
