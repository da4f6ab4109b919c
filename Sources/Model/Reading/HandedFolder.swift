package import System

/// A dossier's folder that travels as one text: each file after a line with its path and its
/// length in bytes.
///
///     index.md 34
///     ---
///     title: Rivers
///     …
///
/// It is read like any other folder, as if an enemy had written it; nothing of it touches the disk.
package struct HandedFolder: FileTree {
  private var files: [String: [UInt8]] = [:]

  /// The most files of a folder, and the most bytes of a path.
  private static let fileLimit = 1000
  private static let pathLimit = 200

  /// A folder of texts by their paths.
  package init(_ files: [String: String]) { self.files = files.mapValues { Array($0.utf8) } }

  /// Reads a folder; nil for anything else.
  package init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
      let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard words.count == 2, words[0].utf8.count <= Self.pathLimit, let length = Int(words[1]),
        (0...rest.count).contains(length), files[String(words[0])] == nil,
        files.count < Self.fileLimit
      else { return nil }
      files[String(words[0])] = Array(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
  }

  /// The folder as one text; empty if it has more files than are read.
  package var text: String {
    guard files.count <= Self.fileLimit else { return "" }
    return files.keys.sorted().map { path in
      let bytes = files[path] ?? []
      return "\(path) \(bytes.count)\n" + String(decoding: bytes, as: UTF8.self)
    }.joined()
  }

  package func paths() throws(FileFault) -> [String] { files.keys.sorted() }

  package func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    guard let bytes = files[path] else { throw .missing }
    return bytes.withUnsafeBufferPointer(body)
  }
}
