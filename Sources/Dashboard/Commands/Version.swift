import BuiltIn

/// The program's own version.
enum Version {
  /// The number of the release, or of the next one, as in `CHANGELOG.md`.
  package static let text = "0.1.0"
  /// The date of that release, or of the last change to the manual page.
  static let date = "2026-11-30"

  /// What `--version` prints: the version and the build.
  static var line: String {
    "dossier \(text) (\(BuiltInCommit.text), \(build) build, Swift \(swift))"
  }

  /// The version of the standard library without its last part, which is 0 in all patch releases.
  private static var swift: String {
    _SwiftStdlibVersion.current.description.split(separator: ".").prefix(2)
      .joined(separator: ".")
  }

  #if DEBUG
    private static let build = "debug"
  #else
    private static let build = "release"
  #endif
}
