import Glibc
import TestSupport

/// One run of the program in pipes: what it printed and how it ended.
struct CommandRun {
  /// The bytes of the standard output.
  var output: [UInt8] = []
  /// The bytes of the standard error.
  var errors: [UInt8] = []
  /// The exit code; minus the signal's number where a signal ended it.
  var code: Int32 = -1

  /// The standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// The standard error as text.
  var complaint: String { String(decoding: errors, as: UTF8.self) }
  /// The lines of the standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// The first byte of either stream that a terminal would obey; nil when there is none.
  var controlByte: UInt8? {
    let text = String(decoding: output + errors, as: UTF8.self)
    let control = text.unicodeScalars.first { scalar in
      scalar != "\n" && scalar.properties.generalCategory == .control
    }
    return control.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// Runs `dossier` with arguments and without a terminal.
  ///
  /// - Parameters:
  ///   - program: The path of another program to run in its place.
  ///   - environment: Variables beside `PATH` and a `HOME` that nothing can be written to.
  ///   - input: The file that is the standard input.
  ///   - closesOutput: Whether the reader of the standard output goes away before the start.
  init(
    _ arguments: [String], program: String = BuiltProduct.path("dossier"),
    environment: [String: String] = [:], input: String = "/dev/null", closesOutput: Bool = false
  ) throws {
    var outputPipe: [Int32] = [0, 0]
    var errorPipe: [Int32] = [0, 0]
    guard Self.makePipe(&outputPipe), Self.makePipe(&errorPipe) else {
      throw CommandFault()
    }
    defer { close(errorPipe[0]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, outputPipe[1], 1)
    posix_spawn_file_actions_adddup2(&actions, errorPipe[1], 2)
    var variables = ["PATH": "/usr/bin:/bin", "HOME": "/dev/null", "LANG": "C.UTF-8"]
    variables.merge(environment) { $1 }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    if closesOutput { close(outputPipe[0]) }
    var process: pid_t = 0
    let started = posix_spawn(&process, program, &actions, nil, &argv, &envp)
    close(outputPipe[1])
    close(errorPipe[1])
    defer { if !closesOutput { close(outputPipe[0]) } }
    guard started == 0 else { throw CommandFault() }
    read(closesOutput ? -1 : outputPipe[0], errorPipe[0])
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    code = status & 0x7f == 0 ? (status >> 8) & 0xff : -(status & 0x7f)
  }

  /// Two connected ends: the first to read, the second for the program.
  ///
  /// A pair of sockets, since these alone are closed in other programs from
  /// the moment that they are made.
  private static func makePipe(_ ends: inout [Int32]) -> Bool {
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    return socketpair(AF_UNIX, kind, 0, &ends) == 0
  }

  /// Reads both ends until both are closed.
  private mutating func read(_ output: Int32, _ errors: Int32) {
    var ends = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ends.contains(where: { $0.fd >= 0 }) {
      guard poll(&ends, 2, 30_000) > 0 else { return }
      for index in ends.indices where ends[index].fd >= 0 && ends[index].revents != 0 {
        let count = Glibc.read(ends[index].fd, &buffer, buffer.count)
        if count <= 0 {
          ends[index].fd = -1
        } else if index == 0 {
          self.output += buffer.prefix(count)
        } else {
          self.errors += buffer.prefix(count)
        }
      }
    }
  }
}

/// The program could not be started.
struct CommandFault: Error {}
