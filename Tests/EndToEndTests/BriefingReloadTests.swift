import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Talk
@testable import dossier

extension BriefingTests {
  /// A deck that is edited while it is presented is shown as it is now, at every end.
  @Suite struct DeckReloadTests {
    private let run: BriefingRun
    private let edited = BriefingRun.deck.replacing("- Two", with: "- Two springs")

    init() throws { run = try BriefingRun() }

    @Test func everyEndShowsTheEditedDeckAtTheSamePlace() throws {
      let presenter = try run.present()
      let console = try run.attach()
      let follower = try run.follow(size: Size(width: 60, height: 20))
      let difference = try run.press("2 Enter Space", at: presenter)
      #expect(difference == nil)
      let copy = try CommandFolder.sample()
      try copy.write("decks/talk.md", BriefingRun.deck)
      let stranger = try run.follow(size: Size(width: 80, height: 24), dossier: copy.path)

      // A slide is new before the one on the screen, which stays.
      try run.folder.write(
        "decks/talk.md",
        edited.replacing("---\n\n## Wells", with: "---\n\n## Rain\n\nIt rains.\n\n---\n\n## Wells"))
      for end in [presenter, console, follower] { #expect(end.shows("Two springs")) }
      for end in [presenter, follower] { #expect(!end.emulator.text.contains("Three")) }
      // Who has the dossier but not this version of the deck gets the slide handed over.
      #expect(stranger.shows("Two springs"))
      #expect(!stranger.emulator.text.contains("You do not have"))
      console.terminal.send(" ")
      for end in [presenter, console, follower, stranger] { #expect(end.shows("Three")) }
      presenter.terminal.send("2\r")
      for end in [presenter, console, follower, stranger] { #expect(end.shows("It rains.")) }

      // A fault leaves what was shown, and says where it is.
      try run.folder.write("decks/talk.md", edited.replacing("chart:wells", with: "chart:well"))
      #expect(presenter.shows("Still shown as it was: talk.md:"))
      #expect(presenter.emulator.text.contains("It rains."))
      #expect(follower.emulator.text.contains("It rains."))

      // The slide on the screen is gone: what has its number now is shown.
      try run.folder.write("decks/talk.md", edited)
      for end in [presenter, console, follower] { #expect(end.shows("Wells")) }
      try run.folder.write("decks/talk.md", BriefingRun.deck)
      #expect(presenter.shows("Wells") && stranger.shows("Wells"))
      presenter.terminal.send("qe")
      for end in [presenter, console, follower, stranger] { #expect(end.ending() == .exited(0)) }
    }

    /// A value that changes behind a provisional one is another edition, and is shown.
    @Test func aValueBehindAProvisionalOneIsAChange() throws {
      let heading = "indicator,series,period,value,qualifier,source,locator,note\n"
      func write(_ value: Int) throws {
        try run.folder.write(
          "data/observations.csv",
          heading + "wells,,2010,8,provisional,,,\nwells,,2012,\(value),,,,\n")
      }
      try write(12)
      let source = StageSource(DossierFolder(run.folder.path), deck: "talk") { Library($0) }
      let before = try source.read().edition
      let presenter = try run.present(["talk"])
      presenter.terminal.send("3\r")
      #expect(presenter.shows("How many"))
      try write(4321)
      #expect(presenter.shows("4,321"))
      let after = try source.read().edition
      #expect(after.dossierHash != before.dossierHash && after.deckHash == before.deckHash)
      presenter.terminal.send("qe")
      #expect(presenter.ending() == .exited(0))
    }

    /// What is pressed while an end reads a dossier that takes a while is answered after it.
    @Test func theTalkGoesOnAfterAReading() throws {
      let table = run.folder.path + "/data/observations.csv"
      try run.folder.write("data/observations.csv", LongTable.text(series: 40))
      let presenter = try run.present()
      let console = try run.attach()
      let follower = try run.follow(size: Size(width: 80, height: 24))
      presenter.terminal.send("2\r ")
      for end in [presenter, console, follower] { #expect(end.shows("Two")) }
      for end in [presenter, console, follower] {
        let words = "Two springs, \(end.talk.seat)"
        try run.folder.write(
          "decks/talk.md", BriefingRun.deck.replacing("- Two", with: "- \(words)"))
        #expect(LongTable.isRead(table, by: end.terminal))
        end.terminal.send("?")
        #expect(end.shows(" Keys "))
        end.terminal.send("\u{1b}")
        for end in [presenter, console, follower] { #expect(end.shows(words)) }
      }
      presenter.terminal.send("qe")
      for end in [presenter, console, follower] { #expect(end.ending() == .exited(0)) }
    }

    @Test func aDeckInAFileOfItsOwnIsReadAnew() throws {
      try run.folder.write("mine/own.md", "# Mine\n\n---\n\n## One\n\nFirst words.\n")
      let path = run.folder.path + "/mine/own.md"
      let terminal = try PseudoTerminal(
        BuiltProduct.path("dossier"), ["present", path, "--alone"], environment: run.environment)
      let emulator = try #require(Emulator(Size(width: 80, height: 24)))
      var fed = 0
      func shows(_ text: String) -> Bool {
        terminal.read(timeout: DashboardRun.patience) {
          emulator.feed($0.output[fed...])
          fed = $0.output.count
          return emulator.text.contains(text)
        }
      }
      #expect(terminal.read(timeout: DashboardRun.patience) { $0.modes?.echoes == false })
      terminal.send(" ")
      #expect(shows("First words."))
      // As editors do it: a new file in place of the old one.
      try run.folder.write("mine/own.new", "# Mine\n\n---\n\n## One\n\nOther words.\n")
      #expect(rename(run.folder.path + "/mine/own.new", path) == 0)
      #expect(shows("Other words."))
      unlink(path)
      #expect(shows("Still shown as it was: "))
      try run.folder.write("mine/own.md", "# Mine\n\n---\n\n## One\n\nLast words.\n")
      #expect(shows("Last words."))
      terminal.send("qy")
      #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    }

    @Test func aBriefingIsTakenUpWithTheEditedDeck() throws {
      let presenter = try run.present()
      let follower = try run.follow(size: Size(width: 80, height: 24))
      #expect(try run.press("2 Enter", at: presenter) == nil)
      presenter.terminal.signal(SIGHUP)
      #expect(run.leave(presenter) == .exited(128 + SIGHUP))
      try run.folder.write("decks/talk.md", edited)
      let second = try PseudoTerminal(
        BuiltProduct.path("dossier"), ["present", "--resume", "--dossier", run.folder.path],
        environment: run.environment)
      #expect(second.read(timeout: DashboardRun.patience) { $0.modes?.echoes == false })
      second.send(" ")
      #expect(follower.shows("Two springs"))
      second.send("qe")
      #expect(second.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(follower.ending() == .exited(0))
    }
  }
}
