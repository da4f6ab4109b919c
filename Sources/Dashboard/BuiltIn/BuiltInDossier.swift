public import Model

/// The dossier that ships inside the program, as a folder of files.
public struct BuiltInDossier: FileTree {
  /// The built-in dossier.
  public init() {}

  /// The name of the folder that it was built from.
  public var name: String { "us-mexico-2013" }

  /// The dossier, read as any other is.
  public static func reading() -> Reading { DossierReader.read(BuiltInDossier()) }

  public func paths() throws(FileFault) -> [String] { embeddedFiles.map(\.path.description) }

  public func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    guard let file = embeddedFiles.first(where: { $0.path.description == path }) else {
      throw .missing
    }
    return body(UnsafeBufferPointer(start: file.text.utf8Start, count: file.text.utf8CodeUnitCount))
  }
}
