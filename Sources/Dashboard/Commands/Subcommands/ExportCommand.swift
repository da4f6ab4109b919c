import Model

/// `dossier export`: the whole dossier in one file.
enum ExportCommand {
  static let spec = CommandSpec(
    name: "export",
    summary: "Print the whole dossier in one format",
    options: [OptionSpec("format", .choice(["json", "md"]), "the format; json"), .dossier],
    details: [
      "In json every record has the same keys in the same order from version to version. In md "
        + "chapters come first, then recommendations, indicators, events and names."
    ],
    examples: [.init("dossier export --format md > report.md", "a document to edit")],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let dossier = try DossierFolder(arguments).read().dossier
    guard arguments.value("format") == "md" else {
      output.write(dossier.json())
      return .success
    }
    let catalogue = Catalogue(dossier)
    let kinds: [RecordKind] = [.chapter, .recommendation, .indicator, .event, .entity]
    output.line("# \(dossier.title)")
    if !dossier.subtitle.isEmpty { output.write("\n*\(dossier.subtitle)*\n") }
    for kind in kinds {
      for reference in catalogue.references where reference.kind == kind {
        guard let record = catalogue[reference] else { continue }
        output.line()
        output.write(RecordSheet(record, in: catalogue).markdown)
      }
    }
    return .success
  }
}
