import Interface
import Model
import TestSupport
import Testing

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

    @Test func oneWithAnotherDossierGetsTheText() throws {
      let other = try CommandFolder.sample(title: "Something else")
      let index = try #require(other.read("index.md"))
      try other.write("index.md", index.replacing("id: small", with: "id: other"))
      let console = try run.attach()
      let follower = try run.follow(size: Size(width: 60, height: 20), dossier: other.path)
      #expect(run.difference() == nil)
      #expect(follower.shows("You do not have the presenter's dossier"))
      // The same slides again from two hands: the text is that of what is shown.
      #expect(try run.press("2 Enter", at: presenter) == nil)
      #expect(try run.press("3 Enter", at: console) == nil)
      #expect(try run.press("2 Enter Space b b", at: presenter) == nil)
      #expect(follower.shows("Two") && !follower.emulator.text.contains("Three"))
      // A text that takes several screens, and a short one after it.
      #expect(try run.press("4 Enter", at: presenter) == nil)
      #expect(!follower.emulator.text.contains("item 40"))
      #expect(try run.press("Space Space Space", at: follower) == nil)
      #expect(follower.emulator.text.contains("item 40"))
      #expect(try run.press("Backspace Space", at: follower) == nil)
      #expect(try run.press("G", at: presenter) == nil)
      #expect(follower.emulator.text.contains("Thank you."))
      #expect(try run.press("R", at: follower) == nil)
      #expect(try run.press("R", at: follower) == nil)
      #expect(try run.finish(from: presenter) == nil)
    }
  }
}
