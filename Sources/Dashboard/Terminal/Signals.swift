import CNcurses
import Glibc

/// The signals of a session and the net that gives the terminal back when the program dies.
///
/// The only file that calls the functions of the shim that keep state. Handlers write the
/// number of a signal into a pipe, so that all the work is done outside of them.
struct Signals {
  /// Signals that are passed on through the pipe.
  ///
  /// Those of timers and limits, which the program does not set itself, and those that mean what
  /// users agree on ask it to end, as they would otherwise.
  private static let notified = [
    SIGWINCH, SIGTERM, SIGINT, SIGHUP, SIGCONT, SIGTSTP, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1,
    SIGUSR2, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT,
  ]
  /// Signals whose cause a call of the system tells as well: a reader that is gone, a file that may
  /// not grow.
  private static let ignored = [SIGPIPE, SIGXFSZ]
  /// Signals that end the program where it stands.
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT]

  /// The end of the pipe to poll and read.
  let descriptor: Int32
  private let writing: Int32
  private let before: [sigaction]

  /// Opens the pipe and sets the handlers; nil where there are no descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    descriptor = ends[0]
    writing = ends[1]
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    before = Self.ignored.map { number in
      var previous = sigaction()
      sigaction(number, &ignore, &previous)
      return previous
    }
    cncurses_guard_open(writing)
    for number in Self.notified { cncurses_guard_handle(number, false) }
    for number in Self.crashes { cncurses_guard_handle(number, true) }
  }

  /// From here on a crash sends the bytes and sets the modes.
  @inline(never)
  func arm(terminal: Int32, modes: termios, farewell: [UInt8]) {
    var modes = modes
    farewell.withUnsafeBytes {
      cncurses_guard_arm(
        terminal, &modes, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }

  /// The signals that came since the last call, each once, in the order of their first arrival.
  @inline(never)
  func taken() -> [Int32] {
    var numbers: [Int32] = []
    var bytes = [UInt8](repeating: 0, count: 256)
    while true {
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { break }
      for byte in bytes.prefix(count) where !numbers.contains(Int32(byte)) {
        numbers.append(Int32(byte))
      }
    }
    for number in numbers { cncurses_guard_taken(number) }
    return numbers
  }

  /// Keeps what is written to standard error until the terminal is given back.
  @inline(never)
  func keepMessages() { cncurses_guard_capture() }

  /// Shows the kept messages, when the screen is the shell's again.
  @inline(never)
  func showMessages() { cncurses_guard_show_captured() }

  /// Stops the process as Ctrl-Z does; returns when it goes on.
  @inline(never)
  func stopProcess() { cncurses_guard_stop() }

  /// Puts all handlers back and closes the pipe.
  @inline(never)
  func close() {
    cncurses_guard_disarm()
    for number in Self.notified + Self.crashes { cncurses_guard_release(number) }
    for (number, var previous) in zip(Self.ignored, before) { sigaction(number, &previous, nil) }
    Glibc.close(descriptor)
    Glibc.close(writing)
  }
}
