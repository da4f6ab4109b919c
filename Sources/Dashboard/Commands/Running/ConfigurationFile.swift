import Browsing
import Glibc
import Reading
import System
import Text

/// The file of the user's configuration.
struct ConfigurationFile {
  /// The file's path.
  let path: String

  /// The user's file; nil if the environment names no folder.
  init?() {
    // The XDG Base Directory Specification says to ignore relative paths.
    if let folder = Console.variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") {
      path = folder + "/dossier/config.yaml"
    } else if let home = Console.variable("HOME"), home.hasPrefix("/") {
      path = home + "/.config/dossier/config.yaml"
    } else {
      return nil
    }
  }

  /// A configuration at a path.
  init(_ path: String) { self.path = path }

  /// Whether the file exists.
  var isThere: Bool { access(path, F_OK) == 0 }

  /// The content of the file; the defaults if there is none, and a fault if it cannot be read.
  func read() -> Configuration {
    do {
      return Configuration(
        try WholeFile.bytes(at: path, limit: SettingsTree.limit), file: title)
    } catch {
      switch error {
      case .missing, .system(SystemError(ENOTDIR)): return Configuration()
      case .notRegular: return faulty("this is not a file", remedy: "put a file there")
      case .tooLarge: return Configuration(fault: SettingsTree.tooLarge(title))
      case .system(let error): return unreadable(error.reason)
      case .refused(let reason, _): return unreadable(reason)
      }
    }
  }

  /// Its name in messages.
  package var title: String { CleanText.line(path) }

  private func unreadable(_ reason: String) -> Configuration {
    faulty("the configuration cannot be read: \(reason)", remedy: "let it be read, or remove it")
  }

  private func faulty(_ message: String, remedy: String) -> Configuration {
    Configuration(fault: Diagnostic(.error, file: title, message, remedy: remedy))
  }
}
