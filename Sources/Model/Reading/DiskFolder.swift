import Glibc
package import System

/// A dossier's folder on disk.
///
/// Only regular files inside the folder are read. Symbolic links, devices and pipes are refused, so
/// that a hostile folder can neither lead outside nor block.
package struct DiskFolder: FileTree {
  /// The folder's path.
  package let path: String

  /// The most bytes that a table may have.
  static let tableLimit = 128 << 20
  /// The most bytes that a file of prose may have.
  static let proseLimit = 4 << 20

  /// The last part of the folder's path.
  package var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The folders in a dossier's folder that are read.
  package static let folders = ["chapters", "data", "decks", "recommendations"]

  /// The folder at a path.
  package init(_ path: String) { self.path = path }

  /// The files of the folder and of the subfolders that a dossier has, sorted.
  package func paths() throws(FileFault) -> [String] {
    var found = try names(in: path)
    for folder in Self.folders {
      do {
        found += try names(in: "\(path)/\(folder)").map { "\(folder)/\($0)" }
      } catch {
        // Listed as a file, so that opening it is reported.
        if error != .missing, !found.contains(folder) { found.append(folder) }
      }
    }
    return found.sorted()
  }

  /// Why the folder cannot be listed; nil if it can.
  package var fault: FileFault? {
    guard let stream = opendir(path) else { return FileFault(.last) }
    closedir(stream)
    return nil
  }

  private func names(in folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder) else { throw FileFault(.last) }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // A folder named like a file is listed, so that opening it is reported.
      if isFolder, !name.hasSuffix(".md"), !name.hasSuffix(".csv") { continue }
      if !name.hasPrefix(".") { result.append(name) }
    }
    return result
  }

  /// Calls a function with the bytes of a file.
  ///
  /// - Throws: `FileFault` if the path leaves the folder or names no regular file, or if the file
  ///   is larger than `tableLimit` (tables) or `proseLimit` (anything else).
  package func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    let descriptor = try openInside(path)
    defer { close(descriptor) }
    let isTable = path.hasSuffix(".csv") || path.hasPrefix("import/")
    let limit = isTable ? Self.tableLimit : Self.proseLimit
    return try WholeFile.bytes(of: descriptor, limit: limit).withUnsafeBufferPointer(body)
  }

  // Non-blocking, because a pipe without a writer would block forever.
  private static let fileFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK

  /// Opens a file one path component at a time, without following links.
  private func openInside(_ relative: String) throws(FileFault) -> Int32 {
    let names = relative.split(separator: "/", omittingEmptySubsequences: false)
    guard !relative.hasPrefix("/"), !names.contains(where: { $0 == ".." || $0 == "." || $0 == "" })
    else {
      throw .refused("the path leaves the dossier's folder", remedy: "use a path inside it")
    }
    var descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(.last) }
    for (index, name) in names.enumerated() {
      let isFile = index == names.count - 1
      let flags = Self.fileFlags | (isFile ? 0 : O_DIRECTORY)
      let next = openat(descriptor, String(name), flags)
      let error = SystemError.last
      close(descriptor)
      guard next >= 0 else {
        // A link to a folder fails as ENOTDIR, because it is not opened as a folder.
        throw error.code == ELOOP
          ? .refused("symbolic links are not followed", remedy: "put the file itself there")
          : FileFault(error)
      }
      descriptor = next
    }
    return descriptor
  }
}
