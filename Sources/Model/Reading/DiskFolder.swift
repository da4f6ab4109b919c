import Glibc

/// A dossier's folder on disk.
///
/// Only regular files inside the folder are read: symbolic links, devices and
/// pipes are refused, so that a hostile folder can neither lead out nor block.
public struct DiskFolder: FileTree {
  /// The folder's path.
  public let path: String

  /// The most bytes that a table may have.
  public static let tableLimit = 128 << 20
  /// The most bytes that a file of prose may have.
  public static let proseLimit = 4 << 20

  /// The last part of the folder's path.
  public var name: String { path.split(separator: "/").last.map(String.init) ?? "" }

  /// The folders in a dossier's folder that are read.
  public static let folders = ["chapters", "data", "decks", "recommendations"]

  /// The folder at a path.
  public init(_ path: String) { self.path = path }

  /// The files of the folder and of the subfolders that a dossier has, sorted.
  public func paths() throws(FileFault) -> [String] {
    var found = try names(in: path)
    for folder in Self.folders {
      found += ((try? names(in: "\(path)/\(folder)")) ?? []).map { "\(folder)/\($0)" }
    }
    return found.filter { !$0.isEmpty }.sorted()
  }

  private func names(in folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder) else {
      throw FileFault(Self.reason(errno), remedy: "name a dossier's folder")
    }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      // A folder that is named like a file is listed, so that opening it is reported.
      if isFolder, !name.hasSuffix(".md"), !name.hasSuffix(".csv") { continue }
      if !name.hasPrefix(".") { result.append(name) }
    }
    return result
  }

  /// Calls a function with the bytes of a file.
  ///
  /// - Throws: `FileFault` when the path leaves the folder, names no regular file, or the file
  ///   is larger than `tableLimit` (tables) or `proseLimit` (anything else).
  public func withBytes<Result>(
    of path: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    let descriptor = try openInside(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(Self.reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFault("not a regular file", remedy: "replace it by a plain file")
    }
    let limit = path.hasSuffix(".csv") ? Self.tableLimit : Self.proseLimit
    guard status.st_size <= limit else {
      throw FileFault(
        "the file has \(status.st_size >> 20) MiB; at most \(limit >> 20) MiB are read",
        remedy: "split the dossier")
    }
    // The file may grow while it is read: never more than the size just checked.
    let capacity = Int(status.st_size)
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    var count = 0
    while count < capacity {
      let got = read(descriptor, buffer.baseAddress.map { $0 + count }, capacity - count)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw FileFault(Self.reason(errno)) }
      if got == 0 { break }
      count += got
    }
    return body(UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count]))
  }

  /// Opens a file name by name without following links.
  private func openInside(_ relative: String) throws(FileFault) -> Int32 {
    let names = relative.split(separator: "/", omittingEmptySubsequences: false)
    guard !relative.hasPrefix("/"), !names.contains(where: { $0 == ".." || $0 == "." || $0 == "" })
    else {
      throw FileFault("the path leaves the dossier's folder", remedy: "use a path inside it")
    }
    var descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(Self.reason(errno)) }
    for (index, name) in names.enumerated() {
      let isLast = index == names.count - 1
      // Not blocking, because a pipe without a writer would block for ever.
      let flags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (isLast ? 0 : O_DIRECTORY)
      let next = openat(descriptor, String(name), flags)
      let code = errno
      close(descriptor)
      guard next >= 0 else {
        // A link to a folder fails as ENOTDIR, because it is not opened as a folder.
        throw code == ELOOP
          ? FileFault("symbolic links are not followed", remedy: "put the file itself there")
          : FileFault(Self.reason(code))
      }
      descriptor = next
    }
    return descriptor
  }

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: FileFault.missing.message
    case ENOTDIR: "not a folder"
    case EACCES, EPERM: "no permission to read it"
    case EMFILE, ENFILE: "too many files are open"
    default: String(cString: strerror(code))
    }
  }
}
