import Glibc
import Reading
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas
@testable import Records

extension DashboardTests {
  /// That the account of `docs/ssh.md` can read the dossier over SSH, and do nothing else.
  ///
  /// The server has the lines of the document, with other paths, and lets in the account that runs the
  /// tests: what is refused, `sshd` and the kiosk refuse, not the rights of files.
  @Suite(.enabled(if: SSHServer.isThere, SSHServer.reason))
  struct KioskSSHTests {
    private func server() throws -> SSHServer {
      try SSHServer { folder in
        let manual = try #require(Files.read(Files.packageRoot + "/docs/ssh.md"))
        let all = manual.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(all.firstIndex { $0.hasPrefix("    Match User ") })
        var text = all[start...].prefix { $0.hasPrefix("    ") }.joined(separator: "\n")
        for (name, replacement) in [
          ("Match User reader", "Match User \(SSHServer.account)"),
          ("/usr/local/bin/dossier", BuiltProduct.path("dossier")),
          ("/srv/report", Files.packageRoot + "/assets/dossiers/us-mexico-2013"),
          ("/etc/ssh/reader-keys", "\(folder.path)/keys"),
        ] {
          let place = try #require(text.firstRange(of: name), "the document lacks '\(name)'")
          text.replaceSubrange(place, with: replacement)
        }
        return text
      }
    }

    private func start(_ server: SSHServer, _ command: [String] = []) throws -> DashboardRun {
      let words = ["exec", "ssh"] + server.arguments(["-tt"], command)
      let run = try DashboardRun(shell: words.joined(separator: " "))
      #expect(run.difference() == nil)
      return run
    }

    @Test func theReportIsReadAndNothingIsLeftBehind() throws {
      let server = try server()
      let before = Files.below(server.folder.path)
      let run = try start(server)
      for keys in ["j j Enter", "Tab Tab j b", "r", "m", "i Enter l l", "/ w a t e r Enter"] {
        try run.press(keys)
        #expect(run.difference() == nil, "after \(keys)")
      }
      run.resize(Size(width: 100, height: 30))
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      #expect(server.isQuiet(), "left: \(server.processes)")
      #expect(Files.below(server.folder.path) == before)
    }

    @Test(arguments: ["/etc/passwd", "'sh -c id'", "dossier list chapters"])
    func wordsBehindTheHostAreNotHeeded(_ words: String) throws {
      let server = try server()
      let run = try start(server, [words])
      // Keys that stop a program or have it ended lead to no shell.
      run.terminal.send("\u{1a}!id\r")
      _ = run.shows(timeout: 300) { _ in false }
      #expect(!run.emulator.text.contains("uid=") && !run.emulator.text.contains("root:"))
      run.terminal.send("\u{3}")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(130))
      #expect(server.isQuiet(), "left: \(server.processes)")
    }

    @Test func withoutATerminalItIsTheOverview() throws {
      let server = try server()
      let run = try server.run(["ssh"] + server.arguments(["-T"], ["cat /etc/passwd"]))
      #expect(run.code == 0, "\(run.complaint)")
      #expect(run.text.contains(builtInReading.dossier.title) && !run.text.contains("root:"))
      #expect(run.controlByte == nil)
    }

    @Test func aScreenReaderIsTalkedTo() throws {
      let server = try server()
      let words = ["exec", "ssh"] + server.arguments(["-tt"], [])
      let terminal = try PseudoTerminal(
        "/bin/sh", ["-c", words.joined(separator: " ")], environment: ["TERM": "dumb"])
      #expect(terminal.read(until: "Type a number", timeout: DashboardRun.patience))
      terminal.send("chapter 3\n")
      #expect(terminal.read(until: "Chapter 3: ", timeout: DashboardRun.patience))
      terminal.send("q\n")
      #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(!terminal.output.contains(0x1b))
      #expect(server.isQuiet(), "left: \(server.processes)")
    }

    @Test func variablesOfTheClientDoNotMatter() throws {
      let server = try server()
      let setting = ["-o", "SetEnv=LC_ALL=../../../tmp/x TERMINFO=/tmp SWIFT_BACKTRACE=enable=yes"]
      let words = ["exec", "ssh"] + server.arguments(["-tt"] + setting)
      let line = words.map { $0.contains(" ") ? "'\($0)'" : $0 }.joined(separator: " ")
      let run = try DashboardRun(shell: line)
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    }

    /// The ways out of a briefing that need no briefing.
    static let waysOut = BriefingSSHTests.waysOut.filter {
      !$0.name.contains("presenter")
    }

    @Test func nothingButTheReportIsToBeHad() throws {
      let server = try server()
      for way in Self.waysOut { #expect(try !way.leads(server), "\(way.name)") }
      #expect(server.isQuiet(), "left: \(server.processes)")
    }
  }
}
