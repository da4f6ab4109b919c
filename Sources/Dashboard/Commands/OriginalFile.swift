import Glibc
import Model

/// The reader's own copy of the original, read from a file.
enum OriginalFile {
  /// The most bytes that are read.
  static let limit = 32 << 20

  /// Reads a copy and makes it ready to be looked up.
  static func read(_ path: String) throws(Failure) -> OriginalText {
    OriginalText(try bytes(path))
  }

  /// Reads a copy's bytes; also from a pipe, but never more than `limit`.
  static func bytes(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(path, errno) }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw fault(path, errno) }
      if count == 0 { break }
      bytes += buffer.prefix(count)
      guard bytes.count <= limit else {
        throw .failed("'\(path)' is larger than \(limit >> 20) MiB and was not read")
      }
    }
    guard !bytes.isEmpty else { throw .failed("'\(path)' is empty") }
    return bytes
  }

  private static func fault(_ path: String, _ code: Int32) -> Failure {
    .failed("cannot read '\(path)': \(String(cString: strerror(code)))")
  }
}
