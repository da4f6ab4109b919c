import Glibc
import Interface
import TerminalEmulator
import TestSupport
import Testing

/// The dashboard itself, in a real terminal.
@Suite(.serialized) struct CommandDashboardTests {
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

    /// Whether the screen comes to show a text.
    func shows(_ text: String) -> Bool {
      terminal.read(timeout: 10_000) { [self] _ in
        catchUp()
        return emulator.text.contains(text)
      }
    }

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

  @Test func opensMovesAndQuits() throws {
    let screen = try Screen()
    #expect(screen.shows("New Ideas for a New Era"))
    #expect(screen.emulator.isAlternateScreen)
    screen.terminal.send("r")
    #expect(screen.shows("Recommendations"))
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }

  @Test func showsWhatRenderDraws() throws {
    let screen = try Screen(["--no-state"])
    #expect(screen.shows("New Ideas"))
    screen.terminal.send("2")
    #expect(screen.shows("Security"))
    screen.terminal.readUntilQuiet()
    screen.catchUp()
    let drawn = try CommandRun(["render", "--keys", "2"]).text
      .split(separator: "\n", omittingEmptySubsequences: false).prefix(24).map(String.init)
    #expect(screen.emulator.rows == drawn)
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }

  @Test func everyKeyOfTheKeymapIsTaken() throws {
    let screen = try Screen(["--no-state"])
    #expect(screen.shows("New Ideas"))
    for binding in DashboardKeys.standard.bindings where binding.action != .quit {
      for key in binding.keys {
        guard let bytes = Self.bytes(of: key) else { continue }
        screen.terminal.send(bytes)
        if [.search, .palette, .help].contains(binding.action) || bytes == "\u{1b}" {
          // Escape alone must not be taken for the start of a sequence.
          screen.terminal.readUntilQuiet(20, timeout: 500)
          screen.terminal.send("\u{1b}")
          screen.terminal.readUntilQuiet(40, timeout: 500)
        }
        if binding.action == .present { screen.terminal.send("qy") }
        // Back to a screen where the next key means something.
        screen.terminal.send("o")
        screen.terminal.read(timeout: 200)
        try #require(screen.terminal.wait(timeout: 0) == nil, "\(key) ended the dashboard")
      }
    }
    #expect(screen.shows("Recommendations by addressee"))
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }

  /// What a terminal sends for a key; nil for those that end a dashboard on its overview.
  private static func bytes(of key: Key) -> String? {
    switch key {
    case .character("q"): nil
    case .character(let character): String(character)
    case .control(let letter):
      letter.asciiValue.map { String(UnicodeScalar($0 & 0x1f)) }
    case .alt(let character): "\u{1b}\(character)"
    case .up: "\u{1b}OA"
    case .down: "\u{1b}OB"
    case .right: "\u{1b}OC"
    case .left: "\u{1b}OD"
    case .home: "\u{1b}OH"
    case .end: "\u{1b}OF"
    case .pageUp: "\u{1b}[5~"
    case .pageDown: "\u{1b}[6~"
    case .enter: "\r"
    case .tab: "\t"
    case .backTab: "\u{1b}[Z"
    case .backspace: "\u{7f}"
    case .function(1): "\u{1b}OP"
    case .escape, .delete, .insert, .function: "\u{1b}"
    }
  }

  @Test func aSizeChangeKeepsTheScreen() throws {
    let screen = try Screen(["--no-state"])
    #expect(screen.shows("New Ideas"))
    for size in [
      Size(width: 40, height: 12), Size(width: 1, height: 1), Size(width: 120, height: 40),
    ] {
      screen.emulator.resize(size)
      screen.terminal.resize(size)
      screen.terminal.readUntilQuiet()
      screen.catchUp()
    }
    #expect(screen.shows("New Ideas"))
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalSavesAndRestores(_ signal: Int32) throws {
    let state = try CommandFolder()
    let screen = try Screen(environment: ["XDG_STATE_HOME": state.path])
    #expect(screen.shows("New Ideas"))
    screen.terminal.send("3")
    #expect(screen.shows("Migration"))
    screen.terminal.readUntilQuiet()
    screen.terminal.signal(signal)
    #expect(screen.ends() == .exited(128 + signal))
    #expect(state.read("dossier/us-mexico-2013")?.hasPrefix("place chapter:migration\n") == true)
  }

  @Test func theLastPlaceIsKeptAndFoundAgain() throws {
    let state = try CommandFolder()
    let environment = ["XDG_STATE_HOME": state.path]
    let first = try Screen(environment: environment)
    #expect(first.shows("New Ideas"))
    first.terminal.send("4")
    #expect(first.shows("Energy"))
    first.terminal.send("Q")
    #expect(first.ends() == .exited(0))
    var status = stat()
    #expect(stat("\(state.path)/dossier/us-mexico-2013", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    let second = try Screen(environment: environment)
    #expect(second.shows("Energy"))
    second.terminal.send("Q")
    #expect(second.ends() == .exited(0))
    let other = try Screen(["--no-state"], environment: environment)
    #expect(other.shows("New Ideas"))
    other.terminal.send("1Q")
    #expect(other.ends() == .exited(0))
    #expect(state.read("dossier/us-mexico-2013")?.hasPrefix("place chapter:energy\n") == true)
  }

  @Test(arguments: [
    "place chapter:nowhere\n", "place\n\u{0}\u{1b}[2J", "bookmark rec:\u{1b}]0;x\u{7}\n", "",
  ])
  func aSpoiltStateFileIsHarmless(_ content: String) throws {
    let state = try CommandFolder(["dossier/us-mexico-2013": content])
    let screen = try Screen(environment: ["XDG_STATE_HOME": state.path])
    screen.terminal.readUntilQuiet(200, timeout: 10_000)
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
    terminal.readUntilQuiet(200, timeout: 10_000)
    terminal.send("2\n")
    terminal.readUntilQuiet(200, timeout: 10_000)
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
    screen.terminal.readUntilQuiet()
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }

  @Test func nothingIsSentWhileNothingHappens() throws {
    let screen = try Screen(["--no-state"])
    #expect(screen.shows("New Ideas"))
    screen.terminal.readUntilQuiet(300)
    #expect(screen.terminal.read(timeout: 700).isEmpty)
    screen.terminal.send("Q")
    #expect(screen.ends() == .exited(0))
  }
}
