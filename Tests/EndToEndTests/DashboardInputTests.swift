import FoundationEssentials
import Reading
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

extension DashboardTests {
  /// That pastes, clicks, citations and a dossier of one's own work in the running program.
  @Suite struct InputTests {
    @Test func aPasteGoesIntoTheSearch() throws {
      let run = try DashboardRun()
      try run.press("/")
      #expect(run.difference() == nil)
      run.send("\u{1b}[200~oil\nMexico\u{1b}[201~", saying: .paste("oil Mexico"))
      #expect(run.difference() == nil)
      #expect(run.emulator.text.contains("Search: oil Mexico"))
      #expect(run.emulator.row(23).hasPrefix(" /oil Mexico"))
      // A paste outside of a line presses no keys.
      try run.press("Esc")
      #expect(run.difference() == nil)
      run.send("\u{1b}[200~Q2\u{1b}[201~", saying: .paste("Q2"))
      try run.press("3")
      #expect(run.difference() == nil)
      #expect(run.emulator.row(0).hasSuffix("› Migration"))
    }

    @Test func whatIsTypedIsFoundAndOpened() throws {
      let run = try DashboardRun()
      try run.press("/ c u s t o m s Enter")
      #expect(run.difference() == nil)
      #expect(run.shows("Search: customs"))
      try run.press("Enter")
      #expect(run.difference() == nil)
      #expect(!run.emulator.row(0).hasSuffix("› Search"))
      try run.press("Esc")
      #expect(run.difference() == nil)
      #expect(run.emulator.row(0).hasSuffix("› Search"))
    }

    @Test func aClickSelectsWhenTheMouseIsOn() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      // While it is off, the terminal keeps the mouse for itself.
      #expect(!run.emulator.isMouseOn)
      try run.press("M")
      #expect(run.difference() == nil)
      #expect(run.shows { $0.isMouseOn })
      let cursor = run.emulator.cursor
      let point = Point(x: cursor.x + 4, y: cursor.y + 2)
      // Reports count from 1. The release means nothing.
      let place = "\(point.x + 1);\(point.y + 1)"
      run.send("\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m", saying: .click(point))
      #expect(run.difference() == nil)
      #expect(run.emulator.cursor == Point(x: cursor.x, y: cursor.y + 2))
      #expect(run.shows("─ 2 Security "))
      run.send("\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m", saying: .click(point))
      #expect(run.difference() == nil)
      #expect(run.emulator.row(0).hasSuffix("› Security"))
      run.send("\u{1b}[<65;60;10M", saying: .scroll(Point(x: 59, y: 9), 1))
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    /// ncurses reads on in a mouse report until it ends, which one that is cut off never does.
    @Test(arguments: ["\u{1b}[<0;4", "\u{1b}[M", "\u{1b}[<"])
    func aMouseReportThatIsCutOffStopsNothing(_ report: String) throws {
      let run = try DashboardRun(["--mouse"])
      #expect(run.difference() == nil)
      run.terminal.send(report)
      run.settle()
      run.terminal.send("\u{3}")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(130))
      #expect(run.leftovers() == [])
    }

    @Test(arguments: ["y", "Y"])
    func aCitationArrivesInTheClipboard(_ key: String) throws {
      let run = try DashboardRun()
      try run.press("2 \(key)")
      #expect(run.difference() == nil)
      let wanted = run.effects.compactMap { effect -> String? in
        if case .copy(let text) = effect { text } else { nil }
      }
      #expect(wanted.count == 1 && wanted.allSatisfy { $0.contains("Security") })
      #expect(copied(run.terminal.output) == wanted)
    }

    @Test func aLongCitationArrivesInPiecesUnderScreen() throws {
      let run = try DashboardRun(environment: ["TERM": "screen"])
      try run.press("2 Y")
      #expect(run.difference() == nil)
      let text = String(decoding: run.terminal.output, as: UTF8.self)
        .replacing("\u{1b}\\\u{1b}P", with: "").replacing("\u{1b}P", with: "")
      #expect(copied(Array(text.utf8)).count == 1)
      #expect(SequenceChecker.faults(in: run.terminal.output) == [])
    }

    /// The texts that a program has put on the clipboard (OSC 52).
    private func copied(_ bytes: [UInt8]) -> [String] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\u{1b}]52;c;").dropFirst()
        .compactMap { piece in
          guard let end = piece.firstIndex(of: "\u{7}") else { return nil }
          return Data(base64Encoded: String(piece[..<end])).map {
            String(decoding: $0, as: UTF8.self)
          }
        }
    }

    @Test func faultsOfAFolderAreReported() throws {
      let folder = try CommandFolder.sample()
      try folder.write(
        "recommendations/water-2.md",
        """
        ---
        id: water-2
        chapter: nowhere
        number: 2
        title: "Dig \\e[31m another"
        addressees: [nobody]
        addressee-basis: stated
        themes: [fire]
        ---

        Dig.

        """)
      let reading = DossierReader.read(DiskFolder(folder.path))
      #expect(reading.diagnostics.count > 1)
      let run = try DashboardRun([folder.path], reading: reading)
      #expect(run.difference() == nil)
      #expect(run.emulator.row(0).hasSuffix("! \(reading.diagnostics.count) faults"))
      try run.press("!")
      #expect(run.difference() == nil)
      #expect(run.emulator.text.contains("Faults  (\(reading.diagnostics.count))"))
      #expect(run.emulator.text.contains("water-2.md"))
      try run.press("r j Enter")
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }
  }
}
