import Glibc
import TestSupport
import Testing

@testable import Confinement

/// That a confined process can do nothing that a dashboard does not do.
///
/// A probe confines itself and makes one call. Each layer is tried alone as well, so that neither leans
/// on the other, and without any, so that the call is known to be possible.
struct ConfinementTests {
  /// How a call ended.
  enum Outcome: Equatable {
    case done
    case error(Int32)
    case killed
    /// The kernel has no such layer.
    case untried
  }

  private static func call(
    _ layers: String, _ words: String, folder: String = ""
  ) throws -> Outcome {
    let run = try CommandRun(
      [layers, folder] + words.split(separator: " ").map(String.init),
      program: BuiltProduct.path("ConfinementProbe"))
    if run.code == 4 { return .untried }
    if run.code == -SIGSYS { return .killed }
    try #require(run.code == 0, "\(words): \(run.code) \(run.complaint)")
    // A program that took the probe's place says nothing.
    return Int32(run.text.dropLast()).map { .error($0) } ?? .done
  }

  private static let refused = Outcome.error(EPERM)

  /// Whether a call ended as it should, or could not be tried.
  private func expect(
    _ layers: String, _ words: String, _ outcome: Outcome, folder: String = "",
    at place: SourceLocation = #_sourceLocation
  ) throws {
    let found = try Self.call(layers, words, folder: folder)
    #expect(found == outcome || found == .untried, "\(layers): \(words)", sourceLocation: place)
  }

  @Test(arguments: [
    "execve :/bin/true 0 0", "fork", "socket 1 1 0", "ptrace 0 0 0", "unshare 0",
  ])
  func whatOnlyABreakInWouldDoEndsTheProcess(_ words: String) throws {
    #expect(try Self.call("", words) == .done)
    try expect("c", words, .killed)
    try expect("pfc", words, .killed)
  }

  @Test(arguments: [
    "openat -100 :/etc/passwd 0", "openat -100 :/dev/null 1", "kill parent 0",
    "tgkill parent parent 0", "mprotect 0 0 4", "prctl 4 1", "setpriority 0 0 0", "umask 0",
    "chdir :/", "getdents64 0 0 0", "setsid 0",
  ])
  func whatTheDashboardDoesNotDoIsRefused(_ words: String) throws {
    #expect(try Self.call("", words) != Self.refused)
    try expect("c", words, Self.refused)
  }

  @Test func theTerminalCannotBeMadeToType() throws {
    // There is no terminal here, which is another fault.
    #expect(try Self.call("", "ioctl 0 21522 :x") == .error(ENOTTY))
    try expect("c", "ioctl 0 21522 :x", Self.refused)
    // The upper half of the request is not read by the kernel, and must not hide it.
    try expect("c", "ioctl 0 \(1 << 32 | 21522) :x", Self.refused)
    try expect("c", "ioctl 0 \(TIOCGWINSZ) 0", .error(ENOTTY))
  }

  @Test(arguments: ["getpid", "mprotect 0 0 3", "tgkill self self 0", "fcntl 1 1"])
  func whatTheDashboardNeedsIsOpen(_ words: String) throws {
    try expect("pfc", words, .done)
  }

  @Test func noPathLeadsToAFile() throws {
    let folder = try CommandFolder(["kept": "1", "linked": ""])
    let tries = [
      "openat -100 :/etc/passwd 0", "openat -100 :\(folder.path)/kept 0",
      "openat -100 :\(folder.path)/kept 1", "openat -100 :\(folder.path)/new 66 384",
      "openat -100 :/dev/tty 2", "truncate :\(folder.path)/kept 0",
      "unlink :\(folder.path)/kept", "mkdir :\(folder.path)/new 448",
      "symlink :/etc :\(folder.path)/new", "execve :/bin/true 0 0",
    ]
    for words in tries { try expect("f", words, .error(EACCES)) }
    #expect(folder.read("kept") == "1" && folder.read("new") == nil)
  }

  @Test(arguments: ["f", "fc", "pfc"])
  func aFolderThatIsToBeKeptIsAllThatIsOpen(_ layers: String) throws {
    let folder = try CommandFolder(["kept/file": "1", "other/file": "1"])
    let path = folder.path
    func expect(_ words: String, _ outcome: Outcome) throws {
      try self.expect(layers, words, outcome, folder: "\(path)/kept")
    }
    try expect("openat -100 :\(path)/kept/file 0", .done)
    try expect("openat -100 :\(path)/kept/draft 193 384", .done)
    try expect("rename :\(path)/kept/draft :\(path)/kept/file", .done)
    try expect("unlink :\(path)/kept/file", .done)
    try expect("openat -100 :\(path)/other/file 0", .error(EACCES))
    try expect("openat -100 :\(path)/kept/../other/file 1", .error(EACCES))
    try expect("openat -100 :\(path)/other/new 193 384", .error(EACCES))
    try expect("unlink :\(path)/other/file", .error(EACCES))
    try expect("openat -100 :/etc/passwd 0", .error(EACCES))
    #expect(folder.read("other/file") == "1" && folder.read("kept/file") == nil)
  }

  @Test func theEnvironmentKeepsNamesAlone() {
    let given = [
      "TERM": "xterm-256color", "LANG": "de_DE.UTF-8@euro", "LC_ALL": "../../tmp/locale",
      "LC_CTYPE": "/tmp/locale", "NO_COLOR": "/etc/passwd", "HOME": "/root", "TERMINFO": "/tmp",
      "LD_PRELOAD": "/tmp/x.so", "XDG_STATE_HOME": "/tmp", "SSH_ORIGINAL_COMMAND": "sh",
    ]
    let kept = CleanEnvironment.variables { given[$0] }.map { "\($0.name)=\($0.value)" }
    #expect(kept == ["TERM=xterm-256color", "LANG=de_DE.UTF-8@euro", "NO_COLOR=1"])
    for name in ["", ".", "a/b", "a b", "a\u{1b}", "ü", String(repeating: "a", count: 65)] {
      #expect(CleanEnvironment.variables { $0 == "TERM" ? name : nil }.isEmpty, "\(name)")
    }
  }
}
