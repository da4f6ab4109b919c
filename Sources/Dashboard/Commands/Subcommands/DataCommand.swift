import Glibc
import Reading
import Records
import System
import Tables
import Text

/// `dossier data add`: the values of a user's table as observations of a dossier.
enum DataCommand {
  static let spec = CommandSpec(
    name: "data",
    summary: "Add the values of a table to a dossier of your own",
    operands: [
      .init(name: "ACTION", value: .choice(["add"]), help: "what to do: add"),
      .init(name: "FILE", value: .file, help: "the table; - is the standard input"),
    ],
    options: [
      OptionSpec("indicator", .text("ID"), "the indicator that gets the values; new or known"),
      OptionSpec("dossier", .folder, "the dossier's folder; this folder"),
      OptionSpec("dry-run", "show what would be written, and write nothing"),
      OptionSpec(
        "keep-vintage", "keep values that have changed beside the new ones, with their source"),
      OptionSpec("title", .text("TEXT"), "the title of a new indicator"),
      OptionSpec("chapter", .text("ID"), "the chapter of a new indicator"),
      OptionSpec("unit", .text("TEXT"), "the values' unit: %, '$ million', persons"),
      OptionSpec("source", .text("TEXT"), "who produced the values"),
      OptionSpec("url", .text("URL"), "where the source is found"),
    ] + ChartTable.options.filter { !["csv", "explain", "with-unit"].contains($0.name) },
    details: [
      "Writes observations, the source with the date of the copy, and the indicator and the unit "
        + "where they are new; no other row changes. It can be run again on a newer file: values "
        + "that have changed are replaced, what you have edited stays and is listed. What the file "
        + "had is kept in imports/ID.csv in the dossier's folder for that comparison."
    ],
    examples: [
      .init(
        "dossier data add trade.csv --indicator trade --dry-run",
        "what would be written"),
      .init(
        "dossier data add new.csv --indicator trade --keep-vintage", "a newer file, old values kept"
      ),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    guard let indicator = arguments.value("indicator") else {
      throw arguments.fault("--indicator ID is missing")
    }
    guard Identifier.isValid(indicator) else {
      throw arguments.fault("--indicator: '\(indicator)' is not an id; \(Identifier.remedy)")
    }
    let path = arguments.operands[1]
    let folder = arguments.value("dossier") ?? "."
    guard access("\(folder)/index.md", R_OK) == 0 else {
      throw .failed("'\(folder)' is not a dossier: it has no index.md")
    }
    let table = try ChartTable.table(arguments, path)
    let lock = try FolderLock(folder)
    var addition = try DataAddition(arguments, table, path: path, folder: folder, indicator)
    let request = try ChartTable.request(arguments)
    let read: (rows: [[String: String]], isOverTime: Bool, notes: [String])
    do throws(DataFault) {
      read = try table.observations(request, indicator: indicator, source: addition.sourceID)
    } catch {
      throw .table("\(InputFile.title(path)) \(error)")
    }
    for note in read.notes {
      Output.complain(CleanText.line("dossier: \(InputFile.title(path)) \(note)") + "\n")
    }
    try addition.add(read.rows, isOverTime: read.isOverTime)
    for line in addition.lines { output.line(CleanText.line(line)) }
    guard !arguments.has("dry-run") else { return .success }
    try addition.write()
    _ = consume lock
    return .success
  }
}
