package import Canvas

/// What a session reports to the program.
package enum SessionEvent: Hashable, Sendable {
  /// A key, a paste, the mouse or a new size.
  case input(InputEvent)
  /// A signal asks the program to end (SIGINT, SIGTERM), or the terminal has closed (SIGHUP).
  ///
  /// Stop the session then, and exit with `exitCode(for:)`.
  case interrupted(signal: Int32)
  /// The program continues after a stop; draw the canvas again.
  case resumed
  /// There is no memory for a screen of the terminal's new size, so the size stays the same.
  case noMemory(Size)
  /// The line has sent the earlier output; draw the canvas that had to wait.
  case lineReady
  /// The terminal's background is another than it was, or is known now; draw the canvas again.
  case recoloured
  /// A descriptor that the program watches is ready.
  case watchedReady

  /// The exit code of a program ended by a signal, as in shells.
  package static func exitCode(for signal: Int32) -> Int32 { 128 + signal }
}

/// Why there is no session.
package enum SessionFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// Neither standard input and output nor `/dev/tty` is a terminal.
  case noTerminal
  /// The terminal cannot place its cursor, or ncurses does not know it.
  case unusableTerminal(String)
  /// There is no memory left.
  case noResources
  /// The limit on open files is lower than a session needs.
  case noDescriptors

  /// The fault, and what to do about it.
  package var description: String {
    switch self {
    case .noTerminal: "there is no terminal here"
    case .unusableTerminal(let name):
      "the terminal \"\(name)\" cannot show the dashboard (is TERM set correctly?)"
    case .noResources: "there is too little memory for a terminal of this size (see ulimit -v)"
    case .noDescriptors: "too few files may be open here to start with (see ulimit -n)"
    }
  }
}

/// A descriptor of the program that a session watches in addition to the terminal.
package struct WatchedDescriptor: Sendable {
  /// The descriptor.
  package var descriptor: Int32
  /// What to wait for, in `poll`'s flags: `POLLIN`, `POLLOUT` or both.
  package var events: Int16

  /// A descriptor with its flags.
  package init(_ descriptor: Int32, events: Int16) {
    self.descriptor = descriptor
    self.events = events
  }
}
