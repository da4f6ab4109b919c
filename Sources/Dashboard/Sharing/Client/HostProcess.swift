package import Glibc
import System

/// The background process that keeps a briefing.
///
/// It has its own session, so that it outlives the terminal that it was started from, and inherits
/// no descriptor of its parent.
package struct HostProcess: Sendable {
  /// The process's id.
  package let process: pid_t

  /// The descriptor of the pipe into which the new process writes that it is ready.
  static let readiness: Int32 = 3

  /// Starts a host and waits until its sockets are there.
  ///
  /// - Parameters:
  ///   - program: The program, which calls `serve` when it gets these words.
  ///   - words: Its arguments.
  /// - Throws: `host` with the new process's own message if it cannot serve.
  package static func start(
    _ program: String = "/proc/self/exe", words: [String]
  ) throws(SharingFault) -> HostProcess {
    let (reading, writing) = try makePipe()
    defer { close(reading) }
    let process: pid_t
    do {
      defer { close(writing) }
      process = try spawn(program, words, writing)
    }
    let answer = read(reading)
    if answer == "ready\n" { return HostProcess(process: process) }
    kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let reason = answer.prefix { $0 != "\n" }
    throw .host(
      reason.isEmpty ? "the background process of the briefing did not start" : String(reason))
  }

  /// Whether the process has ended; if so, it is reaped.
  package func hasEnded() -> Bool {
    var status: Int32 = 0
    return waitpid(process, &status, WNOHANG) != 0
  }

  /// Serves a briefing in this process, which `start` has started, until it ends.
  ///
  /// SIGHUP does nothing from now on: the briefing outlives the presenter's line.
  ///
  /// - Parameter stop: Makes the descriptor that becomes readable when the process is asked to end;
  ///   nil if no descriptor is left.
  /// - Returns: Whether there was anything to serve.
  package static func serve(
    _ place: BriefingPlace, audienceMode: mode_t, stop: () -> Int32?
  ) -> Bool {
    closefrom(readiness + 1)
    chdir("/")
    signal(SIGHUP, SIG_IGN)
    guard let stop = stop() else {
      say("cannot start the briefing's background process\n")
      return false
    }
    do {
      let sockets = try BriefingSockets(place, audienceMode: audienceMode)
      say("ready\n")
      _ = Host(sockets, stop: stop).run()
      return true
    } catch {
      say(error.message + "\n")
      return false
    }
  }

  private static func say(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(readiness, bytes, bytes.count)
    close(readiness)
  }

  /// A pipe whose ends have numbers that the new process does not use for anything else.
  private static func makePipe() throws(SharingFault) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("cannot start a briefing", errno) }
    let copies = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
    ends.forEach { close($0) }
    guard copies[0] >= 0, copies[1] >= 0 else {
      copies.filter { $0 >= 0 }.forEach { close($0) }
      throw .system("cannot start a briefing", EMFILE)
    }
    return (copies[0], copies[1])
  }

  /// Reads what the new process says until it closes the pipe, for at most ten seconds.
  private static func read(_ descriptor: Int32) -> String {
    let deadline = Clock.now + 10_000
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1024)
    while bytes.count < 4096 {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let left = deadline - Clock.now
      guard left > 0 else { break }
      guard poll(&waiting, 1, Int32(clamping: left)) > 0 else { continue }
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      bytes += buffer.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func spawn(
    _ program: String, _ words: [String], _ pipe: Int32
  ) throws(SharingFault) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    for standard in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, pipe, readiness)
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    // POSIX_SPAWN_SETSID, which Glibc shows to GNU programs only.
    posix_spawnattr_setflags(
      &attributes, Int16(0x80) | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let allWords: [String] = ["dossier"] + words
    var argv = allWords.map { strdup($0) } + [nil]
    // The environment is not needed, and it may contain secrets of the presenter's session.
    let variables: [String] = ["PATH=/usr/bin:/bin", "SWIFT_BACKTRACE=enable=no"]
    var envp = variables.map { strdup($0) } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, &attributes, &argv, &envp)
    guard code == 0 else { throw .system("cannot start '\(program)'", code) }
    return process
  }
}
