import Query

/// The reader's own copy of the original, read from a file.
enum OriginalFile {
  /// The maximum size in bytes.
  static let limit = 32 << 20

  /// Reads a copy and prepares it for searching.
  static func read(_ path: String) throws(Failure) -> OriginalText {
    OriginalText(try bytes(path))
  }

  /// Reads a copy's bytes; also from a pipe, but never more than `limit`.
  package static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let bytes = try InputFile.bytes(path, limit: limit)
    guard !bytes.isEmpty else { throw .failed("'\(path)' is empty") }
    return bytes
  }
}
