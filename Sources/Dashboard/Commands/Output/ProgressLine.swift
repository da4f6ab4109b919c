import Canvas
import Glibc
import System
import Terminal
import Text

/// A line on the terminal with the progress of a reading that takes longer than half a second.
struct ProgressLine {
  private let title: String
  private let ellipsis: String
  // When to write next; nil to write nothing.
  private var due: Int?
  // The number of cells now on the terminal.
  private var width = 0

  /// The delay before the first output and between updates, in milliseconds.
  private static let (patience, pause) = (500, 100)

  /// A line about something with a title; writes nothing if the standard error is not a terminal.
  init(_ title: String) {
    self.title = CleanText.line(title)
    ellipsis = Codeset.fromEnvironment() == .unicode ? "…" : "..."
    due = isatty(STDERR_FILENO) == 1 ? Clock.now + Self.patience : nil
  }

  /// Shows how many of all files have been read, if an update is due.
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

  /// Erases the line completely.
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
