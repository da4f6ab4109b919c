import Glibc

/// Expected texts kept in files beside the tests.
///
/// `RECORD_GOLDENS=1` in the environment writes them anew; without it a
/// missing file is a failure, so that nothing is accepted unseen.
public enum Golden {
  /// Whether this run records instead of comparing.
  public static var isRecording: Bool { getenv("RECORD_GOLDENS") != nil }

  /// Compares a text with the file of a name; the first difference, or nil where there is none.
  ///
  /// - Parameters:
  ///   - folder: The folder of the expected texts.
  ///   - name: The file's name without its ending.
  public static func difference(_ text: String, folder: String, name: String) -> String? {
    let path = "\(folder)/\(name).txt"
    if isRecording {
      write(text, path)
      return nil
    }
    guard let expected = read(path) else {
      return "\(name): no golden file; record it with RECORD_GOLDENS=1 and read it"
    }
    guard expected != text else { return nil }
    let was = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let now = text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = zip(was, now).enumerated().first { $1.0 != $1.1 }?.offset ?? min(was.count, now.count)
    func line(_ lines: [Substring]) -> String { row < lines.count ? String(lines[row]) : "(none)" }
    return "\(name), line \(row + 1):\n  expected \(line(was))\n  found    \(line(now))"
  }

  private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, _ path: String) {
    guard let file = fopen(path, "w") else { return }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    fwrite(bytes, 1, bytes.count, file)
  }
}
