import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// That the account of `docs/briefing.md` can follow a briefing over SSH, and do nothing else.
///
/// The server has the lines of the document, with other paths. It lets in the account that runs
/// the tests, so that nothing here rests on the rights of files: what is refused, `sshd` refuses.
@Suite(.enabled(if: SSHServer.isThere, SSHServer.reason))
struct BriefingSSHTests {
  /// The lines of the document for a server's folder.
  private static func lines(_ folder: CommandFolder, for account: String) throws -> String {
    let manual = try #require(Files.read(Files.packageRoot + "/docs/briefing.md"))
    let all = manual.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(all.firstIndex { $0.hasPrefix("    Match User ") })
    var text = all[start...].prefix { $0.hasPrefix("    ") }.joined(separator: "\n")
    for (name, replacement) in [
      ("Match User audience", "Match User \(account)"),
      ("/usr/local/bin/dossier", BuiltProduct.path("dossier")),
      ("/srv/briefing/socket", "\(folder.path)/socket"),
      ("/etc/ssh/audience-keys", "\(folder.path)/keys"),
    ] {
      let place = try #require(text.firstRange(of: name), "the document lacks '\(name)'")
      text.replaceSubrange(place, with: replacement)
    }
    return text
  }

  /// A server on which the account can do nothing but follow.
  private func closedServer() throws -> SSHServer {
    try SSHServer { try Self.lines($0, for: SSHServer.account) }
  }

  /// A server where the lines are for somebody else.
  private func openServer() throws -> SSHServer {
    try SSHServer { try Self.lines($0, for: "somebody-else") }
  }

  /// A presenter on a server's machine, on its first slide.
  private func present(_ server: SSHServer) throws -> Shown {
    let presenter = try Shown(
      BuiltProduct.path("dossier"),
      ["present", "five-minutes", "--socket", "\(server.folder.path)/socket"],
      environment: ["XDG_STATE_HOME": server.folder.path])
    #expect(presenter.shows("1 / 6"), "\(presenter.emulator.text)")
    return presenter
  }

  @Test func theAudienceFollowsAndItsKeysReachNothingElse() throws {
    let server = try closedServer()
    let presenter = try present(server)
    let guest = try Shown(
      "/usr/bin/ssh", server.arguments(["-tt"], ["touch \(server.folder.path)/command"]),
      size: Size(width: 60, height: 20))
    #expect(guest.shows("1 / 6"), "\(guest.emulator.text)")
    presenter.terminal.send(" ")
    #expect(guest.shows("One report of May 2013"), "\(guest.emulator.text)")
    #expect(guest.shows("2 / 6") && presenter.shows("2 / 6"))

    // The far terminal's size is the near one's.
    guest.resize(Size(width: 90, height: 30))
    #expect(guest.shows { $0.row(29).contains("2 / 6") }, "\(guest.emulator.text)")

    // Keys that would go on, jump, blank or end the talk at the presenter's do nothing to it.
    guest.terminal.send("]4\rbGce:")
    guest.terminal.send("?")
    #expect(guest.shows("browse the dossier on your own"), "\(guest.emulator.text)")
    guest.terminal.send("\u{1b}")
    #expect(guest.shows { !$0.text.contains("browse the dossier on your own") })
    #expect(guest.emulator.text.contains("2 / 6"))
    #expect(!presenter.shows(timeout: 300) { !$0.text.contains("2 / 6") })

    // Words for a shell, and the keys that stop a program or have it ended.
    guest.terminal.send("!touch \(server.folder.path)/shell\r\u{1a}\u{3}")
    _ = guest.terminal.wait(timeout: 3000)
    guest.terminal.send("\u{1c}touch \(server.folder.path)/shell\r")
    #expect(guest.terminal.wait(timeout: DashboardRun.patience) == .exited(130))
    #expect(server.folder.read("shell") == nil && server.folder.read("command") == nil)
    let mark = guest.emulator.text
    #expect(!mark.contains("$ ") && !mark.contains("# "), "\(mark)")
    end(presenter, server)
  }

  @Test func theAudienceIsToldThatTheBriefingIsOver() throws {
    let server = try closedServer()
    let presenter = try present(server)
    // Where a forced command stands, ssh asks for a terminal by itself.
    let guest = try Shown("/usr/bin/ssh", server.arguments())
    #expect(guest.shows("1 / 6"), "\(guest.emulator.text)")
    guest.terminal.send("\u{1a}")
    presenter.terminal.send(" ")
    // Ctrl-Z has not stopped it: there is no shell that could take it up.
    #expect(guest.shows("2 / 6"), "\(guest.emulator.text)")
    end(presenter, server)
    #expect(guest.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    #expect(guest.shows("the briefing is over"), "\(guest.emulator.text)")
    let late = try server.run(["ssh"] + server.arguments(["-tt"]))
    #expect(late.code == 1 && late.text.contains("no briefing answers"), "\(late)")
  }

