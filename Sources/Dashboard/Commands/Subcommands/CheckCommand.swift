import Interface
import Model

/// `dossier check`: the faults of a dossier's folder, one a line, like a compiler's.
enum CheckCommand {
  static let spec = CommandSpec(
    name: "check",
    summary: "List the faults of a dossier's folder, like a compiler",
    operands: [
      .init(
        name: "DIR", value: .folder, help: "the folder; the built-in dossier when left out",
        isNeeded: false)
    ],
    options: [.dossier],
    details: [
      "Each fault is a line with file, line, column, what is wrong and how to mend it. The count "
        + "goes to the standard error. Ends with 1 where a record is lost (an error); a warning "
        + "alone is no failure.",
      "A slide that is taller than 80 columns by 24 rows show at once is a warning.",
    ],
    examples: [.init("dossier check my-report", "check a folder while writing it")],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let folder = DossierFolder(arguments.operands.first ?? arguments.value("dossier"))
    var reading = try folder.readAll()
    reading.diagnostics += tooTall(reading)
    var root = folder.path ?? ""
    while root.count > 1, root.last == "/" { root.removeLast() }
    for diagnostic in reading.diagnostics {
      // With the folder before it an editor can go to the place.
      let place = root.isEmpty ? "" : root == "/" ? "/" : root + "/"
      output.line(CleanText.line("\(place)\(diagnostic)"))
    }
    output.flush()
    Output.complain(CleanText.line("dossier: \(folder.title): \(summary(reading))") + "\n")
    return reading.hasErrors ? .findings : .success
  }

  /// A warning for each slide that the audience would have to see in parts.
  private static func tooTall(_ reading: Reading) -> [Diagnostic] {
    let library = Library(reading)
    let size = SlideFit.size
    return reading.dossier.decks.flatMap { deck in
      SlideFit.tooTall(deck, library).map { slide, screens in
        let name = slide.heading.isEmpty ? slide.id : slide.heading.plainText
        return Diagnostic(
          .warning, file: deck.file, line: slide.line,
          "\"\(name)\" takes \(screens) screens of \(size.width)x\(size.height)",
          remedy: "shorten it or split it with ---")
      }
    }
  }

  /// What was found, in a line.
  private static func summary(_ reading: Reading) -> String {
    let dossier = reading.dossier
    let errors = reading.diagnostics.count { $0.severity == .error }
    let warnings = reading.diagnostics.count - errors
    let faults =
      reading.diagnostics.isEmpty
      ? "no faults" : "\(count(errors, "error")), \(count(warnings, "warning"))"
    return faults + " in " + count(dossier.chapters.count, "chapter") + ", "
      + count(dossier.recommendations.count, "recommendation") + ", "
      + count(dossier.indicators.count, "indicator")
      + (dossier.decks.isEmpty ? "" : ", " + count(dossier.decks.count, "deck"))
  }

  private static func count(_ number: Int, _ word: String) -> String {
    "\(number) \(word)\(number == 1 ? "" : "s")"
  }
}
