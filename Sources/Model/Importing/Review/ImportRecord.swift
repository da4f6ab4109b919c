import Query
import Text

/// What a folder keeps of its import: the candidates, the decisions on them, what was made, and what a
/// newer version disagreed with.
package struct ImportRecord: Sendable {
  /// What an import made, before anybody worked on it; a path inside the folder.
  package static let basePath = "import/base.txt"
  /// What both the author and a newer version changed; a path inside the folder.
  package static let conflictsPath = "import/conflicts.csv"
  /// What the author wrote and what lost its place; a path inside the folder.
  package static let lossesPath = "import/lost.md"

  /// The candidates.
  package var candidates: [ReviewCandidate]
  /// The decisions.
  package var log: [ReviewDecision] = []
  /// The index and the chapters as they were made.
  package var base: [MadeFile]
  /// What a newer version disagreed with, with an id each.
  package var conflicts: [FolderMerge.Conflict] = []

  /// A record of an import.
  package init(candidates: [ReviewCandidate], base: [MadeFile]) {
    self.candidates = candidates
    self.base = base
  }

  /// Reads the record from the bytes of its files, which are empty where there is none.
  package init(candidates: [UInt8], decisions: [UInt8], base: [UInt8], conflicts: [UInt8]) {
    self.candidates = ReviewCandidate.read(candidates)
    log = ReviewDecision.read(decisions)
    self.base = Self.files(String(decoding: base, as: UTF8.self))
    self.conflicts = NamedRows.read(conflicts).map { row in
      FolderMerge.Conflict(
        file: row["file"] ?? "", field: row["field"] ?? "", mine: row["mine"] ?? "",
        theirs: row["theirs"] ?? "")
    }
  }

  /// The imported index.
  package var index: String { base.first { $0.path == "index.md" }?.text ?? "" }

  /// The candidates with the decisions on them.
  package var review: Review {
    Review(candidates, index: index, conflicts: conflicts, log: log)
  }

  /// The files as they were made, with what follows from the decisions.
  package var files: [MadeFile] {
    ReviewFiles(review).files + base.filter { $0.path != "index.md" }
  }

  /// The record's own files.
  package var ownFiles: [MadeFile] {
    [
      MadeFile(ReviewCandidate.path, ReviewCandidate.table(candidates).text(.csv)),
      MadeFile(Self.basePath, baseText),
    ]
  }

  /// The rows of conflicts for the folder's table.
  package static func rows(_ conflicts: [FolderMerge.Conflict]) -> String {
    conflicts.map { RecordTable.csv([$0.file, $0.field, $0.mine, $0.theirs]) }.joined()
  }

  /// The first row of the table of conflicts.
  package static let conflictsHeading = RecordTable.csv(["file", "field", "mine", "theirs"])

  // MARK: The base

  private static let mark = "==> "

  /// No line of a file that an import makes starts with the mark: `=` is escaped at a line's start.
  private var baseText: String {
    base.map { "\(Self.mark)\($0.path)\n\($0.text)" }.joined()
  }

  private static func files(_ text: String) -> [MadeFile] {
    var result: [MadeFile] = []
    var path = ""
    var lines: [Substring] = []
    func end() {
      if !path.isEmpty { result.append(MadeFile(path, lines.map { $0 + "\n" }.joined())) }
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      if line.hasPrefix(mark) {
        end()
        path = String(line.dropFirst(mark.count))
        lines = []
      } else {
        lines.append(line)
      }
    }
    end()
    return result
  }
}
