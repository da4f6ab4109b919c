import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// That the pseudo-terminal, the emulator and the checker tell the truth.
@Suite struct HarnessTests {
  @Test func aProgramHasATerminalOfItsSize() throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "stty size </dev/tty; echo $TERM"], size: Size(width: 61, height: 17))
    #expect(terminal.wait() == .exited(0))
    #expect(String(decoding: terminal.output, as: UTF8.self) == "17 61\r\nxterm-256color\r\n")
  }

  @Test func endingsAreReported() throws {
    #expect(try PseudoTerminal("/bin/sh", ["-c", "exit 7"]).wait() == .exited(7))
    let sleeper = try PseudoTerminal("/bin/sleep", ["60"])
    sleeper.signal(SIGTERM)
    #expect(sleeper.wait() == .killed(signal: SIGTERM))
  }

  @Test func whatIsTypedArrivesAndModesAreSeen() throws {
    let terminal = try PseudoTerminal("/bin/sh", ["-c", "stty -echo; read a; echo got $a"])
    #expect(terminal.modesBefore?.echoes == true)
    #expect(terminal.read { $0.modes?.echoes == false })
    terminal.send("word\r")
    #expect(terminal.read(until: "got word"))
  }

  @Test func theEmulatorShowsCells() throws {
    let emulator = try #require(Emulator(Size(width: 10, height: 2)))
    emulator.feed(Array("\u{1b}[?1049h\u{1b}[?25l\u{1b}[2;3H\u{1b}[1;7;38;5;25mé漢\u{1b}[m".utf8))
    #expect(emulator.rows == ["", "  é漢"])
    #expect(emulator.isAlternateScreen && !emulator.isCursorVisible)
    #expect(emulator.cursor == Point(x: 5, y: 1))
    let look = try #require(emulator.look(2, 1))
    #expect(look.attributes == [.bold, .reverse])
    #expect(look.foreground == 25 && look.background == nil)
    #expect(emulator.look(3, 1)?.columns == 2 && emulator.look(4, 1)?.columns == 0)
    #expect(emulator.look(10, 0) == nil)
  }

  @Test func theEmulatorReadsSequencesInPieces() throws {
    let emulator = try #require(Emulator(Size(width: 10, height: 2)))
    for byte in Array("\u{1b}[?1006;1000h\u{1b}[?25lab\u{1b}[1mc".utf8) { emulator.feed([byte]) }
    #expect(emulator.isMouseOn && !emulator.isCursorVisible)
    #expect(emulator.row(0) == "abc" && emulator.look(2, 0)?.attributes == [.bold])
  }

  /// Whatever came before: a choice of a character set changes which decoder reads a character.
  @Test(arguments: ["", "\u{1b}(B", "\u{1b}(0\u{1b}(B"])
  func theEmulatorReadsCharactersInPieces(_ set: String) throws {
    let bytes = Array("\(set)aé–漢🙂e\u{301}b\u{1b}[31m…".utf8)
    for cut in 1..<bytes.count {
      let emulator = try #require(Emulator(Size(width: 20, height: 2)))
      emulator.feed(bytes[..<cut])
      emulator.feed(bytes[cut...])
      #expect(emulator.row(0) == "aé–漢🙂e\u{301}b…", "cut at \(cut)")
    }
  }

  @Test func theEmulatorRepeatsUpToTheLastColumn() throws {
    let emulator = try #require(Emulator(Size(width: 10, height: 2)))
    for piece in ["+-", "\u{1b}[", "7b+", "\u{1b}(", "B|"] { emulator.feed(Array(piece.utf8)) }
    #expect(emulator.rows == ["+--------+", "|"])
  }

  @Test(arguments: [
    "plain é漢\r\n", "\u{1b}[?1049h\u{1b}[22;0;0t\u{1b}[1;24r\u{1b}(B\u{1b}[m", "\u{1b}[38;5;25m",
    "\u{1b}]52;c;QUJD\u{7}", "\u{1b}Ptmux;\u{1b}\u{1b}]52;c;QUJD\u{7}\u{1b}\\", "\u{1b}[!p",
  ])
  func knownSequencesPass(_ text: String) {
    #expect(SequenceChecker.faults(in: Array(text.utf8)).isEmpty)
  }

  @Test(arguments: [
    "\u{1b}]0;title\u{7}", "\u{1b}[6n", "\u{1b}[?9999h", "\u{1}", "\u{7f}", "\u{9b}31m",
    "\u{202e}", "\u{1b}", "\u{1b}[", "\u{1b}]52;c;!\u{7}", "\u{1b}[5;5R", "\u{1b}[>c",
    "\u{1b}Pq#0\u{7}",
  ])
  func otherSequencesAreFaults(_ text: String) {
    #expect(!SequenceChecker.faults(in: Array(text.utf8)).isEmpty)
  }

  @Test func illFormedBytesAreFaults() {
    #expect(SequenceChecker.faults(in: [0x41, 0xff]).map(\.offset) == [1])
    #expect(SequenceChecker.faults(in: [0xe9, 0x41]).map(\.offset) == [0])
    #expect(SequenceChecker.faults(in: [0xe2, 0x94]).map(\.offset).first == 0)
  }
}
