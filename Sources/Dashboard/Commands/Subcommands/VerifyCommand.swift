import Glibc
import Query
import Reading
import Text

/// `dossier verify`: looks up every place that a dossier names in a copy of the original.
///
/// Its values are compared with the words that are quoted for them.
enum VerifyCommand {
  static let spec = CommandSpec(
    name: "verify",
    summary: "Look up every figure and place in your copy of the original",
    options: [.source, .dossier],
    details: [
      "Every place that a record names is looked up: its lines must be in your copy and, if it "
        + "quotes a few words, they must be there. Every value is compared with the numbers in the "
        + "words quoted for it, also in forms such as 'two-thirds', 'four times less', 'one in six' "
        + "or 'fell by 17 percent'. Values whose words contain no number, or without quoted words, are "
        + "not compared. A value that the dossier computed is computed again from its inputs.",
      "Each place or value that differs from the dossier is printed on a line, with the nearest match "
        + "if there is one. The exit status is then 1.",
    ],
    examples: [.init("dossier verify --source report.txt", "check the built-in dossier")],
    action: run)

  /// The plain text that `dossier import` wrote beside a folder; nil if there is none.
  private static func imported(_ folder: String?) -> String? {
    guard var path = folder else { return nil }
    while path.count > 1, path.last == "/" { path.removeLast() }
    let source = ImportCommand.sourcePath(path)
    return access(source, R_OK) == 0 ? source : nil
  }

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let path = arguments.value("source") ?? imported(arguments.value("dossier")) else {
      throw arguments.fault("--source FILE is missing: your copy of the original's plain text")
    }
    let original = try OriginalFile.read(path)
    let verification = Verification(try DossierFolder(arguments).read().dossier, in: original)
    for finding in verification.findings { output.line(CleanText.line("\(finding)")) }
    output.flush()
    let copy =
      switch verification.copy {
      case .same: "the copy is the one that the dossier was made from"
      case .different: "the copy differs from the one that the dossier was made from"
      case .unstated: "the dossier does not say which copy it was made from"
      }
    let count = verification.findings.count
    let places = count == 0 ? "all as stated" : "\(count) not as stated"
    let proved =
      verification.proved > 0 ? "\(verification.proved) values computed again, " : ""
    let unproved =
      verification.unproved > 0
      ? "; \(verification.unproved) values were computed from figures outside the dossier" : ""
    Output.complain(
      "dossier: \(verification.checked) places looked up, \(verification.compared) values "
        + "compared, \(proved)\(places); \(copy)\(unproved)\n")
    return count == 0 ? .success : .findings
  }
}
