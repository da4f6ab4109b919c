import Glibc
import Interface

/// Where bookmarks and the last place of a dossier are kept between runs.
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

  /// The file of a dossier; nil where the environment names no folder.
  init?(dossier id: String) {
    // The id becomes a file's name: only what an id may hold.
    let isSafe = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard isSafe, !id.isEmpty, id.utf8.count <= 200 else { return nil }
    // A relative path is to be ignored, says the XDG Base Directory Specification.
    if let state = Console.variable("XDG_STATE_HOME"), state.hasPrefix("/") {
      folder = state + "/dossier"
      root = ""
    } else if let home = Console.variable("HOME"), home.hasPrefix("/") {
      folder = home + "/.local/state/dossier"
      root = home
    } else {
      return nil
    }
    path = "\(folder)/\(id)"
  }

  /// What was kept; empty where nothing was.
  func read() -> SavedState {
    // Not blocking, because a pipe may stand in the file's place.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return SavedState() }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return SavedState()
    }
    var bytes = [UInt8](repeating: 0, count: Int(min(max(status.st_size, 0), off_t(Self.limit))))
    let count = Glibc.read(descriptor, &bytes, bytes.count)
    return SavedState(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self))
  }

  /// Keeps a state: a new file takes the old one's place in one step.
  ///
  /// - Returns: Whether it was kept.
  @discardableResult
  func write(_ state: SavedState) -> Bool {
    makeFolders()
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    let bytes = Array(state.text.utf8)
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
