import Glibc

/// Another program of the machine, such as git, an editor or a converter.
///
/// It is started directly, never through a shell, so no text becomes a command. Its signals are set
/// back to what programs expect.
package struct ExternalProgram: Sendable {
  /// Why a program gave no result.
  package enum Fault: Error, Hashable {
    /// It could not be started, read or written.
    case system(SystemError)
    /// It took too long and was killed.
    case slow
    /// It wrote more than the limit and was killed.
    case long
  }

  /// What a program left when it ended.
  package struct Result: Sendable {
    /// Its exit status; 128 and the signal's number if a signal ended it.
    package var status: Int32
    /// What it wrote to the standard output.
    package var output: [UInt8]
    /// What it wrote to the standard error; at most the first 64 KiB.
    package var errors: [UInt8]
  }

  /// The file of the program.
  package let path: String

  /// The program with a name; nil if no folder of `PATH` has it.
  ///
  /// Relative folders of `PATH` are not searched: they would let a dossier's folder bring programs.
  package init?(_ name: String) {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let places = folders.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(name)" }
    guard !name.contains("/"), let found = places.first(where: { access($0, X_OK) == 0 }) else {
      return nil
    }
    self.init(path: found)
  }

  private init(path: String) { self.path = path }

  /// The program that a command line begins with: a path from the root, or a name as above.
  package init?(command: String) {
    guard command.hasPrefix("/") else {
      self.init(command)
      return
    }
    guard access(command, X_OK) == 0 else { return nil }
    self.init(path: command)
  }

  /// Starts the program beside this one and does not wait for it.
  package func start(_ words: [String]) throws(Fault) {
    let none = open("/dev/null", O_RDWR | O_CLOEXEC)
    guard none >= 0 else { throw .system(.last) }
    defer { close(none) }
    let process = try spawn(words, [none, none, none])
    // Programs that hand over to a running one end at once.
    var status: Int32 = 0
    usleep(20_000)
    waitpid(process, &status, WNOHANG)
  }

  /// Runs the program and collects what it writes.
  ///
  /// `SIGPIPE` must be ignored, as the program does at its start: another program may end without
  /// reading all of its input.
  ///
  /// - Parameters:
  ///   - words: What follows the program's name.
  ///   - input: What it reads from the standard input.
  ///   - limit: The most bytes that it may write.
  ///   - seconds: How long it may take.
  package func run(
    _ words: [String], input: [UInt8] = [], limit: Int = 64 << 20,
    seconds: Int = 60
  ) throws(Fault) -> Result {
    var pipes: [[Int32]] = []
    for _ in 0..<3 {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        let error = SystemError.last
        pipes.joined().forEach { close($0) }
        throw .system(error)
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      pipes.append(ends)
    }
    let process: pid_t
    do {
      defer { for end in [pipes[0][0], pipes[1][1], pipes[2][1]] { close(end) } }
      process = try spawn(words, [pipes[0][0], pipes[1][1], pipes[2][1]])
    } catch {
      for end in [pipes[0][1], pipes[1][0], pipes[2][0]] { close(end) }
      throw error
    }
    var talk = Conversation(
      input: input[...], ends: [pipes[0][1], pipes[1][0], pipes[2][0]],
      end: Clock.now + seconds * 1000, limit: limit)
    let fault = talk.run()
    if fault != nil { kill(process, SIGKILL) }
    let status = Self.wait(for: process)
    if let fault { throw fault }
    return Result(status: status, output: talk.output, errors: talk.errors)
  }

  /// Runs the program on the terminal that this one has, and waits until it ends.
  ///
  /// - Returns: Its exit status, as in `Result`.
  package func takeTerminal(_ words: [String]) throws(Fault) -> Int32 {
    Self.wait(for: try spawn(words, [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]))
  }

  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  private func spawn(
    _ words: [String], _ standard: [Int32]
  ) throws(Fault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for (number, descriptor) in standard.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    var argv = ([path] + words).map { strdup($0) } + [nil]
    defer { argv.forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, &argv, environ)
    guard code == 0 else { throw .system(SystemError(code)) }
    return process
  }
}

/// Feeds a program's input and takes its output at the same time, so that neither waits for the
/// other.
private struct Conversation {
  var input: ArraySlice<UInt8>
  /// Our ends of its standard input, output and error; -1 when closed.
  var ends: [Int32]
  let end: Int
  let limit: Int
  var output: [UInt8] = []
  var errors: [UInt8] = []

  private static let errorLimit = 1 << 16

  init(input: ArraySlice<UInt8>, ends: [Int32], end: Int, limit: Int) {
    self.input = input
    self.ends = ends
    self.end = end
    self.limit = limit
    // A program that does not read would otherwise block us.
    _ = fcntl(ends[0], F_SETFL, O_NONBLOCK)
  }

  /// Talks until the program has closed both outputs; a fault tells why it must be ended.
  mutating func run() -> ExternalProgram.Fault? {
    defer { for index in ends.indices { shut(index) } }
    if input.isEmpty { shut(0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ends[1] >= 0 || ends[2] >= 0 {
      var waiting = [
        pollfd(fd: ends[0], events: Int16(POLLOUT), revents: 0),
        pollfd(fd: ends[1], events: Int16(POLLIN), revents: 0),
        pollfd(fd: ends[2], events: Int16(POLLIN), revents: 0),
      ]
      let left = end - Clock.now
      guard left > 0 else { return .slow }
      if poll(&waiting, 3, Int32(clamping: left)) < 0, errno != EINTR { return .system(.last) }
      if waiting[0].revents != 0 { feed() }
      for index in 1...2 where waiting[index].revents != 0 { take(index, &buffer) }
      if output.count > limit { return .long }
    }
    return nil
  }

  private mutating func feed() {
    let count = input.withUnsafeBytes { write(ends[0], $0.baseAddress, $0.count) }
    if count > 0 { input = input.dropFirst(count) }
    // A program may end without reading everything.
    if input.isEmpty || count < 0 && errno != EAGAIN && errno != EINTR { shut(0) }
  }

  private mutating func take(_ index: Int, _ buffer: inout [UInt8]) {
    let count = read(ends[index], &buffer, buffer.count)
    if count < 0, errno == EINTR { return }
    guard count > 0 else { return shut(index) }
    if index == 1 {
      output += buffer[..<count]
    } else if errors.count < Self.errorLimit {
      errors += buffer[..<count]
    }
  }

  private mutating func shut(_ index: Int) {
    if ends[index] >= 0 { close(ends[index]) }
    ends[index] = -1
  }
}
