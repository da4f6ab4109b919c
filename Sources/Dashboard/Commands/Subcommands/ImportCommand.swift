import Glibc
import Importing
import Query
import System
import Text

/// `dossier import`: a dossier's folder from a published report.
enum ImportCommand {
  static let spec = CommandSpec(
    name: "import",
    summary: "Make a dossier's folder from a published report",
    operands: [
      .init(
        name: "FILE", value: .file,
        help:
          "the report: PDF, Word, OpenDocument, EPUB, RTF, HTML, Markdown or text; several files "
          + "are its volumes in order",
        repeats: true)
    ],
    options: [
      OptionSpec("into", .folder, "the folder to make"),
      OptionSpec(
        "take", .choice(Candidate.Tier.allCases.map(\.rawValue)),
        "make recommendations of candidates up to this tier (default: sure)"),
      OptionSpec("update", "merge a newer version of the report into the folder of --into"),
      OptionSpec("dry-run", "show what would be made as a table and write nothing"),
    ],
    details: [
      "Chapters, sections, passages, lists, tables and notes keep the report's words; every part "
        + "says where it stands. The plain text in which lines are counted is written beside the "
        + "folder as DIR.source.txt, where 'dossier verify DIR' finds it.",
      "Rules look for recommendations and who is asked. A candidate is sure where the report labels "
        + "it, likely where it stands among recommendations, and mentioned where the text recommends "
        + "in passing. All are listed in import/candidates.csv; those that --take includes become "
        + "files. What a rule found is marked 'confirmed: no' until you accept it ('dossier review "
        + "DIR', or R in the dashboard), and 'dossier check' counts it.",
      "With --update, what you wrote or decided stays, field by field and paragraph by paragraph. Where "
        + "the newer version changed the same thing, 'dossier review DIR' asks; what has no place in "
        + "it any more is added to import/lost.md.",
      "PDFs are read by pdftohtml (package poppler-utils); Word, OpenDocument, EPUB, RTF and HTML by "
        + "pandoc. Scans are not read. Nothing is fetched.",
    ],
    examples: [
      .init("dossier import report.pdf --dry-run", "what the rules find"),
      .init("dossier import report.pdf --into my-report", "then 'dossier my-report' shows it"),
    ],
    action: run)

  @Sendable
  static func run(_ arguments: Arguments, _ output: inout Output) throws(Failure) -> ExitCode {
    let isTrial = arguments.has("dry-run")
    var path = arguments.value("into") ?? ""
    while path.count > 1, path.last == "/" { path.removeLast() }
    guard !path.isEmpty || isTrial else {
      throw arguments.fault("--into DIR is missing: the folder to make")
    }
    let previous = arguments.has("update") ? try ImportedFolder(path) : nil
    if arguments.has("update"), previous == nil { throw ImportedFolder.missing(path) }
    let folder = isTrial || previous != nil ? nil : try NewFolder(path)
    var report = SourceReport()
    for file in arguments.operands { report.append(try read(file)) }
    let files = arguments.operands.map(name).joined(separator: ", ")
    let slug = Identifier.slug(path.isEmpty ? name(arguments.operands.first ?? "") : name(path))
    let tier = arguments.value("take").flatMap { Candidate.Tier(rawValue: $0) } ?? .sure
    let dossier = ImportedDossier(
      report, id: slug.isEmpty ? "report" : slug, fileName: files, upTo: tier,
      after: previous?.record)
    var merged: [String] = []
    if let folder {
      try write(report, dossier, folder, path)
    } else if let previous, !isTrial {
      merged = try update(report, dossier, previous, path)
    } else {
      output.write(dossier.table.text(.table))
    }
    output.flush()
    let tiers = Candidate.Tier.allCases.map { tier in
      "\(dossier.candidates.count { $0.tier == tier }) \(tier.rawValue)"
    }
    var lines = [
      "'\(dossier.title)': \(CheckCommand.count(dossier.chapterCount, "chapter")), "
        + "\(CheckCommand.count(dossier.headings.count, "heading")), "
        + "\(CheckCommand.count(dossier.noteCount, "note")); candidates: "
        + tiers.joined(separator: ", ")
    ]
    lines += report.warnings
    lines += merged
    if folder != nil {
      lines.append(
        "made '\(path)' with \(CheckCommand.count(dossier.recordCount, "recommendation")), and "
          + "'\(sourcePath(path))'; 'dossier review \(path)' asks what is right")
    }
    for line in lines { Output.complain(CleanText.line("dossier: \(line)") + "\n") }
    return .success
  }

  /// Where the plain text is written that the lines of a folder are counted in.
  static func sourcePath(_ folder: String) -> String { "\(folder).source.txt" }

  private static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func read(_ path: String) throws(Failure) -> SourceReport {
    let bytes = try InputFile.bytes(path, limit: ReportReader.sizeLimit)
    guard !bytes.isEmpty else { throw .failed("'\(path)' is empty") }
    guard let form = ReportReader.form(of: bytes, name: path) else {
      throw .failed(
        "'\(path)' is not a report that can be read; save it as PDF, Word (.docx), OpenDocument, "
          + "HTML, Markdown or text")
    }
    do {
      return try ReportReader.read(bytes, form: form)
    } catch {
      throw .failed("'\(path)': \(error.message)")
    }
  }

  /// Merges a newer version into a folder; what was merged, in a few sentences.
  private static func update(
    _ report: SourceReport, _ dossier: ImportedDossier, _ old: ImportedFolder, _ path: String
  ) throws(Failure) -> [String] {
    let lock = try FolderLock(path)
    let merge = Reimport(dossier, over: old.record, in: try old.files(withChapters: true))
    try old.keep(merge.losses)
    let known = Set(old.record.conflicts)
    let conflicts = merge.conflicts.filter { !known.contains($0) }
    try old.append(
      ImportRecord.rows(conflicts), to: ImportRecord.conflictsPath,
      heading: ImportRecord.conflictsHeading)
    do {
      try WholeFile.replace(sourcePath(path), Array(report.text.utf8), mode: 0o644)
    } catch {
      throw .failed("cannot write '\(sourcePath(path))': \(error.reason)")
    }
    // The record of the import is the last: until it is written, the same can be done again.
    try old.write(merge.files, removing: merge.removed)
    _ = consume lock
    var lines = ["'\(path)' has the newer version, with what you wrote and decided"]
    if !conflicts.isEmpty {
      lines.append(
        "\(CheckCommand.count(conflicts.count, "change")) of yours and of the newer version differ; "
          + "'dossier review \(path)' shows them")
    }
    if !merge.losses.isEmpty {
      lines.append(
        "\(CheckCommand.count(merge.losses.count, "piece")) of yours lost their place; they are in "
          + "'\(path)/\(ImportRecord.lossesPath)'")
    }
    if merge.goneCount > 0 {
      lines.append(
        "\(CheckCommand.count(merge.goneCount, "candidate")) that you decided on are no longer in "
          + "the report")
    }
    return lines
  }

  private static func write(
    _ report: SourceReport, _ dossier: ImportedDossier, _ folder: NewFolder, _ path: String
  ) throws(Failure) {
    let source = sourcePath(path)
    do {
      try WholeFile.create(source, Array(report.text.utf8), mode: 0o644)
    } catch {
      throw .failed("cannot write '\(source)': \(error.reason); nothing was written")
    }
    do {
      try folder.write(dossier.files)
    } catch {
      unlink(source)
      throw error
    }
  }
}
