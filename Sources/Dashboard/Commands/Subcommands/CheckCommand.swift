import Browsing
import Canvas
import Glibc
import Reading
import Records
import Talk
import Text

/// `dossier check`: the faults of a dossier's folder, one per line, like a compiler's.
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
    if let path = folder.path {
      reading.diagnostics += AssessmentHistory.lostRows(in: DiskFolder(path))
    }
    var root = folder.path ?? ""
    while root.count > 1, root.last == "/" { root.removeLast() }
    for diagnostic in reading.diagnostics {
      // With the folder in the path, an editor can open the place.
      let place = root.isEmpty ? "" : root == "/" ? "/" : root + "/"
      output.line(CleanText.line("\(place)\(diagnostic)"))
    }
    output.flush()
    Output.complain(CleanText.line("dossier: \(folder.title): \(summary(reading))") + "\n")
    return reading.hasErrors ? .findings : .success
  }

  /// A summary of the findings, in a line.
  private static func summary(_ reading: Reading) -> String {
    let dossier = reading.dossier
    let proposals = dossier.recommendations.count { $0.standing == .proposal }
    return faults(reading.diagnostics) + " in " + count(dossier.chapters.count, "chapter") + ", "
      + count(dossier.recommendations.count - proposals, "recommendation") + ", "
      + (proposals == 0 ? "" : count(proposals, "proposal") + ", ")
      + count(dossier.indicators.count, "indicator")
      + (dossier.decks.isEmpty ? "" : ", " + count(dossier.decks.count, "deck"))
      + unconfirmed(dossier)
  }

  /// What rules found and nobody has confirmed; empty if there is nothing.
  private static func unconfirmed(_ dossier: Dossier) -> String {
    let items = dossier.recommendations.count { !$0.isConfirmed }
    let parts = [
      dossier.isConfirmed ? "" : "title, date and chapters",
      items == 0 ? "" : count(items, "recommendation"),
    ].filter { !$0.isEmpty }
    return parts.isEmpty ? "" : "; not confirmed: " + parts.joined(separator: ", ")
  }

  /// The number of faults of each kind.
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

  // MARK: Decks

  /// Whether a path names a deck rather than a dossier: an existing file, or a name for one.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return path.hasSuffix(".md") }
    return status.st_mode & S_IFMT != S_IFDIR
  }

  /// Lists the faults of a deck's file.
  static func checkDeck(
    _ path: String, _ arguments: Arguments, _ output: inout Output
  ) throws(Failure) -> ExitCode {
    let folder = DossierFolder(arguments.value("dossier") ?? home(of: path))
    let dossier = try folder.read(isQuiet: true)
    let reading = try DeckChoice.reading(file: path, dossier.dossier)
    let diagnostics =
      reading.diagnostics + folder.pictureFaults(of: reading.deck)
      + tooTall(reading.deck, Library(dossier))
    for diagnostic in diagnostics { output.line(CleanText.line("\(diagnostic)")) }
    output.flush()
    let slides = count(reading.deck.slides.count, "slide")
    let summary = "\(faults(diagnostics)) in \(slides), checked against \(folder.title)"
    Output.complain(CleanText.line("dossier: \(path): \(summary)") + "\n")
    return diagnostics.contains { $0.severity == .error } ? .findings : .success
  }

  /// The dossier whose folder `decks` contains a deck's file; nil if it is elsewhere.
  private static func home(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    let names = String(cString: resolved).split(separator: "/").dropLast()
    guard names.last == "decks" else { return nil }
    let folder = "/" + names.dropLast().joined(separator: "/")
    return access("\(folder)/index.md", R_OK) == 0 ? folder : nil
  }

  /// A warning for each slide that takes more than one screen.
  static func tooTall(_ deck: Deck, _ library: Library) -> [Diagnostic] {
    let size = SlideFit.size
    return SlideFit.tooTall(deck, library).map { slide, screens in
      let name = slide.heading.isEmpty ? slide.id : slide.heading.plainText
      return Diagnostic(
        .warning, file: deck.file, line: slide.line,
        "\"\(name)\" takes \(screens) screens of \(size.width)x\(size.height)",
        remedy: "shorten it or split it with ---")
    }
  }
}
