import Glibc
import TestSupport
import Testing

@testable import Sharing
@testable import System

@Suite("The host as a process of its own", .serialized)
struct HostProcessTests {
  static func start(_ place: BriefingPlace) throws -> HostProcess {
    var words = ["host-briefing", "--control", place.control, "--audience", place.audience]
    if let folder = place.folder { words += ["--folder", folder] }
    return try HostProcess.start(BuiltProduct.path("dossier"), words: words)
  }

  static func end(_ host: HostProcess) -> Bool {
    let deadline = Clock.now + Peer.patience
    while Clock.now < deadline {
      if host.hasEnded() { return true }
      usleep(2000)
    }
    kill(host.process, SIGKILL)
    return false
  }

  @Test("it has no terminal, a session of its own, no descriptor of its parent; SIGHUP is nothing")
  func alone() throws {
    let folder = try BriefingFolder()
    // A descriptor that a shell might have left open.
    let leak = dup(STDERR_FILENO)
    defer { close(leak) }
    let host = try Self.start(folder.place)
    defer { kill(host.process, SIGKILL) }
    #expect(getsid(host.process) == host.process)
    var targets: [String] = []
    for number in 0..<64 {
      var buffer = [CChar](repeating: 0, count: 256)
      let count = readlink("/proc/\(host.process)/fd/\(number)", &buffer, buffer.count)
      guard count > 0 else { continue }
      targets.append(
        String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self))
    }
    #expect(targets.prefix(3) == ["/dev/null", "/dev/null", "/dev/null"])
    // The two ends of the pipe of the signals, which the host opened itself, and the two sockets.
    #expect(targets.count == 7, "\(targets)")
    #expect(kill(host.process, SIGHUP) == 0)
    let presenter = try Peer.controller(folder.place)
    #expect(presenter.put(0, "one") == "accepted\t1")
    presenter.send("end\n")
    #expect(Self.end(host))
    #expect(!BriefingFolder.exists(folder.place.control))
  }

  @Test("told to stop it removes its sockets", arguments: [SIGTERM, SIGINT])
  func stop(signal: Int32) throws {
    let folder = try BriefingFolder()
    let host = try Self.start(folder.place)
    #expect(BriefingFolder.exists(folder.place.control))
    kill(host.process, signal)
    #expect(Self.end(host))
    #expect(!BriefingFolder.exists(folder.place.control))
    #expect(!BriefingFolder.exists(folder.place.audience))
  }

  @Test("killed it leaves sockets that the next one replaces")
  func killed() throws {
    let folder = try BriefingFolder()
    let first = try Self.start(folder.place)
    kill(first.process, SIGKILL)
    #expect(Self.end(first))
    #expect(BriefingFolder.exists(folder.place.control))
    let second = try Self.start(folder.place)
    #expect(try Peer.controller(folder.place).line() == "state\t0\t\t")
    kill(second.process, SIGTERM)
    #expect(Self.end(second))
  }

  @Test("why it cannot start is told by whom it was started")
  func faults() throws {
    let folder = try BriefingFolder()
    let host = try Self.start(folder.place)
    let isOn = SharingFault.isOn(folder.place.control).message
    #expect(throws: SharingFault.host(isOn)) { try Self.start(folder.place) }
    kill(host.process, SIGTERM)
    #expect(Self.end(host))
    let nowhere = BriefingPlace(
      control: "/nowhere/x.control", audience: "/nowhere/x.audience", folder: "/nowhere/at/all")
    #expect(throws: SharingFault.self) { try Self.start(nowhere) }
    #expect(throws: SharingFault.self) {
      try HostProcess.start("/nowhere/dossier", words: [])
    }
    #expect(throws: SharingFault.self) {
      try HostProcess.start("/bin/true", words: [])
    }
  }
}
