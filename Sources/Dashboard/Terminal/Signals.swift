import CNcurses
import Glibc

/// Signals as a descriptor to poll, and handlers that restore the terminal if the program crashes.
///
/// Only this file calls the functions of the shim that keep state. Handlers write the number of a
/// signal into a pipe, so that all the work is done outside them. There is one value at a time. A
/// program that no longer reads is ended by the third SIGINT, SIGTERM or SIGHUP.
package struct Signals {
  /// The signals that ask any program to end.
  package static let ending = [SIGINT, SIGHUP, SIGTERM]
  /// The signals that a session receives.
  ///
  /// Signals of timers and limits, which the program does not set itself, and user-defined signals
  /// would end the program, so they ask it to end.
  private static let ofScreen =
    ending + [
      SIGWINCH, SIGCONT, SIGTSTP, SIGALRM, SIGVTALRM, SIGPROF, SIGUSR1, SIGUSR2, SIGXCPU, SIGIO,
      SIGPWR, SIGSTKFLT,
    ]
  /// Signals whose cause a failing system call also reports: a closed pipe or a file that may not
  /// grow.
  private static let ignored = [SIGPIPE, SIGXFSZ]
  /// Signals that end the program at once.
  private static let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGQUIT]

  /// The end of the pipe to poll.
  package let descriptor: Int32
  private let writing: Int32
  private let handled: [Int32]
  private var before: [(number: Int32, action: sigaction)] = []

  /// Takes some signals from now on, for a program without a screen; nil if no descriptors are
  /// left.
  @inline(never)
  package init?(_ numbers: [Int32]) { self.init(numbers, crashes: []) }

  private init?(_ notified: [Int32], crashes: [Int32]) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    (descriptor, writing) = (ends[0], ends[1])
    handled = notified + crashes
    cncurses_guard_open(writing)
    for number in notified { cncurses_guard_handle(number, false) }
    for number in crashes { cncurses_guard_handle(number, true) }
  }

  /// Takes the signals of a program with a screen and those of a crash; nil if no descriptors are
  /// left.
  static func ofSession() -> Signals? {
    guard var signals = Signals(ofScreen, crashes: crashes) else { return nil }
    var ignore = sigaction()
    ignore.__sigaction_handler.sa_handler = SIG_IGN
    for number in ignored {
      var previous = sigaction()
      sigaction(number, &ignore, &previous)
      signals.before.append((number, previous))
    }
    return signals
  }

  /// From now on a crash sends the bytes and sets the modes.
  @inline(never)
  func arm(terminal: Int32, modes: termios, farewell: [UInt8]) {
    var modes = modes
    farewell.withUnsafeBytes {
      cncurses_guard_arm(
        terminal, &modes, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count)
    }
  }

  /// The signals since the last call, each once, in the order of their first arrival.
  @inline(never)
  package func taken() -> [Int32] {
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

  /// Keeps output to standard error until the terminal is given back.
  @inline(never)
  func keepMessages() { cncurses_guard_capture() }

  /// Shows the kept messages after the terminal is given back.
  @inline(never)
  func showMessages() { cncurses_guard_show_captured() }

  /// Stops the process as Ctrl-Z does; returns when it continues.
  @inline(never)
  func stopProcess() { cncurses_guard_stop() }

  /// Restores all handlers and closes the pipe.
  @inline(never)
  func close() {
    cncurses_guard_disarm()
    for number in handled { cncurses_guard_release(number) }
    for (number, var previous) in before { sigaction(number, &previous, nil) }
    Glibc.close(descriptor)
    Glibc.close(writing)
  }
}
