import Query
import Reading
import Records
import System
import Text

/// `dossier import-status`: the judgements of a known tracker from its table.
enum ImportStatusCommand {
  private static let path = "data/assessments.csv"
  private static let limit = 16 << 20

  static let spec = CommandSpec(
    name: "import-status",
    summary: "Add a tracker's judgements from its CSV table",
    operands: [
      .init(name: "FILE", value: .file, help: "the table, in CSV, as the tracker gives it out")
    ],
    options: [
      OptionSpec(
        "from", .choice(TrackerWords.Tracker.allCases.map(\.rawValue)),
        "whose words it uses: GAO, EU country recommendations, OGP, UN, or a dossier's own"),
      OptionSpec("assessor", .text("ID"), "who judges there"),
      OptionSpec("source", .text("ID"), "the table's own entry in data/sources.csv"),
      OptionSpec("date", .text("DAY"), "the date of rows that have none"),
      OptionSpec("dry-run", "show the rows and write nothing"), .dossier,
    ],
    details: [
      "Rows are matched by the number or the title of the recommendation and added to \(path). Rows "
        + "that match none, or whose status is not known, are printed as CSV, so that nothing is "
        + "lost; the standard error says why, row by row. A row that the folder has already is "
        + "left out, so a newer table can be imported again."
    ],
    examples: [
      .init(
        "dossier import-status t.csv --from gao --assessor gao --source gao-19",
        "with --dossier: what GAO says of each recommendation")
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let path = arguments.value("dossier") else {
      throw arguments.fault("the built-in dossier cannot be changed; name a folder with --dossier")
    }
    guard let tracker = arguments.value("from").flatMap(TrackerWords.Tracker.init) else {
      throw arguments.fault("--from is missing")
    }
    let folder = DiskFolder(path)
    if let fault = folder.fault { throw .failed("cannot read '\(path)': \(fault.message)") }
    let catalogue = Catalogue(DossierReader.read(folder).dossier)
    let bytes: [UInt8]
    let file = arguments.operands.first ?? ""
    do {
      bytes = try WholeFile.bytes(at: file, limit: limit)
    } catch {
      throw .failed("cannot read '\(file)': \(error.message)")
    }
    let table = try StatusImport(
      bytes, from: tracker, fixed: try fixed(arguments, catalogue), in: catalogue)
    let lock = try FolderLock(folder.path)
    var added = 0
    let change = try FolderChange(folder, Self.path) { (text) throws(Failure) in
      var text = text
      var known = Set(catalogue.dossier.followUp.assessments.map(Self.identity))
      for row in table.rows where known.insert(Self.identity(row)).inserted {
        text = try row.appended(to: text, columns: AssessmentTable.columns)
        added += 1
      }
      return text
    }
    _ = try change.reading(today: .today)
    if arguments.has("dry-run") {
      output.write(String(change.after.dropFirst(change.before.count)))
    } else if added > 0 {
      try change.write()
    }
    _ = consume lock
    tell(table, added: added, isDry: arguments.has("dry-run"), file, &output)
    return table.rest.isEmpty ? .success : .findings
  }

  /// What every row has.
  private static func fixed(
    _ arguments: Arguments, _ catalogue: Catalogue
  ) throws(Failure) -> [String: String] {
    guard let assessor = arguments.value("assessor") else {
      throw arguments.fault("--assessor is missing")
    }
    guard let source = arguments.value("source") else {
      throw arguments.fault("--source is missing")
    }
    let assessors = catalogue.dossier.followUp.assessors.map(\.id)
    let sources = catalogue.dossier.sources.map(\.id)
    var cells = [
      "assessor": try ListFilter.check(assessor, assessors, "assessor", arguments),
      "sources": try ListFilter.check(source, sources, "source", arguments),
    ]
    cells["date"] = try arguments.period("date")?.description
    return cells
  }

  /// Prints the rows that were not taken, and says what was done.
  private static func tell(
    _ table: StatusImport, added: Int, isDry: Bool, _ file: String, _ output: inout Output
  ) {
    if !table.rest.isEmpty, !isDry { output.write(RecordTable.csv(table.heading)) }
    for row in table.rest {
      if !isDry { output.write(RecordTable.csv(row.cells)) }
      Output.complain(CleanText.line("dossier: \(file):\(row.line): \(row.reason)") + "\n")
    }
    output.flush()
    let known = table.rows.count - added
    var parts = ["\(added) added"]
    if known > 0 { parts.append("\(known) there already") }
    if table.loose > 0 { parts.append("\(table.loose) with a status that is our reading") }
    parts.append("\(table.rest.count) not matched")
    Output.complain(
      "dossier: \(parts.joined(separator: ", "))\(isDry ? "; nothing written" : "")\n")
  }

  /// What makes two judgements the same.
  private static func identity(_ row: Assessment) -> [String] {
    [
      row.recommendation + (row.part.map { "#\($0)" } ?? ""), row.addressee, row.assessor,
      row.date.description, row.status.rawValue,
    ]
  }

  private static func identity(_ row: AddedRow) -> [String] {
    ["recommendation", "addressee", "assessor", "date", "status"].map { row.cells[$0] ?? "" }
  }
}
