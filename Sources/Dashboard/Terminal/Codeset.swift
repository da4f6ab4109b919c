package import Canvas
import Glibc

/// The locale's characters.
package enum Codeset {
  /// Sets the character locale from the environment.
  ///
  /// A locale that is passed over SSH but not installed here would leave only ASCII. If its name
  /// asks for UTF-8, the built-in `C.UTF-8` is used instead.
  ///
  /// - Returns: What the locale can show.
  package static func fromEnvironment() -> Charset {
    if setlocale(LC_CTYPE, "") == nil {
      let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variable($0) }
      let name = names.first { !$0.isEmpty }?.lowercased() ?? ""
      if name.hasSuffix("utf-8") || name.hasSuffix("utf8") { _ = setlocale(LC_CTYPE, "C.UTF-8") }
    }
    guard let codeset = nl_langinfo(nl_item(CODESET)) else { return .ascii }
    return Charset(codeset: String(cString: codeset))
  }

  /// The value of an environment variable.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
