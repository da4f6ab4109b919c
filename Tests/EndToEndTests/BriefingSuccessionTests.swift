import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas
@testable import Records
@testable import Talk

extension BriefingTests {
  /// Who presents after whom, and what of two hands at once is shown.
  @Suite struct SuccessionTests {
    private let run: BriefingRun

    init() throws { run = try BriefingRun() }

    /// Another terminal of the same briefing, asked before it takes over.
    private func resume() throws -> PseudoTerminal {
      try PseudoTerminal(
        BuiltProduct.path("dossier"), ["present", "--resume", "--dossier", run.folder.path],
        environment: run.environment)
    }

    private func text(_ terminal: PseudoTerminal) -> String {
      String(decoding: terminal.output, as: UTF8.self)
    }

    @Test func whoeverPresentsIsNotPutOutUnasked() throws {
      let presenter = try run.present()
      let follower = try run.follow(size: Size(width: 80, height: 24))
      #expect(try run.press("2 Enter Space", at: presenter) == nil)
      for answer in ["\n", "n\n", "\u{04}"] {
        let other = try resume()
        let isAsked = other.read(timeout: DashboardRun.patience) {
          text($0).contains("is being presented at another terminal. Take it over? [y/N]")
        }
        #expect(isAsked)
        other.send(answer)
        #expect(other.wait(timeout: DashboardRun.patience) == .exited(1))
        #expect(text(other).contains("the briefing stays where it is"))
      }
      #expect(try run.press("Backspace", at: presenter) == nil)

      let successor = try resume()
      #expect(
        successor.read(timeout: DashboardRun.patience) { text($0).contains("[y/N]") })
      successor.send("y\n")
      #expect(presenter.ending() == .exited(1))
      #expect(presenter.shows("the briefing was taken over at another terminal"))
      #expect(successor.read(timeout: DashboardRun.patience) { $0.modes?.echoes == false })
      successor.send(" ")
      #expect(follower.shows("Two"))
      // Ctrl-C asks as q does, and a second one leaves the briefing waiting.
      successor.send("\u{03}")
      #expect(successor.read(timeout: DashboardRun.patience) { text($0).contains("Leave?") })
      #expect(!follower.emulator.text.contains("Waiting"))
      successor.send("\u{03}")
      #expect(successor.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(text(successor).contains("'dossier present --resume' continues it"))
      #expect(follower.shows("Waiting for the presenter."))
    }

    /// The console was slower: what it found goes on top of what the presenter has shown.
    @Test func whatTheConsoleFoundIsShownWhateverThePresenterPressed() throws {
      let presenter = try run.present()
      let follower = try run.follow(size: Size(width: 80, height: 24))
      let console = try run.attach()
      for (keys, found) in [("/ l o n g", "A long list"), (": w a t e r - 1", "answer")] {
        #expect(try run.press("- 2 Enter Space Backspace", at: presenter) == nil)
        #expect(try run.press(keys, at: console) == nil)
        console.terminal.signal(SIGSTOP)
        presenter.terminal.send(" ")
        #expect(follower.shows("Two"))
        console.terminal.send("\r")
        console.terminal.signal(SIGCONT)
        #expect(follower.shows(found) && presenter.shows(found) && console.shows(found))
        follower.terminal.settle()
        #expect(follower.emulator.text.contains(found))
        // Tell those without a terminal, too.
        for end in [console, presenter, follower] {
          end.tell(.received(expected(keys, presenter), nil))
        }
        _ = console.tell(.key(.escape))
        #expect(run.difference() == nil)
      }
    }

    private func expected(_ keys: String, _ presenter: BriefingEnd) -> PublicState {
      var shown = presenter.talk.shown
      if keys.hasPrefix("/") {
        (shown.slide, shown.step) = (3, 0)
      } else {
        (shown.slide, shown.step) = (1, 1)
        shown.answer = PublicState.Answer(Reference(.recommendation, "water-1"))
      }
      return shown
    }

    /// Whoever takes a briefing up need not know for whom it was opened.
    @Test func anotherBackgroundProcessLetsInWhomTheFirstDid() throws {
      let presenter = try run.present(["talk", "--audience-mode", "660"])
      // What it shows has arrived when somebody sees it.
      let follower = try run.follow(size: Size(width: 80, height: 24))
      #expect(run.difference() == nil && follower.isThere)
      let audience = run.folder.path + "/dossier/briefing.audience"
      func mode() -> mode_t? {
        var status = stat()
        return lstat(audience, &status) == 0 ? status.st_mode & 0o777 : nil
      }
      #expect(mode() == 0o660)
      presenter.terminal.signal(SIGHUP)
      #expect(run.leave(presenter) == .exited(128 + SIGHUP))
      let second = try run.present(["--resume"])
      let first = run.hosts
      for process in first { kill(process, SIGKILL) }
      let deadline = RealTime.now + DashboardRun.patience
      while run.hosts.count != 1 || run.hosts == first, RealTime.now < deadline {
        second.terminal.read(timeout: 20)
      }
      #expect(try run.press("Space", at: second) == nil)
      #expect(mode() == 0o660)
      let rest = try run.finish(from: second)
      #expect(rest == nil)
    }
  }
}
