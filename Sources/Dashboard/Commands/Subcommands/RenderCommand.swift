import Browsing
import Canvas
import Charts
import Importing
import Query
import Reading
import Records

/// `dossier render`: any screen of the dashboard, drawn without a terminal.
enum RenderCommand {
  static let spec = CommandSpec(
    name: "render",
    summary: "Draw any screen of the dashboard without a terminal",
    options: [
      OptionSpec("size", .size, "columns and rows (default: 80x24)"),
      OptionSpec("keys", .text("KEYS"), "the keys to press first"),
      .source,
    ] + Picture.options + [
      OptionSpec(
        "glyphs", .choice(GlyphSet.allCases.map(\.rawValue)),
        "the characters that charts are drawn with (default: quadrant)"),
      OptionSpec(
        "format", .choice(["text", "ansi", "svg"]),
        "output format (default: ansi on a terminal, otherwise text)"),
      .dossier,
    ],
    details: [
      "KEYS are names separated by spaces: j Enter Tab Shift-Tab PgDn Esc Space Ctrl-D F1. Put text "
        + "to type into double quotation marks, or write single letters: "
        + "--keys '/ \"border wait\" Enter'. All keys: dossier keys.",
      "The same size and keys always give the same screen; bookmarks and the last place are not "
        + "read.",
    ],
    examples: [
      .init("dossier render --keys '2 Enter'", "chapter 2 with its recommendations"),
      .init("dossier render --size 120x40 --keys m --format svg > matrix.svg", "a picture"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let script: KeyScript
    do {
      script = try KeyScript(arguments.value("keys") ?? "")
    } catch {
      throw arguments.fault("--keys: \(error.reason)")
    }
    var picture = Picture(arguments)
    let copy = try arguments.value("source").map { (path) throws(Failure) in
      try OriginalFile.bytes(path)
    }
    let reading = try DossierFolder(arguments).read()
    let set = arguments.value("glyphs").flatMap(GlyphSet.init)
    let library = Library(
      reading, original: copy.map { OriginalText($0) },
      desk: arguments.value("dossier").flatMap(ImportedFolder.desk),
      preferences: Preferences(
        glyphs: set.map(picture.glyphs.drawing) ?? picture.glyphs, today: .today))
    var state = State(size: arguments.size("size") ?? Size(width: 80, height: 24))
    state.theme = picture.theme.name
    settle(&state, library)
    press: for key in script.keys {
      for effect in update(&state, .key(key), library) {
        switch effect {
        case .quit: break press
        // A picture changes no file.
        case .decide(let decision): _ = library.desk?.review.take(decision)
        case .setTheme(let theme): picture.theme = theme
        default: break
        }
      }
    }
    library.drawsColour = picture.hasColour
    let canvas = Dashboard.draw(state, library)
    picture.write(canvas, title: "\(reading.dossier.title), as dossier shows it", to: &output)
    return .success
  }
}
