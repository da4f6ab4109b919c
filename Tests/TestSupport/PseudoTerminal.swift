import CPseudoTerminal
package import Canvas
import Glibc

/// A program that runs in a pseudo-terminal of its own.
///
/// The program leads a session whose controlling terminal is the pseudo-terminal, as under a login
/// shell. Its environment contains only what is given, a plain `PATH`, `TERM` (xterm-256color) and
/// `LANG` (C.UTF-8), so that a test does not depend on who runs it. If the program still runs when
/// the value goes away, it is killed.
package final class PseudoTerminal {
  /// How a program ended.
  package enum Ending: Equatable, Sendable {
    /// It ended by itself with an exit code.
    case exited(Int32)
    /// A signal ended it.
    case killed(signal: Int32)
  }

  /// Why the program could not be started.
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
  /// Whether reading answers the program's status requests, as terminals do.
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

  /// Closes the terminal's side, like a dropped line.
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

  // MARK: Starting the program

  /// Starts the program as the leader of a session; opening the line makes it its terminal.
  static func spawn(
    _ program: String, _ arguments: [String], on line: [CChar], _ environment: [String: String]
  ) throws(Fault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, line, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes,
      Int16(0x80 /* SETSID */) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    var variables = [
      "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8",
      // Swift's own crash reporter would hold the dead program for half a minute.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    variables.merge(environment) { $1 }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw Fault("posix_spawn \(program)", code) }
    return process
  }

  // MARK: Reading and typing

  /// Types bytes; those that the program does not read within two seconds are dropped.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    let deadline = Self.now() + 2000
    while !rest.isEmpty, main >= 0, Self.now() < deadline {
      let count = rest.withUnsafeBytes { write(main, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else {
        _ = read(timeout: 10)
      }
    }
  }

  /// Types text as UTF-8.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Reads what the program has sent.
  ///
  /// - Parameter timeout: How long to wait for a first byte, in milliseconds.
  /// - Returns: The bytes that were there, which are appended to `output` as well.
  @discardableResult
  package func read(timeout: Int) -> [UInt8] {
    guard main >= 0 else { return [] }
    var descriptor = pollfd(fd: main, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, Int32(clamping: timeout)) > 0 else { return [] }
    var new: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = Glibc.read(main, &buffer, buffer.count)
      guard count > 0 else { break }
      new += buffer.prefix(count)
    }
    // A request may have arrived in two parts.
    let start = max(0, output.count - Self.question.count + 1)
    output += new
    guard answersStatus else { return new }
    let answer = "\u{1b}[0n"
    for _ in output[start...].ranges(of: Self.question) {
      _ = write(main, answer, answer.utf8.count)
    }
    return new
  }

  /// The request for a device status report.
  package static let question = Array("\u{1b}[5n".utf8)

  /// Reads at most some bytes of what the program has sent, without waiting.
  func read(atMost limit: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = Glibc.read(main, &buffer, limit)
    let new = Array(buffer.prefix(max(0, count)))
    output += new
    return new
  }

  /// Waits without reading, in milliseconds.
  func pause(_ milliseconds: UInt32) { usleep(milliseconds * 1000) }

  /// Reads until the program has sent nothing for a while.
  ///
  /// - Parameters:
  ///   - quiet: How long the silence after some output must last, in milliseconds.
  ///   - timeout: The total wait, in milliseconds.
  /// - Returns: The bytes that came, which are appended to `output` as well.
  @discardableResult
  package func readUntilQuiet(_ quiet: Int = 60, timeout: Int = 5000) -> [UInt8] {
    let start = output.count
    let deadline = Self.now() + timeout
    while Self.now() < deadline {
      let wait = output.count == start ? deadline - Self.now() : quiet
      if read(timeout: wait).isEmpty { break }
    }
    return Array(output[start...])
  }

  /// Reads pending output until nothing arrives for a while; may read nothing.
  package func settle(_ quiet: Int = 80) {
    while !read(timeout: quiet).isEmpty {}
  }

  /// Reads until a condition holds; checks it after each arrival.
  ///
  /// - Parameter timeout: The total wait, in milliseconds.
  /// - Returns: Whether the condition holds.
  package func read(timeout: Int = 5000, until condition: (PseudoTerminal) -> Bool) -> Bool {
    let deadline = Self.now() + timeout
    while !condition(self) {
      guard Self.now() < deadline else { return false }
      read(timeout: 20)
    }
    return true
  }

  /// Reads until the program has sent a text, anywhere after a place in `output`.
  package func read(until text: String, from start: Int = 0, timeout: Int = 5000) -> Bool {
    let wanted = Array(text.utf8)
    return read(timeout: timeout) { $0.output.dropFirst(start).firstRange(of: wanted) != nil }
  }

  /// Waits for the program's end and reads its remaining output.
  ///
  /// - Parameter timeout: How long to wait, in milliseconds.
  /// - Returns: How it ended, or nil if it still runs.
  @discardableResult
  package func wait(timeout: Int = 5000) -> Ending? {
    let deadline = Self.now() + timeout
    while ending == nil, Self.now() < deadline {
      read(timeout: main >= 0 ? 10 : 0)
      if main < 0 { usleep(5000) }
      var status: Int32 = 0
      guard waitpid(process, &status, WNOHANG) == process else { continue }
      let signal = status & 0x7f
      ending = signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
    }
    while !read(timeout: 0).isEmpty {}
    return ending
  }

  /// Milliseconds of a clock that only goes forward.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
