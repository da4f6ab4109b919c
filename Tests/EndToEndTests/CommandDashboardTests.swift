import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// The dashboard itself, in a real terminal.
@Suite struct CommandDashboardTests {
  /// A dashboard in a pseudo-terminal, with what it has drawn.
  private final class Screen {
    let terminal: PseudoTerminal
    let emulator: Emulator
    private var fed = 0

    init(
      _ arguments: [String] = [], size: Size = Size(width: 80, height: 24),
      environment: [String: String] = [:]
    ) throws {
      terminal = try PseudoTerminal(
        BuiltProduct.path("dossier"), arguments, size: size,
        environment: ["HOME": "/dev/null"].merging(environment) { $1 })
      emulator = try #require(Emulator(size))
    }

    /// Feeds the emulator what has come.
    func catchUp() {
      emulator.feed(terminal.output[fed...])
      fed = terminal.output.count
    }

    /// Whether a condition comes to hold on the screen.
    func shows(_ condition: (Emulator) -> Bool) -> Bool {
      terminal.read(timeout: 10_000) { [self] _ in
        catchUp()
        return condition(emulator)
      }
    }

    /// Whether the screen comes to show a text.
    func shows(_ text: String) -> Bool { shows { $0.text.contains(text) } }

    /// How the program ends, and that it leaves the terminal as it was.
    func ends() -> PseudoTerminal.Ending? {
      let ending = terminal.wait(timeout: 10_000)
      catchUp()
      #expect(!emulator.isAlternateScreen)
      #expect(emulator.isCursorVisible)
      #expect(terminal.modes == terminal.modesBefore)
      #expect(SequenceChecker.faults(in: terminal.output) == [])
      return ending
    }
  }

  @Test func showsWhatRenderDraws() throws {
    let screen = try Screen(["--no-state"])
    let drawn = try CommandRun(["render", "--keys", "2"]).text
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(24).map(String.init)
    #expect(screen.shows("New Ideas"))
    screen.terminal.send("2")
    #expect(screen.shows { $0.rows == drawn }, "\(screen.emulator.text)")
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }

  @Test(arguments: [
    "place chapter:nowhere\n", "place\n\u{0}\u{1b}[2J", "bookmark rec:\u{1b}]0;x\u{7}\n", "",
  ])
  func aSpoiltStateFileIsHarmless(_ content: String) throws {
    let state = try CommandFolder(["dossier/us-mexico-2013": content])
    let screen = try Screen(environment: ["XDG_STATE_HOME": state.path])
    #expect(screen.shows("New Ideas"))
    screen.terminal.send("oQ")
    #expect(screen.ends() == .exited(0))
  }

  @Test(arguments: ["/dev/null/x", "/proc", "relative", ""])
  func anUnwritableHomeIsNoError(_ home: String) throws {
    let screen = try Screen(environment: ["XDG_STATE_HOME": home, "HOME": home])
    #expect(screen.shows("New Ideas"))
    screen.terminal.send("bQ")
    #expect(screen.ends() == .exited(0))
  }

  @Test(arguments: ["dumb", ""])
  func aTerminalThatCannotDrawGetsLines(_ name: String) throws {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("dossier"),
      environment: ["TERM": name, "HOME": "/dev/null", "LC_ALL": "C"])
    #expect(terminal.read(until: "> ", timeout: 10_000))
    terminal.send("2\n")
    #expect(terminal.read(until: "Chapter 2: ", timeout: 10_000))
    terminal.send("q\n")
    #expect(terminal.wait(timeout: 10_000) == .exited(0))
    #expect(terminal.output.allSatisfy { $0 < 0x7f && $0 != 0x1b })
    let text = String(decoding: terminal.output, as: UTF8.self)
    #expect(text.contains("New Ideas for a New Era"))
    #expect(text.contains("Chapter 2: "))
    let lines = text.split(whereSeparator: \.isNewline)
    #expect(lines.allSatisfy { $0.utf8.count <= 80 })
  }

  @Test func linesFromAFileAreAnswered() throws {
    let folder = try CommandFolder.sample()
    try folder.write("lines", "1\nnext\nfoo\nquit\nnever\n")
    let run = try CommandRun([], input: folder.path + "/lines")
    #expect(run.code == 0)
    #expect(run.controlByte == nil)
    #expect(run.text.contains("Section 1 of "))
    #expect(run.text.contains("There is no command 'foo'"))
    #expect(!run.text.contains("never"))
    #expect(run.lines.allSatisfy { $0.count <= 72 })
  }

  @Test func asciiAndNoColourAreKept() throws {
    let screen = try Screen(["--ascii", "--color", "never", "--no-state"])
    #expect(screen.shows("New Ideas"))
    let cells = (0..<24).flatMap { y in (0..<80).map { x in screen.emulator.look(x, y) } }
    #expect(cells.allSatisfy { $0?.foreground == nil && $0?.background == nil })
    screen.terminal.send("iQ")
    #expect(screen.ends() == .exited(0))
    #expect(screen.terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func aFaultyDossierOpens() throws {
    let folder = try CommandFolder.sample()
    try folder.write("data/observations.csv", "indicator,series\n\u{1b}[2J,x\n")
    let screen = try Screen([folder.path, "--no-state"])
    #expect(screen.shows("A Small Report"))
    #expect(screen.shows("fault"))
    screen.terminal.send("!")
    #expect(screen.shows("Faults"))
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }
}
