import Glibc
import System

/// A file in which something is kept between runs: bookmarks and the last place, or rehearsals.
///
/// What was kept once stays until something newer has wholly taken its place.
struct StateFile {
  /// The file's path.
  let path: String
  private let folder: String
  /// What must be there already: a home that is missing is not made.
  private let root: String

  /// The most bytes that are read.
  private static let limit = 1 << 18

  /// The file with a name; nil where the environment names no folder.
  ///
  /// - Parameters:
  ///   - id: A dossier's or a deck's id, or two of them with a point between.
  ///   - kind: The folder inside the program's own; empty for none.
  init?(_ id: String, kind: String = "") {
    guard Self.isName(id) else { return nil }
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

  /// The file with a name in a folder that is there already.
  init?(_ id: String, in folder: String) {
    guard Self.isName(id), !folder.isEmpty else { return nil }
    self.folder = folder
    root = folder
    path = "\(folder)/\(id)"
  }

  /// Whether an id, which becomes a file's name, holds only what an id may.
  private static func isName(_ id: String) -> Bool {
    let isSafe =
      !id.hasPrefix(".")
      && id.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-.".utf8.contains(byte)
      }
    return isSafe && !id.isEmpty && id.utf8.count <= 200
  }

  /// What was kept; empty where nothing was.
  ///
  /// - Throws: `StateFault` where something is there that cannot be read, and should not be lost.
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

  /// Keeps a text: a new file, written to the disk, takes the old one's place in one step.
  ///
  /// - Throws: `StateFault` where that cannot be done; what was kept before is as it was.
  func write(_ text: String) throws(StateFault) {
    makeFolders()
    removeDrafts()
    let draft = "\(path).\(getpid()).new"
    unlink(draft)
    do {
      // Renaming before the bytes are on the disk could leave an empty file after a power cut.
      try WholeFile.create(draft, Array(text.utf8), mode: 0o600)
    } catch {
      throw StateFault(error)
    }
    guard rename(draft, path) != 0 else { return }
    let error = SystemError.last
    unlink(draft)
    throw StateFault(error)
  }

  /// The age from which a draft is nobody's any more, in seconds: none takes that long to write.
  private static let abandonedAfter = 60

  /// Removes what programs left that were killed while they wrote.
  ///
  /// Where several machines share the folder, the numbers of programs on another one say nothing
  /// here: what is young is left alone.
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
