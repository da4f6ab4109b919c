import Glibc

/// A file in which something is kept between runs: bookmarks and the last place, or rehearsals.
///
/// Nothing here fails: without a place to write, nothing is kept.
struct StateFile {
  /// The file's path.
  let path: String
  private let folder: String
  /// What must be there already: a home that is missing is not made.
  private let root: String

  /// The most bytes that are read.
  private static let limit = 1 << 16

  /// The file with a name; nil where the environment names no folder.
  ///
  /// - Parameters:
  ///   - id: A dossier's or a deck's id, or two of them with a point between.
  ///   - kind: The folder inside the program's own; empty for none.
  init?(_ id: String, kind: String = "") {
    // The id becomes a file's name: only what an id may hold.
    let isSafe =
      !id.hasPrefix(".")
      && id.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-.".utf8.contains(byte)
      }
    guard isSafe, !id.isEmpty, id.utf8.count <= 200 else { return nil }
    let inside = kind.isEmpty ? "/dossier" : "/dossier/\(kind)"
    // A relative path is to be ignored, says the XDG Base Directory Specification.
    if let state = Console.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      folder = state + inside
      root = ""
    } else if let home = Console.variable("HOME"), home.hasPrefix("/") {
      folder = home + "/.local/state" + inside
      root = home
    } else {
      return nil
    }
    path = "\(folder)/\(id)"
  }

  /// What was kept; empty where nothing was.
  func read() -> String {
    // Not blocking, because a pipe may stand in the file's place.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return ""
    }
    var bytes = [UInt8](repeating: 0, count: Int(min(max(status.st_size, 0), off_t(Self.limit))))
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }

  /// Keeps a text: a new file takes the old one's place in one step.
  ///
  /// - Returns: Whether it was kept.
  @discardableResult
  func write(_ text: String) -> Bool {
    makeFolders()
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { break }
      sent += count
    }
    let isClosed = close(descriptor) == 0
    guard sent == bytes.count, isClosed, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  /// Makes the folder and those between it and the root, for their owner alone.
  private func makeFolders() {
    if access(folder, F_OK) == 0 || !root.isEmpty && access(root, F_OK) != 0 { return }
    var path = root
    for part in folder.dropFirst(root.count).split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }
}
