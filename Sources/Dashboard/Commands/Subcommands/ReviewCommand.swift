import Canvas
import Glibc
import Importing
import Linear
import Query
import Reading
import System
import Terminal
import Text

/// `dossier review`: deciding on what an import found, line by line.
enum ReviewCommand {
  static let spec = CommandSpec(
    name: "review",
    summary: "Decide on what an import found, one candidate after another",
    options: [
      OptionSpec("list", "list the candidates with what was decided, and end"),
      OptionSpec("format", .choice(RecordTable.Format.allCases.map(\.rawValue)), "of the list"),
      .dossier,
    ],
    details: [
      "Shows the next candidate with its place in the original and takes a letter or a word: accept, "
        + "reject, later, who is asked, a theme, another title, merge, split, undo. 'help' lists them. "
        + "Lines may come from a pipe.",
      "Every decision is a row of import/decisions.csv, and the files under recommendations/ follow "
        + "at once. What you changed by hand stays. In the dashboard the same is a screen.",
    ],
    examples: [
      .init("dossier review my-report", "the next candidate"),
      .init("dossier review my-report --list", "all of them"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let path = arguments.value("dossier") else {
      throw arguments.fault("DIR is missing: a folder that 'dossier import' made")
    }
    guard let imported = try ImportedFolder(path) else { throw ImportedFolder.missing(path) }
    let review = imported.record.review
    if arguments.has("list") || arguments.has("format") {
      let format = arguments.value("format").flatMap { RecordTable.Format(rawValue: $0) } ?? .table
      output.write(table(review).text(format))
      return .success
    }
    var talk = LinearReview(
      ReviewDesk(review, original: try original(path)),
      width: Console.columns ?? 72, charset: .unicode)
    return try converse(&talk, path, &output)
  }

  /// The text beside a folder in which its lines are counted; empty if there is none.
  static func original(_ folder: String) throws(Failure) -> [UInt8] {
    var folder = folder
    while folder.count > 1, folder.last == "/" { folder.removeLast() }
    let path = ImportCommand.sourcePath(folder)
    guard access(path, R_OK) == 0 else { return [] }
    return try OriginalFile.bytes(path)
  }

  private static func table(_ review: Review) -> RecordTable {
    RecordTable(
      columns: ["id", "state", "tier", "label", "addressee", "title", "record"],
      rows: review.items.map { item in
        let one = item.candidate
        let texts = [
          item.id, item.state.rawValue, item.isCandidate ? one.tier.rawValue : "", one.label,
          one.addressee, one.title, item.isMade ? one.record : "",
        ]
        return texts.map { .text($0) }
      })
  }

  private static func converse(
    _ talk: inout LinearReview, _ path: String, _ output: inout Output
  ) throws(Failure) -> ExitCode {
    let isTyped = isatty(STDIN_FILENO) == 1
    var input = LineInput()
    let start = Clock.now
    var count = 0
    var needsPage = true
    while true {
      if needsPage {
        let seconds = Double(Clock.now - start) / 1000
        let pace = isTyped && count >= 3 ? seconds / Double(count) : ReviewDesk.usualPace
        for line in talk.page(pace: pace) { output.line(line) }
      }
      output.line()
      if isTyped { output.write(LinearReview.prompt) }
      output.flush()
      switch input.next(within: nil) {
      case .nothing: continue
      case .interrupted(let signal):
        output.line()
        output.flush()
        _exit(SessionEvent.exitCode(for: signal))
      case .end:
        if isTyped { output.line() }
        return .success
      case .line(let line):
        if !isTyped { output.line(CleanText.line("> \(line)")) }
        let answer = talk.take(line)
        for line in answer.lines { output.line(line) }
        if answer.isOver { return .success }
        needsPage = answer.lines.isEmpty
        if let decision = answer.decision {
          talk.go(on: try ImportedFolder.decide(decision, in: path), after: decision)
          count += 1
        }
      }
    }
  }
}
