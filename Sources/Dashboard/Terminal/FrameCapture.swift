import CNcurses
import Glibc

/// Catches ncurses' output, so that a frame can be sent in one write that never waits.
///
/// ncurses writes until its descriptor has accepted everything, and on a stalled line it would wait
/// forever. While a frame is drawn, its descriptor leads to a file in memory instead.
package struct FrameCapture {
  private let descriptor: Int32
  private let terminal: Int32
  private let memory: Int32

  /// More than the largest frame needs: a screen of a thousand columns, every cell coloured.
  private static let largest: off_t = 8 << 20

  /// Captures the output to a terminal through ncurses' descriptor.
  ///
  /// If no file is available, or none that large (`ulimit -f` also counts files in memory), ncurses
  /// writes directly to the terminal.
  init(of descriptor: Int32, terminal: Int32) {
    var memory = memfd_create("frame", 1)
    if memory >= 0, ftruncate(memory, Self.largest) != 0 || ftruncate(memory, 0) != 0 {
      Glibc.close(memory)
      memory = -1
    }
    self.descriptor = descriptor
    self.terminal = terminal
    self.memory = memory
  }

  /// The bytes that ncurses sends while something is drawn; empty if it sends them itself.
  package func bytes(of drawing: () -> Void) -> [UInt8] {
    guard memory >= 0, dup2(memory, descriptor) >= 0 else {
      drawing()
      return []
    }
    drawing()
    dup2(terminal, descriptor)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return [] }
    lseek(memory, 0, SEEK_SET)
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    // The memory of a whole screen is not kept longer than needed.
    if count > 1 << 16 { ftruncate(memory, 0) }
    return Self.shortened(bytes)
  }

  /// What ncurses sends in a long form at every change of attributes, and the equivalent short
  /// form.
  ///
  /// No character set other than ASCII is ever chosen, so once in a frame is enough. A reset of all
  /// attributes also ends the foreground colour, and needs no digit.
  private static let shortForms = [
    ("\u{1b}(B", ""), ("\u{1b}[0;", "\u{1b}[;"), ("\u{1b}[39m\u{1b}[m", "\u{1b}[m"),
    ("\u{1b}[39m\u{1b}[;", "\u{1b}[;"),
  ].map { (long: Array($0.utf8), short: Array($1.utf8)) }

  /// A frame in short forms, which saves a tenth to a fifth of the bytes on xterm and similar.
  static func shortened(_ frame: [UInt8]) -> [UInt8] {
    guard let first = frame.firstRange(of: shortForms[0].long) else { return frame }
    let rest = shortForms.reduce(Array(frame[first.upperBound...])) {
      $0.replacing($1.long, with: $1.short)
    }
    return frame[..<first.upperBound] + rest
  }

  /// Closes the file in memory.
  func close() { if memory >= 0 { Glibc.close(memory) } }
}
