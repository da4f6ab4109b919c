import Glibc
import Interface
import Model

/// Where the user's configuration stands.
struct ConfigurationFile {
  /// The file's path.
  let path: String

  /// The user's file; nil where the environment names no folder.
  init?() {
    // A relative path is to be ignored, says the XDG Base Directory Specification.
    if let folder = Console.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      path = folder + "/dossier/config.yaml"
    } else if let home = Console.variable("HOME"), home.hasPrefix("/") {
      path = home + "/.config/dossier/config.yaml"
    } else {
      return nil
    }
  }

  /// The file at a path.
  init(_ path: String) { self.path = path }

  /// Whether anything stands there.
  var isThere: Bool { access(path, F_OK) == 0 }

  /// What the file says; nothing where there is none, and a fault where it cannot be read.
  func read() -> Configuration {
    // Not blocking, because a pipe may stand in the file's place.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      return [ENOENT, ENOTDIR].contains(errno) ? Configuration() : unreadable(errno)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return Configuration(
        fault: Diagnostic(.error, file: title, "this is no file", remedy: "put a file there"))
    }
    // One byte more than the reader takes tells it that the file is too large.
    var bytes = [UInt8](repeating: 0, count: SettingsTree.limit + 1)
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else { return unreadable(errno) }
      if more == 0 { break }
      count += more
    }
    return Configuration(Array(bytes.prefix(count)), file: title)
  }

  /// How messages call it.
  var title: String { CleanText.line(path) }

  private func unreadable(_ code: Int32) -> Configuration {
    let reason = String(cString: strerror(code))
    return Configuration(
      fault: Diagnostic(
        .error, file: title, "the configuration cannot be read: \(reason)",
        remedy: "let it be read, or remove it"))
  }
}
