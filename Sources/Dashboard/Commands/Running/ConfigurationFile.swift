import Browsing
import Glibc
import Reading
import System
import Text

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
    do {
      return Configuration(
        try WholeFile.bytes(at: path, limit: SettingsTree.limit), file: title)
    } catch {
      switch error {
      case .missing, .system(SystemError(ENOTDIR)): return Configuration()
      case .notRegular: return faulty("this is no file", remedy: "put a file there")
      case .tooLarge: return Configuration(fault: SettingsTree.tooLarge(title))
      case .system(let error): return unreadable(error.reason)
      case .refused(let reason, _): return unreadable(reason)
      }
    }
  }

  /// How messages call it.
  package var title: String { CleanText.line(path) }

  private func unreadable(_ reason: String) -> Configuration {
    faulty("the configuration cannot be read: \(reason)", remedy: "let it be read, or remove it")
  }

  private func faulty(_ message: String, remedy: String) -> Configuration {
    Configuration(fault: Diagnostic(.error, file: title, message, remedy: remedy))
  }
}
