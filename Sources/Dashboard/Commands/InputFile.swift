import Glibc

/// A file or a pipe that is read whole.
enum InputFile {
  /// Reads the bytes of a file, or of the standard input where the path is `-`.
  ///
  /// - Throws: `Failure` where it cannot be read or has more bytes than the limit.
  static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    if path == "-" { return try read(STDIN_FILENO, title(path), limit) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw fault(title(path), errno) }
    defer { close(descriptor) }
    return try read(descriptor, title(path), limit)
  }

  /// How messages call what is at a path.
  static func title(_ path: String) -> String { path == "-" ? "the standard input" : "'\(path)'" }

  private static func read(
    _ descriptor: Int32, _ title: String, _ limit: Int
  ) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG {
      bytes.reserveCapacity(min(max(0, Int(status.st_size)), limit) + 1)
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw fault(title, errno) }
      if count == 0 { return bytes }
      bytes += buffer.prefix(count)
      guard bytes.count <= limit else {
        throw .failed("\(title) is larger than \(limit >> 20) MiB and was not read")
      }
    }
  }

  private static func fault(_ title: String, _ code: Int32) -> Failure {
    .failed("cannot read \(title): \(String(cString: strerror(code)))")
  }
}
