import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

extension BriefingTests {
  /// What a follower sees who comes late, wanders off or has other files.
  @Suite struct FollowerTests {
    private let run: BriefingRun
    private let presenter: BriefingEnd

    init() throws {
      run = try BriefingRun()
      presenter = try run.present()
    }

    @Test func oneWhoComesLateLandsOnTheStep() throws {
      #expect(try run.press("2 Enter Space", at: presenter) == nil)
      let late = try run.follow(size: Size(width: 60, height: 20))
      #expect(run.difference() == nil)
      #expect(late.shows("Two") && !late.emulator.text.contains("Three"))
      run.resize(late, to: Size(width: 40, height: 12))
      #expect(run.difference() == nil)
      #expect(try run.press("Space b", at: presenter) == nil)
      run.resize(late, to: Size(width: 100, height: 30))
      #expect(try run.press("b 4 Enter", at: presenter) == nil)
      #expect(try run.press("q", at: late) == nil)
      #expect(run.leave(late) == .exited(0))
      #expect(try run.press("Space", at: presenter) == nil)
      #expect(try run.finish(from: presenter) == nil)
    }

    @Test func oneMayBrowseAndComeBack() throws {
      let follower = try run.follow(size: Size(width: 80, height: 24))
      #expect(try run.press("R r Enter", at: follower) == nil)
      #expect(try run.press("Space Space", at: presenter) == nil)
      #expect(follower.emulator.row(0).contains("Presenter: 2 / 6"))
      run.resize(follower, to: Size(width: 100, height: 30))
      #expect(try run.press("i Enter", at: follower) == nil)
      #expect(try run.press("R", at: follower) == nil)
      #expect(follower.emulator.text.contains("Two"))
      #expect(try run.press("R q", at: follower) == nil)
      #expect(try run.press("Space", at: presenter) == nil)
      #expect(try run.finish(from: presenter) == nil)
    }

    /// Another dossier, nothing but the program, and the dossier in another version.
    @Test(arguments: ["other", "nothing", "older"])
    func oneWithOtherFilesSeesTheSame(_ kind: String) throws {
      let other = try CommandFolder.sample(title: "Something else")
      let index = try #require(other.read("index.md"))
      if kind == "other" {
        try other.write("index.md", index.replacing("id: small", with: "id: other"))
      }
      let console = try run.attach()
      let follower = try run.follow(
        size: Size(width: 60, height: 20), dossier: kind == "nothing" ? "" : other.path)
      #expect(run.difference() == nil)
      #expect(try run.press("2 Enter", at: presenter) == nil)
      #expect(try run.press("3 Enter", at: console) == nil)
      #expect(try run.press("2 Enter Space b b", at: presenter) == nil)
      #expect(follower.shows("Two") && !follower.emulator.text.contains("Three"))
      // A chart on the whole screen, with the value that is read.
      #expect(try run.press("3 Enter d", at: presenter) == nil)
      #expect(try run.press("h l d", at: presenter) == nil)
      // A slide that takes several screens, and a short one after it.
      #expect(try run.press("4 Enter", at: presenter) == nil)
      #expect(try run.press("Down Down Down", at: follower) == nil)
      #expect(try run.press("G", at: presenter) == nil)
      #expect(follower.emulator.text.contains("Thank you."))
      // An answer that the follower has no file of.
      #expect(try run.press(": w Enter Esc", at: presenter) == nil)
      run.resize(follower, to: Size(width: 90, height: 28))
      // It connects again with its new size, before the end.
      #expect(run.difference() == nil)
      let rest = try run.finish(from: presenter)
      #expect(rest == nil)
    }

    /// In a pipe, and on a terminal that cannot draw, the talk is text that grows.
    @Test(arguments: [true, false])
    func withoutAScreenThereIsText(_ isPipe: Bool) throws {
      let program = BuiltProduct.path("dossier")
      let options = ["follow", "--dossier", run.folder.path]
      let words =
        isPipe ? ["-c", "exec \"$0\" \"$@\" | cat", program] + options : options
      let text = try PseudoTerminal(
        isPipe ? "/bin/sh" : program, words,
        environment: run.environment.merging(["TERM": isPipe ? "xterm" : "dumb"]) { $1 })
      func shows(_ words: String) -> Bool {
        text.read(timeout: DashboardRun.patience) {
          String(decoding: $0.output, as: UTF8.self).contains(words)
        }
      }
      #expect(shows("[1 / 6] The talk"))
      #expect(try run.press("Space", at: presenter) == nil)
      #expect(shows("[2 / 6] Wells\r\nOne\r\n"))
      #expect(try run.press("Space", at: presenter) == nil)
      #expect(shows("[2 / 6, step 2]\r\nTwo\r\n"))
      #expect(try run.press("b", at: presenter) == nil)
      #expect(shows("The presenter has blanked the screen."))
      #expect(try run.press("b ]", at: presenter) == nil)
      #expect(shows("[3 / 6] How many"))
      let rest = try run.finish(from: presenter)
      #expect(rest == nil)
      #expect(shows("dossier: the briefing is over"))
      #expect(text.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(!text.output.contains(0x1b))
      #expect(!String(decoding: text.output, as: UTF8.self).contains("secret"))
    }

    /// What a killed host leaves is no briefing.
    @Test func socketsOnWhichNobodyAnswersAreNoBriefing() throws {
      _ = run.leave(try other("gone"))
      func follow(_ arguments: [String] = []) throws -> CommandRun {
        try CommandRun(
          ["follow", "--dossier", run.folder.path] + arguments, environment: run.environment)
      }
      // The one that is on is found all the same.
      let text = try PseudoTerminal(
        BuiltProduct.path("dossier"), ["follow", "--dossier", run.folder.path],
        environment: run.environment.merging(["TERM": "dumb"]) { $1 })
      #expect(
        text.read(timeout: DashboardRun.patience) {
          String(decoding: $0.output, as: UTF8.self).contains("[1 / 6] The talk")
        })
      #expect(try follow(["gone"]).complaint.contains("the process that held one has died"))
      let rest = try run.finish(from: presenter)
      #expect(rest == nil)
      let alone = try follow()
      #expect(alone.code == 1)
      #expect(
        alone.complaint.contains(
          "no briefing is running; gone left sockets on which nobody answers"))
    }

    /// A presenter of another briefing whose host is killed with it.
    private func other(_ name: String) throws -> BriefingEnd {
      let hosts = Set(run.hosts)
      let end = try BriefingEnd(
        .presenter, ["present", "talk", "--name", name, "--dossier", run.folder.path],
        size: Size(width: 80, height: 24), stage: presenter.stage, environment: run.environment)
      end.terminal.signal(SIGKILL)
      for process in Set(run.hosts).subtracting(hosts) { kill(process, SIGKILL) }
      return end
    }
  }
}
