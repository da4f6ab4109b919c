import Glibc
import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Records

extension DashboardTests {
  /// The dashboard on another machine, through OpenSSH.
  @Suite(.enabled(if: SSHServer.isThere, SSHServer.reason))
  struct SSHTests {
    /// The dashboard at the far end of a connection, on its first screen.
    private func start(_ server: SSHServer) throws -> DashboardRun {
      let words = ["exec", "ssh"] + server.arguments(["-tt"], ["$DOSSIER"])
      let run = try DashboardRun(shell: words.joined(separator: " "))
      #expect(run.difference() == nil)
      return run
    }

    @Test func itsScreensAreTheSameAsHere() throws {
      let server = try SSHServer()
      let run = try start(server)
      for keys in ["j j Enter", "Tab j", "r", "m", "i Enter l l", "t", "/ w a t e r Enter", "?"] {
        try run.press(keys)
        #expect(run.difference() == nil, "after \(keys)")
      }
      for size in [Size(width: 120, height: 40), Size(width: 40, height: 12)] {
        run.resize(size)
        #expect(run.difference() == nil, "at \(size)")
      }
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      #expect(server.isQuiet(), "left: \(server.processes)")
    }

    @Test(arguments: [SIGTERM, SIGKILL, SIGHUP])
    func aLineThatDropsEndsItAndKeepsThePlace(_ signal: Int32) throws {
      let server = try SSHServer()
      let run = try start(server)
      try run.press("3 Tab j")
      #expect(run.difference() == nil)
      #expect(!server.processes.isEmpty)
      run.terminal.signal(signal)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) != nil)
      #expect(server.isQuiet(), "left: \(server.processes)")
      let kept = server.folder.read("dossier/\(builtInReading.dossier.id)")
      #expect(kept?.hasPrefix("place ") == true, "\(kept ?? "nothing kept")")
    }

    @Test func withoutATerminalItIsText() throws {
      let server = try SSHServer()
      let run = try server.run(
        ["ssh"] + server.arguments(["-T"], [BuiltProduct.path("dossier")]))
      #expect(run.code == 0, "\(run.complaint)")
      #expect(run.text.contains(builtInReading.dossier.title))
      #expect(run.controlByte == nil)
    }
  }
}
