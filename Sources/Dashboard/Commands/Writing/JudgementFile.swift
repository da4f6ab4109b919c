import Reading
import Records
import Text

/// The table of judgements of a dossier's folder, to which rows are added.
enum JudgementFile {
  /// The file's path inside the folder.
  static let path = "data/assessments.csv"

  /// Adds a row, unless it would bring an error; returns its line.
  ///
  /// - Parameter isTrial: Whether nothing is written.
  static func add(
    _ row: AddedRow, to folder: DiskFolder, isTrial: Bool = false
  ) throws(Failure) -> String {
    // Held from reading the table until it is written.
    let lock = try FolderLock(folder.path)
    let change = try FolderChange(folder, path) { (text) throws(Failure) in
      try row.appended(to: text, columns: AssessmentTable.columns)
    }
    _ = try change.reading(today: .today)
    if !isTrial { try change.write() }
    _ = consume lock
    return change.after.split(separator: "\n").last.map(String.init) ?? ""
  }

  /// Takes the last row with a line out again; no other row is touched.
  static func remove(_ line: String, from folder: DiskFolder) throws(Failure) {
    let lock = try FolderLock(folder.path)
    let change = try FolderChange(folder, path) { (text) throws(Failure) in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      guard let place = lines.lastIndex(where: { $0 == line }) else {
        throw .failed("the row was changed or removed since; nothing was written")
      }
      lines.remove(at: place)
      return lines.joined(separator: "\n")
    }
    _ = try change.reading(today: .today)
    try change.write()
    _ = consume lock
  }
}
