import Glibc
import Records
import System

/// A dossier's folder while it is read: finds the files and limits their size.
struct Folder<Tree: FileTree> {
  let tree: Tree
  let files: DossierFiles
  private var proseBytes = 0

  /// The most bytes of all prose together.
  private let proseLimit = 16 << 20

  init(tree: Tree, paths: [String]) {
    self.tree = tree
    files = DossierFiles(paths)
  }

  /// Reports folders listed as files, because their content cannot be listed.
  func reportUnlisted(_ draft: inout Draft) {
    for name in DiskFolder.folders where files.paths.contains(name) {
      var fault = FileFault(SystemError(ENOTDIR))
      do { try tree.withBytes(of: name) { _ in } } catch { fault = error }
      draft.log.error(
        Place(name), fault.message, remedy: "replace it with a readable folder, or remove it")
    }
  }

  /// Reads a file of prose.
  mutating func readProse(
    _ path: String, into draft: inout Draft, _ read: (SourceFile, inout Draft) -> Void
  ) {
    defer {
      draft.log.unmute()
      draft.progress.tellOfFile()
    }
    do {
      let file = try tree.withBytes(of: path) { raw in
        proseBytes += raw.count
        return proseBytes <= proseLimit ? SourceFile(path: path, raw: raw, log: &draft.log) : nil
      }
      if let file { return read(file, &draft) }
      draft.log.error(
        Place(path), "the dossier has more than \(proseLimit >> 20) MiB of prose",
        remedy: "split the dossier")
      draft.markUnread(path)
    } catch {
      draft.log.error(path, error)
      draft.markUnread(path)
    }
  }

  /// Reads the decks, which name records of all kinds.
  mutating func readDecks(into draft: inout Draft) {
    if files.prose(in: "decks").count > DeckReader.deckLimit {
      draft.log.error(
        Place("decks"), "more than \(DeckReader.deckLimit) decks; the rest is left out",
        remedy: "keep them elsewhere")
    }
    for path in files.decks { readProse(path, into: &draft, DeckReader.read) }
    draft.dossier.decks.sort { $0.id < $1.id }
  }

  /// Reads the tables, each after the tables that its rows refer to.
  mutating func readTables(into draft: inout Draft) {
    read("units", UnitTable.columns, into: &draft, UnitTable.read)
    read("sources", SourceTable.columns, into: &draft, SourceTable.read)
    read(
      "indicators", IndicatorTable.columns, optional: IndicatorTable.optional, into: &draft,
      IndicatorTable.read)
    read(
      "observations", ObservationTable.columns, optional: ObservationTable.optional, into: &draft,
      ObservationTable.read)
    reportSecondValues(&draft)
    read("events", EventTable.columns, optional: EventTable.optional, into: &draft, EventTable.read)
    read("entities", EntityTable.columns, into: &draft, EntityTable.read)
    read("links", LinkTable.columns, into: &draft, LinkTable.read)
    read(
      "assessments", AssessmentTable.columns, optional: AssessmentTable.optional, into: &draft,
      AssessmentTable.read)
    read(
      "responses", ResponseTable.columns, optional: ["note"], into: &draft, ResponseTable.read)
    read(
      "deadlines", DeadlineTable.columns, optional: ["sources"], into: &draft, DeadlineTable.read)
    for path in files.paths where path.hasPrefix("data/") && path.hasSuffix(".csv") {
      if !DossierFiles.tables.contains(path) {
        draft.log.warning(
          Place(path), "the table is not part of a dossier",
          remedy: "tables are \(DossierFiles.tables.joined(separator: ", "))")
      }
    }
  }

  /// Warns of repeated values; the table is read again only if there are some.
  private func reportSecondValues(_ draft: inout Draft) {
    let seconds = SecondValues(draft.dossier.indicators)
    guard !seconds.isEmpty else { return }
    var scratch = draft
    read(
      "observations", ObservationTable.columns, optional: ObservationTable.optional, into: &scratch
    ) { table, scratch in
      seconds.report(&table, &scratch.log, &draft.log)
    }
  }

  private func read(
    _ name: String, _ columns: [String], optional: Set<String> = [], into draft: inout Draft,
    _ read: (inout Table, inout Draft) -> Void
  ) {
    let path = "data/\(name).csv"
    defer { if files.paths.contains(path) { draft.progress.tellOfFile() } }
    do {
      try tree.withBytes(of: path) { raw in
        SourceFile.withText(path: path, raw: raw, draft: &draft) { bytes, draft in
          let table = Table(
            bytes, file: path, columns: columns, optional: optional, log: &draft.log)
          defer { draft.log.unmute() }
          guard var table else { return draft.markUnread(path) }
          if !table.has(0) { draft.markUnread(path) }
          read(&table, &draft)
        }
      }
    } catch {
      if error == .missing, !files.paths.contains(path) {
        draft.absent.insert(path)
      } else {
        draft.log.error(path, error)
        draft.markUnread(path)
      }
    }
  }
}
