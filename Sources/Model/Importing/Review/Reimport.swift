import Text

/// What importing a newer version of a report changes in a folder that somebody has worked on.
package struct Reimport {
  /// The files of the result: those of the dossier and those that the folder keeps of the import.
  package let files: [MadeFile]
  /// The paths of files that have another name now, or that the newer version no longer has.
  package let removed: [String]
  /// What both the author and the newer version changed; the author's words stand.
  package let conflicts: [FolderMerge.Conflict]
  /// What the author wrote and what has no place in the newer version.
  package let losses: [FolderMerge.Loss]
  /// How many candidates were decided on and are no longer in the report.
  package let goneCount: Int

  /// Merges a newer version into a folder.
  ///
  /// - Parameters:
  ///   - newer: The newer version, imported with the folder's record as what comes before it.
  ///   - previous: What the folder keeps of the last import.
  ///   - folder: The folder's index, chapters and recommendations.
  package init(_ newer: ImportedDossier, over previous: ImportRecord, in folder: [MadeFile]) {
    let next = newer.record
    let merge = FolderMerge(base: previous.files, mine: folder, theirs: next.files)
    conflicts = merge.conflicts + Self.edited(next, previous)
    losses = merge.losses
    let paths = Set(merge.files.map(\.path))
    removed = folder.map(\.path).filter { !paths.contains($0) }
    goneCount = next.candidates.count(where: \.isGone)
    files = merge.files.filter { !folder.contains($0) } + next.ownFiles
  }

  /// The fields that a decision changed and that read otherwise in the newer version.
  private static func edited(
    _ next: ImportRecord, _ previous: ImportRecord
  ) -> [FolderMerge.Conflict] {
    var result: [FolderMerge.Conflict] = []
    let review = next.review
    for decision in ReviewDecision.standing(next.log) where decision.action == .edit {
      guard let id = decision.candidates.first, let field = decision.field,
        let item = review[id], item.isMade,
        let old = previous.candidates.first(where: { $0.id == id }),
        let new = next.candidates.first(where: { $0.id == id })
      else { continue }
      let file = "recommendations/\(item.candidate.record).md"
      func add(_ field: String, _ before: String, _ now: String, _ mine: String) {
        guard before != now, now != mine else { return }
        let quotes = field != ""
        func line(_ text: String) -> String {
          quotes ? "\(field): \(MarkdownText.quoted(text))" : text
        }
        let conflict = FolderMerge.Conflict(
          file: file, field: field, mine: line(mine), theirs: line(now))
        result.removeAll { $0.file == file && $0.field == field }
        result.append(conflict)
      }
      switch field {
      case .title: add("title", old.title, new.title, item.candidate.title)
      case .label: add("label", old.label, new.label, item.candidate.label)
      case .text where FileParts(item.candidate.text).units.count == 1:
        add("", old.text, new.text, item.candidate.text)
      default: break
      }
    }
    return result
  }
}
