package import Reading
package import System

/// The dossier that ships inside the program, as a folder of files.
package struct BuiltInDossier: FileTree {
  private let files: [String: StaticString]

  /// The built-in dossier.
  package init() {
    files = Dictionary(
      embeddedFiles.map { ($0.path.description, $0.text) }, uniquingKeysWith: { first, _ in first })
  }

  /// The name of the folder that it was built from.
  package var name: String { "us-mexico-2013" }

  /// The dossier, read like any other.
  package static func reading() -> Reading { DossierReader.read(BuiltInDossier()) }

  package func paths() throws(FileFault) -> [String] { files.keys.sorted() }

  package func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    guard let text = files[path] else { throw .missing }
    return body(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}
