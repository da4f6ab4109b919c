import Reading
import System
import Text

/// Whether judgements were changed or removed since the last commit of a folder under git.
///
/// Judgements are only added, so that a reader can see what was said when.
enum AssessmentHistory {
  private static let path = "data/assessments.csv"

  /// A warning for each row of the last commit that the folder no longer has.
  ///
  /// Nothing if git is absent, the folder is not under it, or the table is not committed yet.
  static func lostRows(in folder: DiskFolder) -> [Diagnostic] {
    guard let git = ExternalProgram("git"),
      let result = try? git.run(
        ["-C", folder.path, "show", "HEAD:./\(path)"], seconds: 10), result.status == 0,
      let now = try? folder.withBytes(of: path, rows)
    else { return [] }
    let kept = Set(now.map(\.cells))
    return result.output.withUnsafeBufferPointer(rows).filter { !kept.contains($0.cells) }
      .prefix(20).map { row in
        Diagnostic(
          .warning, file: path,
          "line \(row.line) of the last commit was changed or removed: "
            + row.cells.values.filter { !$0.isEmpty }.sorted().prefix(4).joined(separator: ", "),
          remedy: "judgements are only added; put it back and add a later one")
      }
  }

  /// The rows with their cells by column, so that a new column changes none of them.
  private static func rows(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [(line: Int, cells: [String: String])] {
    var parser = CSVParser(bytes)
    guard parser.next() else { return [] }
    let names = parser.cells.indices.map { CleanText.line(parser.text($0)) }
    var rows: [(line: Int, cells: [String: String])] = []
    while parser.next() {
      var cells: [String: String] = [:]
      for (index, name) in names.enumerated() where index < parser.cells.count {
        let text = CleanText.line(parser.text(index))
        if !text.isEmpty { cells[name] = text }
      }
      rows.append((parser.line, cells))
    }
    return rows
  }
}
