package import Canvas

/// What a session reports to the program.
package enum SessionEvent: Hashable, Sendable {
  /// A key, a paste, the mouse or a new size.
  case input(InputEvent)
  /// A signal asks the program to end (SIGINT, SIGTERM), or the terminal has gone (SIGHUP).
  ///
  /// Stop the session then, and end with `exitCode(for:)`.
  case interrupted(signal: Int32)
  /// The program goes on after a stop; draw the canvas again.
  case resumed
  /// There is no memory for a screen of the terminal's new size; it stays as it was.
  case noMemory(Size)
  /// The line has carried what went before; draw the canvas that had to wait.
  case lineReady
  /// A descriptor that is watched beside the terminal is ready.
  case watchedReady

  /// The exit code of a program that a signal ended, as shells count it.
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
  /// Fewer files may be open than a session needs.
  case noDescriptors

  /// What is wrong and what to do.
  package var description: String {
    switch self {
    case .noTerminal: "there is no terminal here"
    case .unusableTerminal(let name):
      "the terminal \"\(name)\" cannot show the dashboard (is TERM set rightly?)"
    case .noResources: "there is too little memory to start with (see ulimit -v)"
    case .noDescriptors: "too few files may be open here to start with (see ulimit -n)"
    }
  }
}

/// A descriptor of the program's own that a session waits for beside the terminal.
package struct WatchedDescriptor: Sendable {
  /// The descriptor.
  package var descriptor: Int32
  /// What to wait for, as `poll` counts it: `POLLIN`, `POLLOUT` or both.
  package var events: Int16

  /// A descriptor with what to wait for.
  package init(_ descriptor: Int32, events: Int16) {
    self.descriptor = descriptor
    self.events = events
  }
}
