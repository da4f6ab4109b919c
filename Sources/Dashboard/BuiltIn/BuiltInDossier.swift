public import Model

/// The files of the dossier that ships inside the program.
public struct BuiltInDossier: FileTree {
  /// The dossier's folder, as it was when the program was built.
  public init() {}

  /// The paths of all files, sorted.
  public func paths() throws(FileFault) -> [String] { embeddedFiles.map(\.path) }

  /// Calls a function with the bytes of a file, which are part of the program.
  public func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    guard let file = embeddedFiles.first(where: { $0.path == path }) else {
      throw FileFault("no such file")
    }
    return body(
      UnsafeBufferPointer(start: file.content.utf8Start, count: file.content.utf8CodeUnitCount))
  }
}
