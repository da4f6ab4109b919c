package import System
import Text

/// A folder of files from which a dossier is read.
///
/// Paths are relative, with `/` between names, and never contain `..`.
package protocol FileTree: Sendable {
  /// The folder's own name; empty if it has none.
  var name: String { get }

  /// The paths of all files, sorted.
  ///
  /// - Throws: `FileFault` if the folder cannot be listed.
  func paths() throws(FileFault) -> [String]

  /// Calls a function with the bytes of a file, which are valid only during the call.
  ///
  /// - Throws: `FileFault` if the file is missing, too large or not inside the folder.
  func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result
}

extension FileTree {
  /// No name by default.
  package var name: String { "" }

  /// A digest of everything that a dossier is read from: its files' bytes by path.
  ///
  /// The SHA-256, in lower-case hexadecimal, of the output of `sha256sum` for the files in the
  /// order of their paths. If a file cannot be read, the reason replaces its sum.
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
