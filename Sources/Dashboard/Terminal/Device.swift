import CNcurses
import Glibc

/// The terminal that a session talks to.
///
/// Standard input and output if they are terminals. `/dev/tty` replaces one that is a file or a
/// pipe, so that `dossier <notes` still receives keys.
package struct Device {
  /// Where keys come from.
  let input: Int32
  /// Where the screen goes.
  let output: Int32
  /// The terminal's original modes.
  let firstModes: termios
  private let opened: Int32?

  /// The terminal of this process; nil if there is none.
  init?() {
    let hasInput = isatty(STDIN_FILENO) == 1
    let hasOutput = isatty(STDOUT_FILENO) == 1
    var opened: Int32?
    if !hasInput || !hasOutput {
      let descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      opened = descriptor
    }
    self.opened = opened
    input = hasInput ? 0 : opened ?? 0
    output = hasOutput ? 1 : opened ?? 1
    var modes = termios()
    guard tcgetattr(output, &modes) == 0 else {
      if let opened { Glibc.close(opened) }
      return nil
    }
    firstModes = modes
  }

  /// A separate descriptor to read keys from, which never blocks.
  ///
  /// ncurses reads the rest of a mouse report without checking that it has arrived, so a truncated
  /// report would block the program forever. The inherited descriptor cannot be made non-blocking,
  /// because the shell shares it.
  func openReader() -> Int32 { Self.reopen(input, O_RDONLY) }

  /// A separate descriptor to write to, which never waits for a stalled line.
  func openWriter() -> Int32 { Self.reopen(output, O_WRONLY) }

  /// Whether more descriptors can be opened.
  static func hasRoom(for count: Int) -> Bool {
    let copies = (0..<count).map { _ in dup(STDERR_FILENO) }
    for copy in copies where copy >= 0 { Glibc.close(copy) }
    // Without standard error there is nothing to copy.
    return !copies.contains(-1) || errno == EBADF
  }

  private static func reopen(_ terminal: Int32, _ way: Int32) -> Int32 {
    var name = [CChar](repeating: 0, count: 256)
    if ttyname_r(terminal, &name, name.count) == 0 {
      let descriptor = open(name, way | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
      if descriptor >= 0 { return descriptor }
    }
    return dup(terminal)
  }

  /// The columns and rows that the terminal reports; nil if it does not know.
  var size: (columns: Int32, rows: Int32)? {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return nil
    }
    return (Int32(size.ws_col), Int32(size.ws_row))
  }

  /// Whether the input has ended: it is reported as readable, but there is nothing to read.
  var isInputAtEnd: Bool {
    // What was readable a moment ago may have been discarded since, for example by Ctrl-C.
    var ready = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&ready, 1, 0) > 0 else { return false }
    var waiting: Int32 = 0
    return ioctl(input, UInt(FIONREAD), &waiting) != 0 || waiting == 0
  }

  /// Ends a stop of the output that Ctrl-S caused.
  func resumeOutput() {
    // The program can resume only what it has stopped itself.
    tcflow(output, TCOOFF)
    tcflow(output, TCOON)
  }

  /// Restores the original modes without waiting for output that a stalled line holds back.
  func restoreModes() {
    var modes = firstModes
    tcsetattr(output, TCSANOW, &modes)
  }

  /// Closes what was opened.
  func close() { if let opened { Glibc.close(opened) } }
}
