import CPseudoTerminal
package import Canvas
import Glibc

/// A program that runs in a pseudo-terminal of its own.
///
/// The program leads a session whose controlling terminal is the pseudo-terminal, as under a
/// login shell. Its environment holds only what is given, a plain `PATH`, `TERM`
/// (xterm-256color) and `LANG` (C.UTF-8), so that a test does not depend on who runs it.
/// What is left of the program is killed when the value goes away.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Ending: Equatable, Sendable {
    /// It ended by itself with an exit code.
    case exited(Int32)
    /// A signal ended it.
    case killed(signal: Int32)
  }

  /// What went wrong before the program ran.
  package struct Fault: Error, CustomStringConvertible {
    /// The call that failed and why.
    package var description: String

    init(_ call: String, _ code: Int32 = errno) {
      description = "\(call): \(String(cString: strerror(code)))"
    }
  }

  /// The program's process id; it leads its session and process group.
  package let process: Int32
  /// The modes of the terminal before the program ran.
  package let modesBefore: TerminalModes?
  /// All bytes that the program has sent and that were read.
  package internal(set) var output: [UInt8] = []
  /// Whether reading answers the program's questions for the terminal's status, as terminals do.
  package var answersStatus = true
  /// How the program ended, once `wait` has seen it.
  package internal(set) var ending: Ending?

  var main: Int32
  // Kept open so that the modes can be read after the program has ended.
  let line: Int32

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - program: The path of the program.
  ///   - arguments: Its arguments, without its own name.
  ///   - size: The columns and rows of the terminal.
  ///   - environment: Variables that are added to the plain environment or replace it; an empty
  ///     value stays empty.
  package init(
    _ program: String, _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws(Fault) {
    main = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard main >= 0 else { throw Fault("posix_openpt") }
    guard grantpt(main) == 0, unlockpt(main) == 0 else { throw Fault("unlockpt") }
    var buffer = [CChar](repeating: 0, count: 128)
    guard ptsname_r(main, &buffer, buffer.count) == 0 else { throw Fault("ptsname_r") }
    line = open(buffer, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard line >= 0 else { throw Fault("open") }
    Self.setSize(main, size)
    modesBefore = TerminalModes(of: main)
    process = try Self.spawn(program, arguments, on: buffer, environment)
    _ = fcntl(main, F_SETFL, fcntl(main, F_GETFL) | O_NONBLOCK)
  }

  deinit {
    if ending == nil {
      kill(-process, SIGKILL)
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    hangUp()
    close(line)
  }

  /// Closes the terminal's side, as a line that drops does.
  package func hangUp() {
    if main >= 0 { close(main) }
    main = -1
  }

  /// Changes the terminal's size; the program gets SIGWINCH.
  package func resize(_ size: Size) { Self.setSize(main, size) }

  /// Sends a signal to the program.
  package func signal(_ number: Int32) { kill(process, number) }

  /// The modes of the terminal now; nil once it has hung up.
  package var modes: TerminalModes? { TerminalModes(of: main) }

  static func setSize(_ descriptor: Int32, _ size: Size) {
    var value = winsize()
    value.ws_col = UInt16(clamping: size.width)
    value.ws_row = UInt16(clamping: size.height)
    _ = ioctl(descriptor, UInt(TIOCSWINSZ), &value)
  }
}
