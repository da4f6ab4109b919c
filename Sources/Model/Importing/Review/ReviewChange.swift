import Text

/// What a decision changes in the folder: the files to be written and removed, and the row of the log.
package struct ReviewChange {
  /// The files with their new texts.
  package private(set) var written: [MadeFile] = []
  /// The paths of files to be removed.
  package private(set) var removed: [String] = []
  /// What the author had written into a file that the decision changes.
  package private(set) var losses: [FolderMerge.Loss] = []

  /// Works out the change from the review before and after a decision.
  ///
  /// What was changed by hand stays, unless the decision is about the same field.
  ///
  /// - Parameter folder: The folder's index and recommendations, and the files with conflicts.
  package init(
    from before: Review, to after: Review, by decision: ReviewDecision, in folder: [MadeFile]
  ) {
    let old = ReviewFiles(before).files
    let new = ReviewFiles(after).files
    let merge = FolderMerge(
      base: old.filter { !new.contains($0) }, mine: folder,
      theirs: new.filter { !old.contains($0) },
      winner: [.accept, .later].contains(decision.action) ? .author : .newer)
    losses = merge.losses
    var files = merge.files
    for (id, conflict) in after.conflictsByID {
      let (was, takes) = (before[id]?.state == .accepted, after[id]?.state == .accepted)
      guard was != takes, let index = files.firstIndex(where: { $0.path == conflict.file }) else {
        continue
      }
      let text = conflict.replaced(in: files[index].text, byTheirs: takes)
      files[index] = MadeFile(conflict.file, text)
    }
    written = files.filter { !folder.contains($0) }
    let paths = Set(files.map(\.path))
    removed = folder.map(\.path).filter { !paths.contains($0) }
  }
}

extension FolderMerge.Conflict {
  /// A file's text with the author's words replaced by the newer version's, or the other way round;
  /// unchanged if they are not in it any more.
  fileprivate func replaced(in text: String, byTheirs takesTheirs: Bool) -> String {
    let (old, new) = takesTheirs ? (mine, theirs) : (theirs, mine)
    var parts = FileParts(text)
    if !field.isEmpty {
      func lines(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      if (parts[field] ?? []) == lines(old) || parts[field] == nil && old.isEmpty {
        parts[field] = new.isEmpty ? nil : lines(new)
      } else if let index = parts[field]?.firstIndex(where: { $0.trimmed == old }) {
        parts[field]?[index] = "  " + new
      }
      return parts.text
    }
    if parts.text == old { return new }
    if let index = parts.units.firstIndex(where: { $0.text == old }), !new.isEmpty {
      parts.units[index].text = new
    } else if let index = parts.units.firstIndex(where: { $0.text == old }) {
      parts.units.remove(at: index)
    } else if old.isEmpty, !parts.units.contains(where: { $0.text == new }) {
      parts.units.append(FileParts.Unit(gap: 1, text: new, locator: nil))
    }
    return parts.text
  }
}