  /// Ends the talk and sees that nothing is left of it.
  private func end(_ presenter: Shown, _ server: SSHServer) {
    presenter.terminal.send("q")
    #expect(presenter.shows("e ends the briefing"))
    presenter.terminal.send("e")
    #expect(presenter.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    #expect(server.isQuiet(), "left: \(server.processes)")
  }

  /// A way to more than the slides, and what shows that it was one.
  struct WayOut {
    var name: String
    /// Tries it: whether it led anywhere.
    var leads: @Sendable (SSHServer) throws -> Bool
  }

  static let waysOut = [
    WayOut(name: "another command") { server in
      _ = try server.run(["ssh"] + server.arguments([], ["touch \(server.folder.path)/new"]))
      return server.folder.read("new") != nil
    },
    WayOut(name: "a shell that reads commands from a pipe") { server in
      try server.folder.write("commands", "touch \(server.folder.path)/new\n")
      // Without a terminal the slides come as text, until the talk is over.
      _ = try CommandRun(
        ["-k", "1", "2", "ssh"] + server.arguments(), program: "/usr/bin/timeout",
        input: "\(server.folder.path)/commands")
      return server.folder.read("new") != nil
    },
    WayOut(name: "sftp") { server in
      try server.folder.write("batch", "put \(server.folder.path)/keys \(server.folder.path)/new\n")
      _ = try server.run(
        ["sftp", "-b", "\(server.folder.path)/batch"] + server.options
          + ["-P", "\(server.port)", server.address])
      return server.folder.read("new") != nil
    },
    WayOut(name: "scp") { server in
      let path = server.folder.path
      _ = try server.run(
        ["scp", "-O"] + server.options
          + ["-P", "\(server.port)", "\(path)/keys", "\(server.address):\(path)/new"])
      return server.folder.read("new") != nil
    },
    WayOut(name: "a port of the far machine") { server in
      // The server's own port answers with its version.
      let run = try server.run(["ssh"] + server.arguments(["-W", "127.0.0.1:\(server.port)"]))
      return run.text.hasPrefix("SSH-2.0-")
    },
    WayOut(name: "a socket that listens on the far machine") { server in
      _ = try server.run(
        ["ssh"] + server.arguments(["-R", "\(server.folder.path)/new:127.0.0.1:9"], ["true"]))
      return access("\(server.folder.path)/new", F_OK) == 0
    },
    WayOut(name: "the presenter's socket") { server in
      let near = "\(server.folder.path)/near"
      let tunnel = try PseudoTerminal(
        "/usr/bin/ssh",
        server.arguments(["-N", "-L", "\(near).control:\(server.folder.path)/socket.control"]))
      let isOpen = tunnel.read(timeout: 10_000) { _ in access("\(near).control", F_OK) == 0 }
      try #require(isOpen)
      let run = try CommandRun(["present", "--console", "--socket", near])
      // It asks for a terminal only when the briefing has told it what is shown.
      return run.complaint.contains("slides need a terminal")
    },
  ]

  @Test func nothingButTheSlidesIsToBeHad() throws {
    let closed = try closedServer()
    let presenter = try present(closed)
    for way in Self.waysOut { #expect(try !way.leads(closed), "\(way.name)") }
    end(presenter, closed)
  }

  /// Without the lines each of these leads somewhere, so that the test above tests something.
  @Test func withoutTheLinesThereIsMore() throws {
    let open = try openServer()
    let presenter = try present(open)
    for way in Self.waysOut {
      #expect(try way.leads(open), "\(way.name)")
      unlink("\(open.folder.path)/new")
    }
    end(presenter, open)
  }
}

/// A program in a pseudo-terminal, and the emulator that shows its screen.
private final class Shown {
  let terminal: PseudoTerminal
  let emulator: Emulator
  private var fed = 0

  init(
    _ program: String, _ arguments: [String], size: Size = Size(width: 80, height: 24),
    environment: [String: String] = [:]
  ) throws {
    terminal = try PseudoTerminal(program, arguments, size: size, environment: environment)
    emulator = try #require(Emulator(size))
  }

  func resize(_ size: Size) {
    emulator.resize(size)
    terminal.resize(size)
  }

  /// Reads until a condition holds on the screen.
  func shows(
    timeout: Int = DashboardRun.patience, _ condition: (Emulator) -> Bool
  ) -> Bool {
    terminal.read(timeout: timeout) { terminal in
      emulator.feed(terminal.output[fed...])
      fed = terminal.output.count
      return condition(emulator)
    }
  }

  /// Reads until a text stands on the screen.
  func shows(_ text: String) -> Bool { shows { $0.text.contains(text) } }
}
