/// A folder of files that a dossier is read from.
///
/// Paths are relative, with `/` between names and never a `..`.
public protocol FileTree: Sendable {
  /// The folder's own name, empty where it has none.
  var name: String { get }

  /// The paths of all files, sorted.
  ///
  /// - Throws: `FileFault` when the folder cannot be listed.
  func paths() throws(FileFault) -> [String]

  /// Calls a function with the bytes of a file, which live as long as the call.
  ///
  /// - Throws: `FileFault` when the file is missing, too large, or not inside the folder.
  func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result

  /// Calls a function with the bytes of each of several files, nil for one that cannot be read.
  func withEach(of paths: [String], _ body: (String, UnsafeBufferPointer<UInt8>?) -> Void)
}

extension FileTree {
  /// No name, unless the folder knows better.
  public var name: String { "" }

  /// One after the other.
  public func withEach(
    of paths: [String], _ body: (String, UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    for path in paths {
      let isRead: Void? = try? withBytes(of: path) { body(path, $0) }
      if isRead == nil { body(path, nil) }
    }
  }
}

/// Why a file or folder could not be read.
public struct FileFault: Error, Hashable, Sendable {
  /// What is wrong.
  public var message: String
  /// How to mend it.
  public var remedy: String

  /// There is no such file or folder.
  public static let missing = FileFault("no such file or folder")

  /// A fault with its remedy.
  public init(_ message: String, remedy: String = "") {
    self.message = message
    self.remedy = remedy
  }
}
