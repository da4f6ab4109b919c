package import System
import Text

/// A folder of files that a dossier is read from.
///
/// Paths are relative, with `/` between names and never a `..`.
package protocol FileTree: Sendable {
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
}

extension FileTree {
  /// No name, unless the folder knows better.
  package var name: String { "" }

  /// A digest of all that a dossier is read from: its files' bytes by their paths.
  ///
  /// The SHA-256, in lower-case hexadecimal, of what `sha256sum` prints of the files in the order of
  /// their paths. Why a file cannot be read stands in the place of its sum.
  package var digest: String {
    let files: [String]
    do {
      files = DossierFiles(try paths()).all
    } catch {
      return SHA256.hexadecimal(Array(error.message.utf8))
    }
    let lines = files.sorted().map { path in
      let sum: String
      do throws(FileFault) {
        sum = try withBytes(of: path) { SHA256.hexadecimal($0) }
      } catch {
        sum = error.message
      }
      return "\(sum)  \(path)\n"
    }
    return SHA256.hexadecimal(Array(lines.joined().utf8))
  }
}
