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

  /// Why the folder cannot be listed; nil where it can.
  public var fault: FileFault? {
    guard let stream = opendir(path) else { return Self.unlisted }
    closedir(stream)
    return nil
  }

  private static var unlisted: FileFault {
    FileFault(reason(errno), remedy: "name a dossier's folder")
  }

  private func names(in folder: String) throws(FileFault) -> [String] {
    guard let stream = opendir(folder) else { throw Self.unlisted }
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
    return try Self.withBytes(of: descriptor, limit: Self.limit(path), body)
  }

  /// Calls a function with the bytes of each of several files; the folder of those that stand
  /// together is opened once.
  public func withEach(
    of paths: [String], _ body: (String, UnsafeBufferPointer<UInt8>?) -> Void
  ) {
    var open: (folder: Substring, descriptor: Int32)?
    defer { if let open { close(open.descriptor) } }
    for path in paths {
      let end = path.lastIndex(of: "/") ?? path.startIndex
      if path[..<end] != open?.folder {
        if let open { close(open.descriptor) }
        open = nil
        if end > path.startIndex, let found = try? openInside(String(path[..<end]), isFolder: true)
        {
          open = (path[..<end], found)
        }
      }
      var isRead: Void?
      if let open {
        let name = path[path.index(after: end)...]
        let file = openat(open.descriptor, String(name), Self.fileFlags)
        if file >= 0 {
          isRead = try? Self.withBytes(of: file, limit: Self.limit(path)) { body(path, $0) }
          close(file)
        }
      }
      if isRead == nil { body(path, nil) }
    }
  }

  private static func limit(_ path: String) -> Int {
    path.hasSuffix(".csv") ? tableLimit : proseLimit
  }

  private static func withBytes<Result>(
    of descriptor: Int32, limit: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) throws(FileFault) -> Result {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault(reason(errno)) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw FileFault("not a regular file", remedy: "replace it by a plain file")
    }
    guard status.st_size <= limit else {
      throw FileFault(
        "the file has \(status.st_size >> 20) MiB; at most \(limit >> 20) MiB are read",
        remedy: "split the dossier")
    }
    // The file may grow while it is read: never more than the size just checked.
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: Int(status.st_size), alignment: status.st_size < largeSize ? 1 : hugePage)
    defer { buffer.deallocate() }
    let count =
      try status.st_size < largeSize
      ? read(descriptor, into: buffer, from: 0) : readParts(descriptor, into: buffer)
    return body(
      UnsafeBufferPointer(
        rebasing: UnsafeBufferPointer(buffer.bindMemory(to: UInt8.self))[..<count]))
  }

  /// The bytes from which a file is read in parts at once, and the size of a part.
  private static let (largeSize, partSize) = (off_t(4 << 20), 2 << 20)
  /// The size of the large pages that the kernel may have, of which few have to be asked for.
  private static let hugePage = 2 << 20

  private static func readParts(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer
  ) throws(FileFault) -> Int {
    madvise(buffer.baseAddress, buffer.count, MADV_HUGEPAGE)
    let shared = Unchecked(value: buffer)
    let counts = Parallel.map((buffer.count + partSize - 1) / partSize) { number in
      let start = number * partSize
      let part = shared.value[start..<min(start + partSize, shared.value.count)]
      return try? read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: part), from: start)
    }
    var total = 0
    for (number, count) in counts.enumerated() {
      guard let count else { throw FileFault(reason(EIO)) }
      // A file that has become shorter meanwhile ends here.
      guard total == number * partSize else { break }
      total += count
    }
    return total
  }

  private static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, from start: Int
  ) throws(FileFault) -> Int {
    var count = 0
    while count < buffer.count {
      let got = pread(
        descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count,
        off_t(start + count))
      if got < 0 && errno == EINTR { continue }
      if got < 0 { throw FileFault(reason(errno)) }
      if got == 0 { break }
      count += got
    }
    return count
  }

  // Not blocking, because a pipe without a writer would block for ever.
  private static let fileFlags = O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK

  /// Opens a file name by name without following links.
  private func openInside(
    _ relative: String, isFolder: Bool = false
  ) throws(FileFault) -> Int32 {
    let names = relative.split(separator: "/", omittingEmptySubsequences: false)
    guard !relative.hasPrefix("/"), !names.contains(where: { $0 == ".." || $0 == "." || $0 == "" })
    else {
      throw FileFault("the path leaves the dossier's folder", remedy: "use a path inside it")
    }
    var descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFault(Self.reason(errno)) }
    for (index, name) in names.enumerated() {
      let isFile = index == names.count - 1 && !isFolder
      let flags = Self.fileFlags | (isFile ? 0 : O_DIRECTORY)
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
