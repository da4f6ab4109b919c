import Model

/// `dossier verify`: every place that a dossier names, looked up in a copy of the original.
///
/// Its values are compared with what is quoted for them.
enum VerifyCommand {
  static let spec = CommandSpec(
    name: "verify",
    summary: "Look up every figure and place in your copy of the original",
    options: [.source, .dossier],
    details: [
      "Looked up is every place that a record names: its lines must be in your copy and, where it "
        + "quotes a few words, they must stand there. Compared is every value with the numbers in "
        + "the words quoted for it, also in rewordings such as 'two-thirds', 'four times less', "
        + "'one in six' or 'fell by 17 percent'. Not compared are values whose note starts with "
        + "'Derived', those whose words hold no number, and those without quoted words.",
      "Each place or value that is not as the dossier says is a line, with the nearest match where there "
        + "is one. Ends with 1 where there is any.",
    ],
    examples: [.init("dossier verify --source report.txt", "check the built-in dossier")],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let path = arguments.value("source") else {
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
    Output.complain(
      "dossier: \(verification.checked) places looked up, \(verification.compared) values "
        + "compared, \(places); \(copy)\n")
    return count == 0 ? .success : .findings
  }
}
