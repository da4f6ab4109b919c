import Glibc

/// Files of the package, for tests that look at what ships.
package enum Files {
  /// The package's folder.
  package static var packageRoot: String {
    let path = #filePath
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
  }

  /// The folder of the dossier that ships inside the program.
  package static var builtInDossier: String { "\(packageRoot)/assets/dossiers/us-mexico-2013" }

  /// A file's text; nil if it cannot be read.
  package static func read(_ path: String) -> String? {
    bytes(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A file's bytes; nil if it cannot be read.
  package static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return bytes
  }

  /// Writes a file; false if it cannot be written.
  @discardableResult
  package static func write(_ text: String, to path: String) -> Bool {
    write(Array(text.utf8), to: path)
  }

  /// Writes a file; false if it cannot be written.
  @discardableResult
  package static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    defer { fclose(file) }
    return fwrite(bytes, 1, bytes.count, file) == bytes.count
  }

  /// The paths of all files below a folder, sorted.
  package static func below(_ folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var paths: [String] = []
    while let entry = readdir(stream) {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") { continue }
      if isFolder { paths += below("\(folder)/\(name)") } else { paths.append("\(folder)/\(name)") }
    }
    return paths.sorted()
  }
}
