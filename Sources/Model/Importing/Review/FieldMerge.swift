import Text

/// Merges the front matter of three versions of a file, field by field.
struct FieldMerge {
  /// Whose words are used where both sides changed the same.
  let winner: FolderMerge.Winner
  /// What both sides changed.
  private(set) var conflicts: [FolderMerge.Conflict] = []
  /// What the author wrote and what has no place.
  private(set) var losses: [FolderMerge.Loss] = []

  /// A merge without results yet.
  init(_ winner: FolderMerge.Winner) { self.winner = winner }

  /// Fields that belong to the program: they describe the text that was read.
  private static let ours: Set = ["source-text"]

  /// Merges the fields of the author's file into those of the newer import.
  mutating func merge(
    _ parts: inout FileParts, _ old: FileParts, _ own: FileParts, _ path: String
  ) {
    for field in own.fields {
      guard let index = parts.fields.firstIndex(where: { $0.key == field.key }) else { continue }
      parts.fields[index].remarks = field.remarks
    }
    if !own.lastRemarks.isEmpty { parts.lastRemarks = own.lastRemarks }
    var keys = own.fields.map(\.key)
    keys += old.fields.map(\.key).filter { !keys.contains($0) }
    for (position, key) in keys.enumerated() where !Self.ours.contains(key) {
      let (before, mine, now) = (old[key], own[key], parts[key])
      if mine == before || mine == now { continue }
      if now == before {
        set(key, mine, &parts, own, after: keys[..<position])
      } else if let mine, let now, now.count > 1 || mine.count > 1,
        let lines = mergedMap(before ?? [], mine, now, path, key)
      {
        parts[key] = lines
      } else if winner == .author {
        conflicts.append(
          FolderMerge.Conflict(
            file: path, field: key, mine: (mine ?? []).joined(separator: "\n"),
            theirs: (now ?? []).joined(separator: "\n")))
        set(key, mine, &parts, own, after: keys[..<position])
      } else if let mine {
        losses.append(FolderMerge.Loss(file: path, text: mine.joined(separator: "\n")))
      }
    }
  }

  /// Sets a field, a new one behind those that it stands behind in the author's file.
  private func set(
    _ key: String, _ lines: [String]?, _ parts: inout FileParts, _ own: FileParts,
    after before: ArraySlice<String>
  ) {
    guard let lines, parts[key] == nil else {
      parts[key] = lines
      return
    }
    let field = own.fields.first { $0.key == key } ?? FileParts.Field(key: key, lines: lines)
    let keys = parts.fields.map(\.key)
    let last = before.last { keys.contains($0) }.flatMap { keys.firstIndex(of: $0) }
    parts.fields.insert(field, at: last.map { $0 + 1 } ?? 0)
  }

  /// A field that holds ids and names, merged by ids; nil if one of them is no such field.
  private mutating func mergedMap(
    _ old: [String], _ mine: [String], _ theirs: [String], _ path: String, _ key: String
  ) -> [String]? {
    func pairs(_ lines: [String]) -> [(key: String, line: String)]? {
      guard lines.count > 1 || lines.isEmpty else { return nil }
      var result: [(key: String, line: String)] = []
      for line in lines.dropFirst() {
        guard line.first == " ", let key = FileParts.key(line.trimmed) else { return nil }
        result.append((key, line))
      }
      return result
    }
    guard let before = pairs(old), let own = pairs(mine), let now = pairs(theirs) else {
      return nil
    }
    var result = now
    for (id, line) in own where before.first(where: { $0.key == id })?.line != line {
      if let index = result.firstIndex(where: { $0.key == id }) {
        if result[index].line != line,
          before.first(where: { $0.key == id })?.line != result[index].line
        {
          guard winner == .author else {
            losses.append(FolderMerge.Loss(file: path, text: line.trimmed))
            continue
          }
          conflicts.append(
            FolderMerge.Conflict(
              file: path, field: key, mine: line.trimmed, theirs: result[index].line.trimmed))
        }
        result[index].line = line
      } else {
        result.append((id, line))
      }
    }
    for (id, line) in before where !own.contains(where: { $0.key == id }) {
      result.removeAll { $0.key == id && $0.line == line }
    }
    return [theirs[0]] + result.map(\.line)
  }
}
