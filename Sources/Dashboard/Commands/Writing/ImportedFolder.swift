import Glibc
import Importing
import Reading
import System
import Text

/// A folder that an import made: what it keeps of the import, and its files.
struct ImportedFolder {
  /// The folder.
  let folder: DiskFolder
  /// What it keeps of the import.
  let record: ImportRecord

  /// Reads what a folder keeps of its import; nil if it keeps nothing.
  ///
  /// Fails if a file cannot be read.
  init?(_ path: String) throws(Failure) {
    folder = DiskFolder(path)
    let candidates = try Self.bytes(ReviewCandidate.path, folder)
    guard let candidates else { return nil }
    record = ImportRecord(
      candidates: candidates, decisions: try Self.bytes(ReviewDecision.path, folder) ?? [],
      base: try Self.bytes(ImportRecord.basePath, folder) ?? [],
      conflicts: try Self.bytes(ImportRecord.conflictsPath, folder) ?? [])
  }

  /// The bytes of a file of the folder; nil if there is none.
  private static func bytes(_ path: String, _ folder: DiskFolder) throws(Failure) -> [UInt8]? {
    do {
      return try folder.withBytes(of: path) { Array($0) }
    } catch {
      guard error == .missing else { throw .failed("\(path): \(error.message)") }
      return nil
    }
  }

  /// The folder's index, recommendations and, if asked for, chapters.
  func files(withChapters: Bool) throws(Failure) -> [MadeFile] {
    let paths: [String]
    do { paths = try folder.paths() } catch {
      throw .failed("cannot read '\(folder.path)': \(error.message)")
    }
    var result: [MadeFile] = []
    for path in paths where path.hasSuffix(".md") {
      let isWanted =
        path == DossierFiles.index || path.hasPrefix("recommendations/")
        || withChapters && path.hasPrefix("chapters/")
      guard isWanted, let bytes = try Self.bytes(path, folder) else { continue }
      result.append(MadeFile(path, String(decoding: bytes, as: UTF8.self)))
    }
    return result
  }

  /// The review of a folder's import with the original's text; nil if there is none that can be
  /// read.
  static func desk(_ path: String) -> ReviewDesk? {
    do throws(Failure) {
      guard let imported = try ImportedFolder(path) else { return nil }
      return ReviewDesk(
        imported.record.review, original: try ReviewCommand.original(path))
    } catch {
      return nil
    }
  }

  // MARK: Writing

  /// Carries a decision out: changes the files that it concerns, then adds it to the log.
  ///
  /// - Returns: The review with the decision.
  static func decide(_ decision: ReviewDecision, in path: String) throws(Failure) -> Review {
    let lock = try FolderLock(path)
    // Another program may have decided something since.
    guard let imported = try ImportedFolder(path) else { throw missing(path) }
    let before = imported.record.review
    var after = before
    if let reason = after.take(decision) { throw .failed(reason) }
    var files = try imported.files(withChapters: false)
    for (_, conflict) in after.conflictsByID
    where !files.contains(where: { $0.path == conflict.file }) {
      guard let bytes = try bytes(conflict.file, imported.folder) else { continue }
      files.append(MadeFile(conflict.file, String(decoding: bytes, as: UTF8.self)))
    }
    let change = ReviewChange(from: before, to: after, by: decision, in: files)
    try imported.keep(change.losses)
    try imported.write(change.written, removing: change.removed)
    // Last, so that a log never tells of a change that was not made.
    try imported.append(decision.row, to: ReviewDecision.path, heading: ReviewDecision.heading)
    _ = consume lock
    return after
  }

  /// That a folder keeps nothing of an import.
  static func missing(_ path: String) -> Failure {
    .failed("'\(path)' was not made by 'dossier import'; there is nothing to review")
  }

  /// Writes files whole and removes others.
  func write(_ files: [MadeFile], removing removed: [String] = []) throws(Failure) {
    for file in files {
      let path = "\(folder.path)/\(file.path)"
      let parent = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      mkdir(parent.joined(separator: "/"), 0o777)
      do {
        try WholeFile.replace(path, Array(file.text.utf8), mode: 0o644)
      } catch {
        throw .failed("cannot write '\(path)': \(error.reason)")
      }
    }
    for path in removed where unlink("\(folder.path)/\(path)") != 0 && errno != ENOENT {
      throw .failed("cannot remove '\(folder.path)/\(path)': \(SystemError.last.reason)")
    }
  }

  /// Adds rows to a file of the import.
  func append(_ text: String, to path: String, heading: String) throws(Failure) {
    if text.isEmpty { return }
    var old = String(decoding: try Self.bytes(path, folder) ?? [], as: UTF8.self)
    if old.isEmpty { old = heading }
    if old.utf8.last != UInt8(ascii: "\n") { old += "\n" }
    try write([MadeFile(path, old + text)])
  }

  /// Adds what lost its place to the list of such.
  func keep(_ losses: [FolderMerge.Loss]) throws(Failure) {
    let text = losses.map { "\n## From \($0.file)\n\n\($0.text)\n" }.joined()
    try append(
      text, to: ImportRecord.lossesPath,
      heading: "# What lost its place\n\nYou wrote these; the newer text has no place for them.\n")
  }
}
