import Glibc
import Reading
import TestSupport
import Testing

@testable import Canvas
@testable import Query
@testable import Records

extension BriefingTests {
  /// Decks as files: written, checked, rehearsed.
  @Suite struct DeckTests {
    @Test func aDeckIsWrittenOnceAndReadsBack() throws {
      let folder = try CommandFolder()
      let path = folder.path + "/new.md"
      let run = try CommandRun(["present", "--new", path])
      #expect(run.code == 0 && run.complaint.isEmpty, "\(run.complaint)")
      let text = try #require(folder.read("new.md"))
      let made = DeckMaker.deck(of: builtInReading.dossier)
      let read = DeckReader.read(
        text: Array(text.utf8), name: "new.md", dossier: builtInReading.dossier)
      #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
      #expect(read.deck.slides.map(\.id) == made.slides.map(\.id))
      #expect(read.deck.slides.map(\.steps) == made.slides.map(\.steps))
      // Never over what is there, nor through a link to it.
      symlink(path, folder.path + "/link.md")
      for name in ["new.md", "link.md"] {
        let again = try CommandRun(["present", "five-minutes", "--new", "\(folder.path)/\(name)"])
        #expect(again.code == 1)
        #expect(again.complaint.contains("already exists and was not changed"))
      }
      #expect(folder.read("new.md") == text)
      let nowhere = try CommandRun(["present", "--new", folder.path + "/no/new.md"])
      #expect(nowhere.code == 1 && nowhere.complaint.contains("cannot write"))
    }

    @Test func faultsOfADeckHaveTheirPlaces() throws {
      let folder = try CommandFolder.sample()
      try folder.write(
        "decks/bad.md",
        """
        ---
        title: Bad
        minutes: 1
        must-show:
          - nowhere
        ---

        ## One

        <!-- minutes: 5 -->

        ![](chart:no-such)

        ![](rec:nobody-1)

        """)
      let check = try CommandRun(["check", folder.path])
      #expect(check.code == 1)
      let faults = check.lines.filter { $0.hasPrefix("\(folder.path)/decks/bad.md:") }
      for word in ["nowhere", "no-such", "nobody-1"] {
        #expect(faults.contains { $0.contains(word) }, "\(word): \(check.text)")
      }
      #expect(faults.contains { $0.contains("minutes") }, "\(check.text)")
      let none = try CommandRun(["present", "bda", "--dossier", folder.path])
      #expect(none.code == 1)
      #expect(none.complaint.contains("no deck 'bda' (did you mean 'bad'?)"), "\(none.complaint)")
      try folder.write("empty.md", "")
      let empty = try CommandRun(["present", folder.path + "/empty.md", "--dossier", folder.path])
      #expect(empty.code == 1 && empty.complaint.contains("has no slides"), "\(empty.complaint)")
      // A deck that is sound needs a terminal.
      let pipe = try CommandRun(["present", "--dossier", folder.path])
      #expect(pipe.code == 1 && pipe.complaint.contains("slides need a terminal"))
    }

    @Test func aDeckOfAFileIsCheckedAloneAndItsFaultsAreReportedBeforeItIsShown() throws {
      let folder = try CommandFolder.sample()
      try folder.write(
        "mine/bad.md",
        "---\ntitle: Bad\n---\n\n## One\n\n![](chart:wels)\n\n---\n\n## Two\n\n![](chart:wells)\n")
      let path = "\(folder.path)/mine/bad.md"
      let check = try CommandRun(["check", path, "--dossier", folder.path])
      #expect(check.code == 1)
      #expect(check.lines.count == 1 && check.text.hasPrefix("\(path):7:"), "\(check.text)")
      let count = "1 error, 0 warnings in 2 slides, checked against \(folder.path)"
      #expect(check.complaint == "dossier: \(path): \(count)\n")
      // The built-in dossier has neither chart.
      #expect(try CommandRun(["check", path]).lines.count == 2)
      try folder.write("mine/none.md", "---\ntitle: None\n---\n")
      let none = try CommandRun(["check", "\(folder.path)/mine/none.md"])
      #expect(none.code == 1 && none.text.contains("the deck has no slides"), "\(none.text)")
      let nowhere = try CommandRun(["check", "\(folder.path)/nowhere.md"])
      #expect(nowhere.code == 1 && nowhere.complaint.contains("cannot read"))

      let terminal = try PseudoTerminal(
        BuiltProduct.path("dossier"), ["present", path, "--alone", "--dossier", folder.path])
      #expect(terminal.read(until: "1 fault in the deck: line 7", timeout: DashboardRun.patience))
      let text = String(decoding: terminal.output, as: UTF8.self)
      let screen = try #require(text.firstRange(of: "\u{1b}[?1049h"))
      #expect(text[..<screen.lowerBound].contains("bad.md:7:"))
      terminal.send("qy")
      #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    }

    @Test func rehearsalsThatCannotBeReadAreNotWrittenOver() throws {
      let briefing = try BriefingRun()
      let text = String(repeating: "not a run\n", count: 30_000)
      try briefing.folder.write("state/dossier/rehearsals/small.talk", text)
      let run = try CommandRun(
        ["rehearse", "talk", "--runs", "--dossier", briefing.folder.path],
        environment: briefing.environment)
      #expect(run.code == 1)
      #expect(run.complaint.contains("the runs cannot be read: the file is too large"))
      let terminal = try PseudoTerminal(
        BuiltProduct.path("dossier"), ["rehearse", "talk", "--dossier", briefing.folder.path],
        environment: briefing.environment)
      #expect(terminal.read(timeout: DashboardRun.patience) { $0.modes?.echoes == false })
      terminal.send(" ")
      terminal.settle()
      terminal.send("qy")
      #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      let output = String(decoding: terminal.output, as: UTF8.self)
      #expect(output.contains("this run is not kept"), "\(output.suffix(300))")
      #expect(briefing.folder.read("state/dossier/rehearsals/small.talk") == text)
    }

    @Test func rehearsalsAreKeptAndCompared() throws {
      let briefing = try BriefingRun()
      let deck = ["talk", "--dossier", briefing.folder.path]
      let before = try CommandRun(["rehearse", "--runs"] + deck, environment: briefing.environment)
      #expect(before.code == 1 && before.complaint.contains("has not been rehearsed yet"))
      for keys in ["Space Space", "Space"] {
        let terminal = try PseudoTerminal(
          BuiltProduct.path("dossier"), ["rehearse"] + deck, environment: briefing.environment)
        #expect(terminal.read(until: "Wait until all sit.", timeout: DashboardRun.patience))
        for name in keys.split(separator: " ") {
          terminal.send(try #require(Key(String(name))).bytes)
        }
        terminal.send("q")
        #expect(terminal.read(until: "Leave the talk?", timeout: DashboardRun.patience))
        terminal.send("y")
        #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(0))
        let text = String(decoding: terminal.output, as: UTF8.self)
        #expect(text.contains("This run") && text.contains("In all"))
        #expect(terminal.modes == terminal.modesBefore)
      }
      let file = try #require(briefing.folder.read("state/dossier/rehearsals/small.talk"))
      #expect(file.split(separator: "\n").compactMap { Rehearsal(line: String($0)) }.count == 2)
      let runs = try CommandRun(["rehearse", "--runs"] + deck, environment: briefing.environment)
      #expect(runs.code == 0)
      let wells = try #require(runs.lines.first { $0.hasPrefix("Wells") })
      #expect(wells.split(separator: " ").count == 5 && !wells.contains(" - "))
      #expect(briefing.hosts.isEmpty)
    }
  }
}
