import Importing
import System
import Text

/// `dossier new`: a starter folder to write a dossier in.
enum NewCommand {
  static let spec = CommandSpec(
    name: "new",
    summary: "Make a starter folder for a dossier",
    operands: [
      .init(name: "DIR", value: .folder, help: "the folder to make; its name becomes the id")
    ],
    details: [
      "The folder has an index, a chapter, a recommendation, tables, a descriptor and a deck. Each "
        + "says in a line what belongs there. It has no fault, so the dashboard shows it at once and "
        + "follows while you write. An existing folder is left alone unless it is empty."
    ],
    examples: [
      .init("dossier new my-report", "then 'dossier my-report' shows it")
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let path = arguments.operands.first ?? ""
    let slug = Identifier.slug(path.split(separator: "/").last.map(String.init) ?? "")
    let files = StarterDossier.files(
      id: slug.isEmpty ? "report" : slug, date: "\(Clock.today.year)")
    try NewFolder(path).write(files)
    output.line(
      CleanText.line("Made '\(path)' with \(files.count) files. 'dossier \(path)' shows it."))
    return .success
  }
}
