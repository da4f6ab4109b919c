import Glibc
import Reading
import TestSupport
import Testing

/// OpenSSH's server on a free port of this machine, with keys made for one test.
///
/// It lets in the account that runs the test, since a server that is not root's can let in no
/// other. It ends, with all that it has started, when the value goes away.
final class SSHServer {
  /// Where Debian's package has it.
  static let program = "/usr/sbin/sshd"
  static let reason: Comment = "no OpenSSH server here; '.ci/setup test' says where it installs one"

  /// Whether there is a server, and whether its account may log in.
  static var isThere: Bool {
    guard access(program, X_OK) == 0 else { return false }
    // A locked account is let in by no key; only root can look, and only root has to.
    let lock = Files.read("/etc/shadow")?.split(separator: "\n").contains {
      $0.hasPrefix("root:!")
    }
    return getuid() != 0 || lock != true
  }

  /// Where keys, settings, the server's log and the sessions' state are.
  let folder: CommandFolder
  /// The port that it listens on.
  let port: Int
  private let terminal: PseudoTerminal

  /// The account that is let in.
  static var account: String {
    guard let entry = getpwuid(getuid()) else { return "root" }
    return String(cString: entry.pointee.pw_name)
  }

  /// Starts a server.
  ///
  /// - Parameter lines: Settings behind the test's own, made from the folder.
  init(_ lines: (CommandFolder) throws -> String = { _ in "" }) throws {
    folder = try CommandFolder()
    for name in ["host", "guest"] { try Self.makeKey("\(folder.path)/\(name)") }
    try folder.write("keys", try #require(folder.read("guest.pub")))
    // Privileges are given up in a folder that the package's service makes.
    if getuid() == 0 { mkdir("/run/sshd", 0o755) }
    let more = try lines(folder)
    var started: (Int, PseudoTerminal)?
    // A port that was free may be taken before the server has it.
    for _ in 0..<3 where started == nil {
      let port = try Self.freePort()
      try folder.write("sshd_config", Self.settings(folder, port) + more + "\n")
      try folder.write("log", "")
      let terminal = try PseudoTerminal(
        Self.program, ["-D", "-f", "\(folder.path)/sshd_config", "-E", "\(folder.path)/log"])
      let folder = folder
      let isUp = terminal.read(timeout: 10_000) { _ in
        folder.read("log")?.contains("Server listening") == true
      }
      if isUp { started = (port, terminal) }
    }
    let log = folder.read("log") ?? ""
    (port, terminal) = try #require(started, "sshd did not start: \(log)")
    let host = try #require(folder.read("host.pub"))
    try folder.write("known_hosts", "[127.0.0.1]:\(port) \(host)")
  }

  private static func settings(_ folder: CommandFolder, _ port: Int) -> String {
    """
    Port \(port)
    ListenAddress 127.0.0.1
    HostKey \(folder.path)/host
    PidFile none
    AuthorizedKeysFile \(folder.path)/keys
    # The folder's own folder belongs to everybody.
    StrictModes no
    UsePAM no
    PermitRootLogin prohibit-password
    PasswordAuthentication no
    KbdInteractiveAuthentication no
    PrintMotd no
    PrintLastLog no
    AcceptEnv LANG LC_*
    SetEnv XDG_STATE_HOME=\(folder.path) XDG_RUNTIME_DIR=\(folder.path)
    Subsystem sftp internal-sftp

    """
  }

  /// The options with which `ssh` and `sftp` reach it; the port apart, whose letter differs.
  var options: [String] {
    let settings = [
      "IdentitiesOnly=yes", "BatchMode=yes", "LogLevel=ERROR", "SendEnv=LANG", "ConnectTimeout=20",
      "UserKnownHostsFile=\(folder.path)/known_hosts", "GlobalKnownHostsFile=/dev/null",
    ]
    return ["-F", "none", "-i", "\(folder.path)/guest"] + settings.flatMap { ["-o", $0] }
  }

  /// Where `ssh` and `sftp` go.
  var address: String { "\(Self.account)@127.0.0.1" }

  /// The arguments of `ssh`: options of one's own, then those that reach the server, and a command.
  func arguments(_ own: [String] = [], _ command: [String] = []) -> [String] {
    own + options + ["-p", "\(port)", address] + command
  }

  /// Runs a client to its end, at most for 20 seconds.
  func run(_ arguments: [String]) throws -> CommandRun {
    try CommandRun(["-k", "1", "20"] + arguments, program: "/usr/bin/timeout")
  }

  /// The processes that sessions on this server, or programs with its folder for their state,
  /// have left running.
  var processes: [Int32] {
    guard let stream = opendir("/proc") else { return [] }
    defer { closedir(stream) }
    let mark = "XDG_STATE_HOME=\(folder.path)"
    var found: [Int32] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard let number = Int32(name), number != getpid() else { continue }
      let environment = Files.read("/proc/\(name)/environ") ?? ""
      if environment.split(separator: "\0").contains(Substring(mark)) { found.append(number) }
    }
    return found
  }

  /// Whether nothing is left running within a time, in milliseconds.
  func isQuiet(timeout: Int = DashboardRun.patience) -> Bool {
    terminal.read(timeout: timeout) { _ in processes.isEmpty }
  }

  private static func makeKey(_ path: String) throws {
    let run = try CommandRun(
      ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", path], program: "/usr/bin/ssh-keygen")
    try #require(run.code == 0, "\(run.complaint)")
  }

  private static func freePort() throws -> Int {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 ? getsockname(descriptor, $0, &length) : -1
      }
    }
    try #require(code == 0)
    return Int(UInt16(bigEndian: address.sin_port))
  }
}
