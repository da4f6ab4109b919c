import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

extension BriefingTests {
  /// That a briefing outlives the lines of those who present it, and ends when they say so.
  @Suite struct LineTests {
    private let run: BriefingRun
    private let presenter: BriefingEnd
    private let follower: BriefingEnd

    init() throws {
      run = try BriefingRun()
      presenter = try run.present()
      follower = try run.follow(size: Size(width: 80, height: 24))
      try #require(run.difference() == nil)
    }

    @Test func aBriefingWaitsAndIsTakenUpWithTheClockRight() throws {
      let before = RealTime.now
      #expect(try run.press("2 Enter", at: presenter) == nil)
      let after = RealTime.now
      #expect(try run.press("Space", at: presenter) == nil)
      // The clock has to be past its first second, so that a restart can be told apart.
      let console = try run.attach()
      #expect(console.shows { _ in (console.elapsed ?? 0) >= 2 })
      console.terminal.hangUp()
      #expect(run.leave(console) == .exited(128 + SIGHUP))
      presenter.terminal.signal(SIGHUP)
      #expect(run.leave(presenter) == .exited(128 + SIGHUP))
      #expect(follower.shows("Waiting for the presenter."))
      #expect(run.difference() == nil)
      #expect(run.hosts.count == 1)

      let second = try run.present(["--resume"], size: Size(width: 100, height: 30))
      #expect(run.difference() == nil)
      #expect(second.shows("Two") && !second.emulator.text.contains("Three"))
      let start = RealTime.now
      let again = try run.attach()
      #expect(again.shows { _ in again.elapsed != nil })
      let elapsed = try #require(again.elapsed)
      #expect(elapsed >= (start - after) / 1000)
      #expect(elapsed <= (RealTime.now - before) / 1000)
      #expect(try run.press("Space Space", at: second) == nil)
      #expect(try run.finish(from: second) == nil)
    }

    /// The last keys are typed at once with the leave-taking.
    @Test func nothingIsLostOnLeaving() throws {
      _ = try presenter.press("2")
      _ = try presenter.press("Enter")
      presenter.terminal.send("\u{20}\u{20}\u{20}qw")
      #expect(run.leave(presenter) == .exited(0))
      #expect(follower.shows { $0.text.contains("How many") && $0.text.contains("Waiting") })
      let second = try BriefingEnd(
        .presenter, ["present", "--resume", "--dossier", run.folder.path],
        size: Size(width: 80, height: 24), stage: presenter.stage, environment: run.environment)
      #expect(second.shows("3 / 6"))
      _ = try second.press("q")
      _ = try second.press("e")
      #expect(second.ending() == .exited(0))
      #expect(follower.ending() == .exited(0))
      #expect(run.isOver())
    }

    @Test func whatCannotBeIsRefusedInASentence() throws {
      func refusal(_ arguments: [String]) throws -> String {
        let terminal = try PseudoTerminal(
          BuiltProduct.path("dossier"), arguments + ["--dossier", run.folder.path],
          environment: run.environment)
        #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(1))
        return String(decoding: terminal.output, as: UTF8.self)
      }
      #expect(try refusal(["present"]).contains("a briefing of this name is already running"))
      #expect(try refusal(["present", "--resume", "--name", "x"]).contains("no briefing answers"))
      #expect(try refusal(["present", "--console", "--name", "../x"]).contains("cannot be"))
      #expect(try refusal(["follow", "x"]).contains("no briefing answers"))
      // The deck that is made is not the one that is shown.
      try run.folder.write("mine.md", "# Mine\n")
      let mine = run.folder.path + "/mine.md"
      #expect(try refusal(["present", "--resume", mine]).contains("shows the deck 'talk'"))
      #expect(try run.press("Space", at: presenter) == nil)
      #expect(try run.finish(from: presenter) == nil)
    }

    /// The background process is killed: the presenter starts another, and all come back.
    @Test(arguments: [false, true])
    func theBackgroundProcessMayDie(_ isResumed: Bool) throws {
      var presenter = presenter
      #expect(try run.press("2 Enter Space", at: presenter) == nil)
      if isResumed {
        presenter.terminal.signal(SIGHUP)
        #expect(run.leave(presenter) == .exited(128 + SIGHUP))
        presenter = try run.present(["--resume"])
      }
      let first = try #require(run.onlyHost(besides: nil) { presenter.terminal.read(timeout: 20) })
      kill(first, SIGKILL)
      let second = run.onlyHost(besides: first) { presenter.terminal.read(timeout: 20) }
      #expect(second != nil)
      let difference = try run.press("Space Space", at: presenter)
      #expect(difference == nil)
      #expect(try run.finish(from: presenter) == nil)
    }
  }
}
