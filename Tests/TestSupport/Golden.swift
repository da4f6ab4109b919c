import Glibc

/// Expected texts kept in files beside the tests.
///
/// `RECORD_GOLDENS=1` in the environment rewrites them; without it a missing file is a failure, so
/// that nothing is accepted unseen.
package enum Golden {
  /// Whether this run records instead of comparing.
  package static var isRecording: Bool { getenv("RECORD_GOLDENS") != nil }

  /// Compares a text with a golden file; returns the first difference, nil if there is none.
  ///
  /// - Parameters:
  ///   - folder: The folder of the expected texts.
  ///   - name: The file's name without its extension.
  package static func difference(_ text: String, folder: String, name: String) -> String? {
    let path = "\(folder)/\(name).txt"
    if isRecording {
      Files.write(text, to: path)
      return nil
    }
    guard let expected = Files.read(path) else {
      return "\(name): no golden file; record it with RECORD_GOLDENS=1 and read it"
    }
    guard expected != text else { return nil }
    let was = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = zip(was, now).enumerated().first { $1.0 != $1.1 }?.offset ?? min(was.count, now.count)
    func line(_ lines: [Substring]) -> String { row < lines.count ? String(lines[row]) : "(none)" }
    return "\(name), line \(row + 1):\n  expected \(line(was))\n  found    \(line(now))"
  }
}
