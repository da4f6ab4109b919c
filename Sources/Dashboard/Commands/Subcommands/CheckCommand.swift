import Browsing
import Reading
import Records
import Text

/// `dossier check`: the faults of a dossier's folder, one on each line, like a compiler's.
enum CheckCommand {
  static let spec = CommandSpec(
    name: "check",
    summary: "List the faults of a dossier or a deck, like a compiler",
    operands: [
      .init(
        name: "PATH", value: .file,
        help: "the dossier's folder, or a deck's file; the built-in dossier when left out",
        isNeeded: false)
    ],
    options: [.dossier],
    details: [
      "Each fault is a line with file, line, column, what is wrong and how to fix it. The count "
        + "goes to the standard error. The exit status is 1 if a record is lost (an error), and 0 "
        + "if there are only warnings.",
      "A deck is checked against the dossier of --dossier, otherwise against the one whose folder "
        + "decks contains it, otherwise against the built-in one; the last line says which. A slide "
        + "that does not fit on a terminal of 80x24 is a warning.",
    ],
    examples: [
      .init("dossier check my-report", "check a folder while writing it"),
      .init("dossier check talk.md", "check a deck before presenting it"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    if let path = arguments.operands.first, isFile(path) {
      return try checkDeck(path, arguments, &output)
    }
    let folder = DossierFolder(arguments.operands.first ?? arguments.value("dossier"))
    var reading = try folder.check()
    let library = Library(reading)
    reading.diagnostics += reading.dossier.decks.flatMap { tooTall($0, library) }
    var root = folder.path ?? ""
    while root.count > 1, root.last == "/" { root.removeLast() }
    for diagnostic in reading.diagnostics {
      // With the folder in front, an editor can open the place.
      let place = root.isEmpty ? "" : root == "/" ? "/" : root + "/"
      output.line(CleanText.line("\(place)\(diagnostic)"))
    }
    output.flush()
    Output.complain(CleanText.line("dossier: \(folder.title): \(summary(reading))") + "\n")
    return reading.hasErrors ? .findings : .success
  }

  /// What was found, in a line.
  private static func summary(_ reading: Reading) -> String {
    let dossier = reading.dossier
    let proposals = dossier.recommendations.count { $0.standing == .proposal }
    return faults(reading.diagnostics) + " in " + count(dossier.chapters.count, "chapter") + ", "
      + count(dossier.recommendations.count - proposals, "recommendation") + ", "
      + (proposals == 0 ? "" : count(proposals, "proposal") + ", ")
      + count(dossier.indicators.count, "indicator")
      + (dossier.decks.isEmpty ? "" : ", " + count(dossier.decks.count, "deck"))
  }

  /// How many there are of each kind.
  static func faults(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count - errors
    return diagnostics.isEmpty
      ? "no faults" : "\(count(errors, "error")), \(count(warnings, "warning"))"
  }

  /// A number of things.
  package static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
