import CConfinement
import Glibc

/// The rules of Landlock: no path can be opened, created, moved or removed, except in one folder.
///
/// What is open stays open. Bits and versions are those of the kernel's `landlock.h`.
enum FileRules {
  /// The rights to files: version 1 had 13; 2 added moving between folders, 3 truncation and 5 the
  /// control of devices.
  private static func files(version: Int) -> UInt64 {
    switch version {
    case ..<2: 0x1fff
    case 2: 0x3fff
    case 3, 4: 0x7fff
    default: 0xffff
    }
  }

  /// Write, read, remove, create and truncate regular files.
  private static let kept: UInt64 = 1 << 1 | 1 << 2 | 1 << 5 | 1 << 8 | 1 << 14

  /// Applies the rules.
  ///
  /// - Parameter folder: A folder whose files stay accessible; if it cannot be opened, nothing is
  ///   accessible.
  /// - Returns: The version of the rules; nil if the kernel has none.
  static func apply(_ folder: String?) -> Int? {
    let version = cconfinement_landlock_version()
    guard version > 0 else { return nil }
    let files = files(version: version)
    // Version 4 added TCP, and 6 abstract sockets and signals to processes outside.
    var asked = cconfinement_rules(
      files: files, ports: version >= 4 ? 0b11 : 0, scopes: version >= 6 ? 0b11 : 0)
    let rules = Int32(truncatingIfNeeded: cconfinement_make_rules(&asked))
    guard rules >= 0 else { return nil }
    defer { close(rules) }
    if let folder {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if descriptor >= 0 {
        _ = cconfinement_add_folder(rules, kept & files, descriptor)
        close(descriptor)
      }
    }
    return cconfinement_restrict(rules) == 0 ? Int(version) : nil
  }
}
