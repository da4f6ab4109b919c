import Query
import Reading
import Records

/// `dossier list`: the records of a kind as a table.
enum ListCommand {
  static let spec = CommandSpec(
    name: "list",
    summary: "List the records of a kind as a table",
    operands: [
      .init(
        name: "KIND", value: .choice(ListKind.allCases.map(\.rawValue)),
        help: ListKind.allCases.map(\.rawValue).joined(separator: ", "))
    ],
    options: [
      OptionSpec("chapter", .text("ID"), "only this chapter, by id or number", repeats: true),
      OptionSpec("addressee", .text("ID"), "only what this addressee is asked", repeats: true),
      OptionSpec("theme", .text("ID"), "only on this theme", repeats: true),
      OptionSpec(
        "standing", .choice(Recommendation.Standing.allCases.map(\.rawValue)),
        "only recommendations, or only proposals"),
      OptionSpec("joint", "only what is asked of several addressees together"),
      OptionSpec(
        "figures", .choice(["yes", "no"]), "only what rests on figures, or only what does not"),
      OptionSpec(
        "sort", .choice(RecommendationQuery.Sort.allCases.map(\.rawValue)),
        "the order of recommendations"),
      OptionSpec("as-of", .text("DAY"), "what was known by the end of this day, month or year"),
      OptionSpec("status", .text("WORD"), "only with this status", repeats: true),
      OptionSpec("assessor", .text("ID"), "only what this assessor has judged", repeats: true),
      OptionSpec("open", "what may still be done"),
      OptionSpec("closed", "what is done, refused or undone"),
      OptionSpec("disputed", "what two assessors judge differently at about the same time"),
      OptionSpec("stale", "what is open and was last judged too long ago"),
      OptionSpec("overdue", "what is open and past its date"),
      OptionSpec("otherwise", "what another assessor judged differently, at any time"),
      OptionSpec("unanswered", "what no addressee has answered"),
      .format, .dossier,
    ],
    details: [
      "An option may be repeated, or have several ids separated by commas; a record that matches "
        + "any of them is listed. The names of the columns stay the same from version to version; "
        + "json and csv have all columns, table and md the main ones. In csv, several values in a "
        + "cell are separated by semicolons.",
      "Proposals are listed among the recommendations; the column kind tells them apart, and "
        + "--standing recommendation leaves them out, as the dashboard does at first.",
      "Of --open, --closed, --disputed, --stale, --overdue, --otherwise and --unanswered, at least "
        + "one must apply. They are worked out from the judgements for the day of --as-of.",
    ],
    examples: [
      .init(
        "dossier list recommendations --addressee mexico --theme oil-and-gas",
        "what Mexico is asked on oil and gas"),
      .init("dossier list observations --format csv", "every value, for a spreadsheet"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let kind = arguments.operands.first.flatMap(ListKind.init) else {
      throw arguments.fault("KIND is missing")
    }
    for option in spec.options.map(\.name)
    where option != "format" && option != "dossier" && arguments.has(option)
      && !kind.filters.contains(option)
    {
      throw arguments.fault("--\(option) does not apply to \(kind.rawValue)")
    }
    let catalogue = Catalogue(try DossierFolder(arguments).read().dossier)
    let filter = try ListFilter(arguments, catalogue.dossier)
    output.write(kind.table(filter, catalogue), as: arguments.value("format"))
    return .success
  }
}

extension OptionSpec {
  /// The format of a table.
  static let format = OptionSpec(
    "format", .choice(RecordTable.Format.allCases.map(\.rawValue)), "output format (default: table)"
  )
}
