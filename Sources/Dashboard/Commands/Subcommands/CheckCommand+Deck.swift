import Browsing
import Canvas
import Glibc
import Reading
import Records
import Talk
import Text

/// A deck that stands alone in a file.
extension CheckCommand {
  /// Whether a path is a deck's rather than a dossier's: of a file, or of what would be one.
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
    let diagnostics = reading.diagnostics + tooTall(reading.deck, Library(dossier))
    for diagnostic in diagnostics { output.line(CleanText.line("\(diagnostic)")) }
    output.flush()
    let slides = count(reading.deck.slides.count, "slide")
    let summary = "\(faults(diagnostics)) in \(slides), checked against \(folder.title)"
    Output.complain(CleanText.line("dossier: \(path): \(summary)") + "\n")
    return diagnostics.contains { $0.severity == .error } ? .findings : .success
  }

  /// The dossier in whose folder `decks` a deck's file lies; nil if it lies elsewhere.
  private static func home(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    let names = String(cString: resolved).split(separator: "/").dropLast()
    guard names.last == "decks" else { return nil }
    let folder = "/" + names.dropLast().joined(separator: "/")
    return access("\(folder)/index.md", R_OK) == 0 ? folder : nil
  }

  /// A warning for each slide that the audience would have to see in parts.
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
