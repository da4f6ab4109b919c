import Canvas
import Glibc
import System
import Terminal
import Text

/// A line on the terminal that says how far a reading is, where it takes longer than half a second.
struct ProgressLine {
  private let title: String
  private let ellipsis: String
  // When to write next; nil where nothing is to be written.
  private var due: Int?
  // How many cells stand on the terminal.
  private var width = 0

  /// How long nothing is said, and how long what is said stays, in milliseconds.
  private static let (patience, pause) = (500, 100)

  /// A line about what has a title; nothing is written where the standard error is no terminal.
  init(_ title: String) {
    self.title = CleanText.line(title)
    ellipsis = Codeset.fromEnvironment() == .unicode ? "…" : "..."
    due = isatty(STDERR_FILENO) == 1 ? Clock.now + Self.patience : nil
  }

  /// Says that so many files of all have been read, where it is time to.
  mutating func tell(_ files: Int, of total: Int) {
    let now = Clock.now
    guard let due, now >= due else { return }
    self.due = now + Self.pause
    let count = "\(Self.grouped(files)) of \(Self.grouped(total)) files"
    var text = "Reading \(title) \(ellipsis) \(count)"
    // A line that is too long could not be erased; no text has more cells than bytes.
    if text.utf8.count >= Console.columns(of: STDERR_FILENO) ?? 80 { text = count }
    write(text)
    width = text.utf8.count
  }

  /// Takes the line away, so that nothing of it stays.
  mutating func erase() {
    if width > 0 { write("") }
    due = nil
  }

  private func write(_ text: String) {
    let rest = String(repeating: " ", count: max(0, width - text.utf8.count))
    Output.complain("\r" + text + rest + (text.isEmpty ? "\r" : ""))
  }

  /// A count with a comma between thousands.
  private static func grouped(_ count: Int) -> String {
    let digits = String(count)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
