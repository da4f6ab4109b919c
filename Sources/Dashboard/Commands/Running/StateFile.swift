import Glibc
import System

/// A file for data saved between runs: bookmarks and the last place, or rehearsals.
///
/// Saved data stays until newer data has completely replaced it.
struct StateFile {
  /// The file's path.
  let path: String
  private let folder: String
  /// The folder that must exist already: a missing home folder is not created.
  private let root: String

  /// The maximum size in bytes.
  private static let limit = 1 << 18

  /// The file with a name; nil if the environment names no folder.
  ///
  /// - Parameters:
  ///   - id: A dossier's or a deck's id, or two of them with a point between.
  ///   - kind: The folder inside the program's own; empty for none.
  init?(_ id: String, kind: String = "") {
    guard Self.isName(id) else { return nil }
    let inside = kind.isEmpty ? "/dossier" : "/dossier/\(kind)"
    // The XDG Base Directory Specification says to ignore relative paths.
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

  /// The file with a name in an existing folder.
  init?(_ id: String, in folder: String) {
    guard Self.isName(id), !folder.isEmpty else { return nil }
    self.folder = folder
    root = folder
    path = "\(folder)/\(id)"
  }

  /// Whether an id, which becomes a file name, contains only valid characters.
  private static func isName(_ id: String) -> Bool {
    let isSafe =
      !id.hasPrefix(".")
      && id.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-.".utf8.contains(byte)
      }
    return isSafe && !id.isEmpty && id.utf8.count <= 200
  }

  /// The saved text; empty if there is none.
  ///
  /// - Throws: `StateFault` if there is a file that cannot be read and must not be lost.
  func read() throws(StateFault) -> String {
    do {
      return String(decoding: try WholeFile.bytes(at: path, limit: Self.limit), as: UTF8.self)
    } catch {
      switch error {
      case .missing, .notRegular, .system(SystemError(ENOTDIR)): return ""
      default: throw StateFault(error)
      }
    }
  }

  /// Saves a text: a new file, written to the disk, replaces the old one in one step.
  ///
  /// - Throws: `StateFault` if that fails; the old data is unchanged then.
  func write(_ text: String) throws(StateFault) {
    makeFolders()
    removeDrafts()
    do {
      try WholeFile.replace(path, Array(text.utf8), mode: 0o600)
    } catch {
      throw StateFault(error)
    }
  }

  /// The age in seconds from which a draft is abandoned: no program takes that long to write.
  private static let abandonedAfter = 60

  /// Removes drafts of programs that were killed while writing.
  ///
  /// If several machines share the folder, process ids of another machine mean nothing here, so
  /// recent drafts are left alone.
  private func removeDrafts() {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    let now = time(nil)
    let prefix = (path.split(separator: "/").last.map(String.init) ?? "") + "."
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard name.hasPrefix(prefix), name.hasSuffix(".new"),
        let writer = pid_t(name.dropFirst(prefix.count).dropLast(4)), writer > 0,
        kill(writer, 0) != 0, errno == ESRCH
      else { continue }
      var status = stat()
      guard lstat("\(folder)/\(name)", &status) == 0,
        status.st_mtim.tv_sec < now - Self.abandonedAfter
      else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  /// Creates the folder and its missing parents below the root, for their owner alone.
  private func makeFolders() {
    if access(folder, F_OK) == 0 || !root.isEmpty && access(root, F_OK) != 0 { return }
    var path = root
    for part in folder.dropFirst(root.count).split(separator: "/") {
      path += "/" + part
      mkdir(path, 0o700)
    }
  }
}
