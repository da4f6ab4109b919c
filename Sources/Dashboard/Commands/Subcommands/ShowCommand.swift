import Query
import Reading
package import Records

/// `dossier show`: one record with everything that is known about it.
enum ShowCommand {
  static let spec = CommandSpec(
    name: "show",
    summary: "Show one record: text, evidence, connections, citation",
    operands: [
      .init(
        name: "ID", value: .text("ID"),
        help:
          "the record: rec:economics-3, indicator:us-content, only the id, or a number: 2.2, 2.p1")
    ],
    options: [
      OptionSpec(
        "format", .choice(["text", "json", "md", "bibtex"]), "output format (default: text)"),
      OptionSpec(
        "source", .file, "your copy of the original, whose passages are added"),
      OptionSpec(
        "as-of", .text("DAY"), "what had become of a recommendation by the end of this day"),
      .dossier,
    ],
    details: [
      "An id without a kind names the recommendation, chapter or other record with that id. The "
        + "numbers that the dashboard shows name recommendations and, with a p, proposals. 'dossier "
        + "list KIND' lists all ids."
    ],
    examples: [
      .init("dossier show economics-3", "a recommendation"),
      .init("dossier show indicator:us-content --format json", "an indicator, for a script"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let original: OriginalText?
    if let path = arguments.value("source") {
      original = try OriginalFile.read(path)
    } else {
      original = nil
    }
    let catalogue = Catalogue(try DossierFolder(arguments).read().dossier)
    let record = try catalogue.find(arguments.operands.first ?? "")
    var outcome: Outcome?
    if case .recommendation = record {
      let outcomes = Outcomes(catalogue.dossier)
      let day = try arguments.period("as-of")?.lastDay ?? outcomes.latestDay(today: .today)
      outcome = outcomes.outcome(of: record.reference.id, on: day)
    } else if arguments.has("as-of") {
      throw arguments.fault("--as-of is for recommendations")
    }
    switch arguments.value("format") {
    case "json": output.write(record.json())
    case "bibtex":
      let entry = Citation(of: record, in: catalogue).bibtex
      output.write(entry.hasSuffix("\n") ? entry : entry + "\n")
    case "md":
      let sheet = RecordSheet(
        record, in: catalogue, backlinks: Backlinks(catalogue), outcome: outcome)
      output.write(sheet.markdown)
      if let original { write(original, record, catalogue, isMarkdown: true, &output) }
    default:
      let sheet = RecordSheet(
        record, in: catalogue, backlinks: Backlinks(catalogue), outcome: outcome)
      output.write(sheet.plain)
      if let original { write(original, record, catalogue, isMarkdown: false, &output) }
    }
    return .success
  }

  /// The passages of the original that the record names.
  private static func write(
    _ original: OriginalText, _ record: Record, _ catalogue: Catalogue, isMarkdown: Bool,
    _ output: inout Output
  ) {
    output.line()
    output.line(isMarkdown ? "## In your copy of the original" : "In your copy of the original")
    if let stated = catalogue.dossier.sourceText?.sha256, stated != original.sha256 {
      output.line()
      output.line("It is another copy than the one that lines are counted in.")
    }
    for locator in record.locators {
      let passage = original.passage(locator, context: 0)
      output.line()
      output.line("\(locator.title)\(remark(passage.standing)):")
      output.line()
      for line in passage.text { output.line("    \(line.text)") }
    }
    if record.locators.isEmpty {
      output.line()
      output.line("The dossier gives no place for this record.")
    }
  }

  private static func remark(_ standing: SourcePassage.Standing) -> String {
    switch standing {
    case .inPlace: ""
    case .moved: ", found elsewhere in this copy"
    case .similar: ", something like it in this copy"
    case .unconfirmed: ", not confirmed in this copy"
    case .outside: ", not in this copy"
    }
  }
}

extension Catalogue {
  /// The record that a user names, of any kind unless one is given.
  package func find(_ name: String, _ kind: RecordKind? = nil) throws(Failure) -> Record {
    if let kind {
      if let record = self[Reference(kind, name)] { return record }
      if let record = record(named: name), record.reference.kind == kind { return record }
    } else if let record = record(named: name) {
      return record
    }
    // Only records of the named kind are suggested, and only ids are compared.
    let scheme = Reference(name)
    let wanted = kind ?? scheme?.kind
    let known = references.filter { wanted == nil || $0.kind == wanted }.map(\.id)
    let isNumber = name.first?.isNumber ?? false
    let hint = Suggestion.texts(
      for: scheme?.id ?? name, in: isNumber ? dossier.recommendations.map(number) : known,
      prefix: scheme.map { "\($0.kind.rawValue):" } ?? "")
    throw .failed("no \(kind?.rawValue ?? "record") '\(name)'\(hint)")
  }
}
