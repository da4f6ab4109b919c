import System

/// A file or a pipe that is read completely.
enum InputFile {
  /// Reads the bytes of a file, or of the standard input if the path is `-`.
  ///
  /// - Throws: `Failure` if it cannot be read or exceeds the limit.
  package static func bytes(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    do {
      return path == "-"
        ? try WholeFile.bytes(of: 0, limit: limit, takesPipes: true)
        : try WholeFile.bytes(at: path, limit: limit, takesPipes: true)
    } catch {
      switch error {
      case .tooLarge:
        throw .failed("\(title(path)) is larger than \(limit >> 20) MiB and was not read")
      case .system(let error): throw .failed("cannot read \(title(path)): \(error.reason)")
      default: throw .failed("cannot read \(title(path)): \(error.message)")
      }
    }
  }

  /// The name of a path in messages.
  package static func title(_ path: String) -> String {
    path == "-" ? "the standard input" : "'\(path)'"
  }
}
