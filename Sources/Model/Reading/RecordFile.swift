package import Records
import Text

/// Where a record is written: its file in the dossier's folder, and the line.
package struct RecordFile: Hashable, Sendable {
  /// The path inside the folder.
  package let path: String
  /// The line, counted from 1.
  package let line: Int

  /// Looks for a record in the files of a folder; nil if none has it.
  package init?(_ reference: Reference, in folder: DiskFolder) {
    let paths = (try? folder.paths()) ?? []
    let parts = reference.id.split(separator: "#", maxSplits: 1).map(String.init)
    switch reference.kind {
    case .chapter, .section:
      guard let path = Self.prose("chapters", parts[0], folder, paths) else { return nil }
      let slug = parts.count > 1 ? parts[1] : nil
      self.init(path, folder) { line in
        slug.map { line.hasPrefix("#") && Identifier.slug(line) == $0 } ?? true
      }
    case .note:
      guard let hyphen = reference.id.lastIndex(of: "-"),
        let path = Self.prose("chapters", String(reference.id[..<hyphen]), folder, paths)
      else { return nil }
      let mark = "[^\(reference.id[reference.id.index(after: hyphen)...])]:"
      self.init(path, folder) { $0.hasPrefix(mark) }
    case .recommendation:
      guard let path = Self.prose("recommendations", reference.id, folder, paths) else {
        return nil
      }
      self.init(path, folder) { _ in true }
    case .indicator, .event, .entity, .source:
      let name = reference.kind == .entity ? "entities" : "\(reference.kind.rawValue)s"
      self.init("data/\(name).csv", folder) { line in
        line.hasPrefix("\(reference.id),") || line.hasPrefix("\"\(reference.id)\",")
      }
    }
  }

  /// The first line of a file that passes a test; the first one of a file if none does.
  private init?(_ path: String, _ folder: DiskFolder, _ test: (String) -> Bool) {
    guard let lines = Self.lines(path, folder) else { return nil }
    self.path = path
    line = (lines.firstIndex(where: test) ?? 0) + 1
  }

  /// The file of prose in a subfolder whose front matter has an id.
  private static func prose(
    _ subfolder: String, _ id: String, _ folder: DiskFolder, _ paths: [String]
  ) -> String? {
    paths.first { path in
      guard path.hasPrefix("\(subfolder)/"), path.hasSuffix(".md") else { return false }
      let head = lines(path, folder)?.prefix(40) ?? []
      return head.contains { line in
        guard line.hasPrefix("id:") else { return false }
        return line.dropFirst(3).filter { !" \"'".contains($0) } == id
      }
    }
  }

  private static func lines(_ path: String, _ folder: DiskFolder) -> [String]? {
    let text = try? folder.withBytes(of: path) { String(decoding: $0, as: UTF8.self) }
    return text?.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
