import Glibc

/// The environment variables that a confined program uses; none of them can hold a path.
///
/// All others are removed, also those that only a library uses: `HOME`, `TERMINFO`, `LOCPATH`,
/// `SWIFT_BACKTRACE`. Variables of the loader (`LD_PRELOAD`) work before any program can look, so
/// `sshd` must not let them in.
package enum CleanEnvironment {
  /// The variables that are kept, once they are checked.
  package static let names = ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR"]

  /// What is kept of an environment.
  ///
  /// - Parameter value: The value of a variable; nil if it is not set.
  package static func variables(
    from value: (String) -> String?
  ) -> [(name: String, value: String)] {
    names.compactMap { name in
      guard let text = value(name), !text.isEmpty else { return nil }
      if name == "NO_COLOR" { return (name, "1") }
      return isName(text) ? (name, text) : nil
    }
  }

  /// Removes all other variables from the process's environment.
  package static func apply() {
    let kept = variables { name in getenv(name).map { String(cString: $0) } }
    clearenv()
    for (name, value) in kept { setenv(name, value, 1) }
  }

  /// Whether a text can be the name of a terminal or a locale, but not of a file elsewhere.
  static func isName(_ text: String) -> Bool {
    guard text.utf8.count <= 64, let first = text.utf8.first, first != UInt8(ascii: ".") else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "._-+@".utf8.contains(byte)
      }
    }
  }
}
