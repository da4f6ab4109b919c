import Glibc
import Query
import Reading
import Records
import System
import Text

/// `dossier assess`: one more judgement of what became of a recommendation.
enum AssessCommand {
  static let spec = CommandSpec(
    name: "assess",
    summary: "Add a judgement of what became of a recommendation",
    operands: [
      .init(
        name: "REC", value: .text("ID"),
        help: "the recommendation: economics-3, 1.3; economics-3#2 for its second part")
    ],
    options: [
      OptionSpec(
        "status", .text("WORD"),
        "what became of it: "
          + AssessmentStatus.allCases.map(\.rawValue).joined(separator: ", ")),
      OptionSpec(
        "extent", .choice(AssessmentExtent.allCases.map(\.rawValue)),
        "how far it got, for what is under way"),
      OptionSpec("date", .text("DAY"), "the day or month that this describes (default: today)"),
      OptionSpec("since", .text("DAY"), "when that state was reached"),
      OptionSpec("assessor", .text("ID"), "who judges (default: the first of the index)"),
      OptionSpec("addressee", .text("ID"), "whose share is judged (default: all of it)"),
      OptionSpec("evidence", .text("TEXT"), "what shows it, in a sentence"),
      OptionSpec("source", .text("ID"), "where that can be read", repeats: true),
      OptionSpec(
        "confidence", .choice(AssessmentConfidence.allCases.map(\.rawValue)), "how sure you are"),
      OptionSpec("note", .text("TEXT"), "what readers must know about it"),
      OptionSpec("dry-run", "show the row and write nothing"), .dossier,
    ],
    details: [
      "The row is added to \(JudgementFile.path) of the folder; no other row is touched. What is missing is asked "
        + "for where the input is a terminal. The folder is read with the row first: if that would "
        + "bring an error, nothing is written. Two people may add to one folder at the same time.",
      "Do not correct a judgement; add a later one, so that the history is kept.",
    ],
    examples: [
      .init("dossier assess 1.3 --dossier my-report", "a judgement of today; asks for the rest"),
      .init(
        "dossier assess 1.3 --status no-action --dry-run --dossier my-report",
        "the row that would be added"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let path = arguments.value("dossier") else {
      throw arguments.fault("the built-in dossier cannot be changed; name a folder with --dossier")
    }
    let folder = DiskFolder(path)
    if let fault = folder.fault { throw .failed("cannot read '\(path)': \(fault.message)") }
    let catalogue = Catalogue(DossierReader.read(folder).dossier)
    let row = try row(arguments, catalogue)
    let isTrial = arguments.has("dry-run")
    let line = try JudgementFile.add(row, to: folder, isTrial: isTrial)
    let place = isTrial ? "" : "added to \(folder.path)/\(JudgementFile.path): "
    output.line(CleanText.line(place + line))
    return .success
  }

  /// The row of a command line, with what was asked for.
  private static func row(
    _ arguments: Arguments, _ catalogue: Catalogue
  ) throws(Failure) -> AddedRow {
    let name = arguments.operands.first ?? ""
    let pieces = name.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let record = try catalogue.find(String(pieces.first ?? ""), .recommendation)
    var row = AddedRow()
    row.cells["recommendation"] =
      record.reference.id + (pieces.count > 1 ? "#\(pieces[1])" : "")
    let assessors = catalogue.dossier.followUp.assessors
    guard let first = assessors.first else {
      throw .failed("index.md names no assessors; add 'assessors:' to index.md")
    }
    let assessor = arguments.value("assessor") ?? first.id
    row.cells["assessor"] = try ListFilter.check(
      assessor, assessors.map(\.id), "assessor", arguments)
    row.cells["status"] = try Self.answer(
      "status", arguments,
      "Status (\(AssessmentStatus.allCases.map(\.rawValue).joined(separator: ", ")))")
    row.cells["status"] = try ListFilter.check(
      row.cells["status"] ?? "", AssessmentStatus.allCases.map(\.rawValue), "status", arguments)
    row.cells["date"] = try date("date", arguments) ?? Period.today.description
    row.cells["since"] = try date("since", arguments)
    if row.cells["status"] != AssessmentStatus.notAssessed.rawValue {
      row.cells["evidence"] = try answer("evidence", arguments, "Evidence, in a sentence")
      row.cells["sources"] = try answer("source", arguments, "Sources, separated by commas")
        .split { $0 == "," || $0 == ";" }.map { String($0).trimmed }.joined(separator: ";")
    }
    for option in ["extent", "addressee", "confidence", "note"] {
      if let value = arguments.value(option) { row.cells[option] = CleanText.line(value) }
    }
    return row
  }

  /// The value of an option, asked for at a terminal if it is missing.
  private static func answer(
    _ option: String, _ arguments: Arguments, _ question: String
  ) throws(Failure) -> String {
    let given =
      option == "source"
      ? arguments.list(option).joined(separator: ",") : arguments.value(option) ?? ""
    if !given.isEmpty { return CleanText.line(given) }
    guard isatty(STDIN_FILENO) == 1, let answer = Console.answer("\(question): "),
      !answer.isEmpty
    else { throw arguments.fault("--\(option) is missing") }
    return CleanText.line(answer)
  }

  /// A period that an option gives; nil if it was not given.
  private static func date(
    _ option: String, _ arguments: Arguments
  ) throws(Failure) -> String? {
    guard let text = arguments.value(option) else { return nil }
    guard let period = PeriodReader().period(text) else {
      throw arguments.fault(
        "--\(option): '\(text)' is not a date; write 2016, 2016-06 or 2016-06-18")
    }
    return period.description
  }
}

extension Period {
  /// Today, where the program runs.
  static var today: Period { Period(kind: .day, first: .today) }
}
