import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// That a session shows what is drawn, in few bytes, on any terminal and at any size.
@Suite(.serialized) struct SessionScreenTests {
  @Test func theFirstFrameShowsCharactersAttributesAndCursor() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24 depth palette256 é漢─"))
    #expect(probe.shows { $0.cursor == Point(x: 2, y: 6) && $0.isCursorVisible })
    #expect(probe.emulator.look(0, 0)?.attributes == [.bold])
    #expect(probe.emulator.look(5, 6)?.attributes == [.reverse])
    for y in 0..<24 { for x in 0..<80 { #expect(probe.emulator.look(x, y)?.background == nil) } }
  }

  @Test func aMoveOfTheSelectionIsUnder200Bytes() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.settle()
    for step in 1...3 {
      probe.terminal.send("\u{1b}[B")
      let bytes = probe.terminal.readUntilQuiet()
      #expect(!bytes.isEmpty && bytes.count <= 200, "\(bytes.count) bytes in step \(step)")
      let at = Point(x: 2, y: 6 + step)
      #expect(probe.shows { $0.cursor == at })
    }
  }

  @Test func nothingIsSentWhereNothingChanged() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.settle()
    probe.terminal.send(String(repeating: "\u{1b}[B", count: 40))
    probe.terminal.settle()
    probe.terminal.send("\u{1b}[B")
    #expect(probe.terminal.read(timeout: 300).isEmpty)
  }

  @Test func manyKeysAtOnceAreOneFrame() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.settle()
    probe.terminal.send(String(repeating: "\u{1b}[B", count: 11))
    #expect(probe.terminal.readUntilQuiet().count < 800)
    #expect(probe.shows { $0.cursor == Point(x: 2, y: 17) })
  }

  @Test func everySizeIsSurvived() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    for (width, height) in [
      (120, 40), (40, 12), (20, 6), (5, 2), (1, 1), (2, 1), (1, 30), (200, 60), (300, 1), (80, 24),
    ] {
      let size = Size(width: width, height: height)
      probe.resize(size)
      let wanted = String("size \(size)".prefix(width)).trimmed
      #expect(probe.shows { $0.size == size && $0.row(0).hasPrefix(wanted) }, "\(size)")
    }
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
  }

  @Test func aStartAtOneByOneLives() throws {
    let probe = try Probe(size: Size(width: 1, height: 1))
    #expect(probe.shows { $0.row(0) == "s" })
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
  }

  @Test(arguments: [
    ("xterm", "eight"), ("xterm-256color", "palette256"), ("screen", "eight"),
    ("tmux-256color", "palette256"), ("linux", "eight"), ("vt100", "none"), ("vt220", "none"),
    ("rxvt", "eight"), ("no-such-terminal", "palette256"),
  ])
  func everyTerminalIsServed(_ name: String, _ depth: String) throws {
    let probe = try Probe(environment: ["TERM": name])
    #expect(probe.shows("depth \(depth)"), "\(probe.emulator.text)")
    probe.terminal.send("\u{1b}OB")
    #expect(probe.shows { $0.row(7).hasPrefix("▸") }, "\(probe.emulator.text)")
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
  }

  @Test func noColorIsHeeded() throws {
    let probe = try Probe(environment: ["NO_COLOR": "1"])
    #expect(probe.shows("depth none"))
    #expect(probe.emulator.look(5, 6)?.attributes == [.reverse])
    #expect(!String(decoding: probe.terminal.output, as: UTF8.self).contains("38;5"))
  }

  @Test func anAsciiLocaleGetsAscii() throws {
    let probe = try Probe(environment: ["LANG": "C"])
    #expect(probe.shows("size 80x24 depth palette256 e? -"))
    probe.terminal.send("q")
    probe.terminal.wait()
    #expect(probe.terminal.output.allSatisfy { $0 < 0x80 })
  }

  @Test func aLocaleThatIsNotInstalledStaysUnicode() throws {
    let probe = try Probe(environment: ["LANG": "xx_XX.UTF-8"])
    #expect(probe.shows("é漢─"))
  }

  @Test func keysPastesAndTheMouseArrive() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    for (bytes, text) in [
      ("\u{1b}", "key(Esc)"), ("\u{1b}[1;5A", "key(Up)"),
      ("\u{1b}x", "key(Alt-x)"), ("é", "key(é)"), ("\u{1b}OP", "key(F1)"),
      ("\u{1b}[200~two\nlines\u{1b}[A\u{1b}[201~", "paste(\"two lines\")"),
      ("m", "key(m)"), ("\u{1b}[<0;5;3M", "click(Canvas.Point(x: 4, y: 2))"),
      ("\u{1b}[<65;5;3M", "scroll(Canvas.Point(x: 4, y: 2), 1)"),
    ] {
      probe.terminal.send(bytes)
      #expect(probe.shows(text), "\(text): \(probe.emulator.text)")
    }
  }

  @Test func escapeIsAnsweredSoon() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.settle()
    let clock = ContinuousClock()
    // The quickest of five, because the machine may be busy; 25 ms is what ncurses waits.
    let times = (0..<5).map { _ in
      clock.measure {
        let start = probe.terminal.output.count
        probe.terminal.send("\u{1b}")
        _ = probe.terminal.read { $0.output.count > start }
        probe.terminal.settle(0)
      }
    }
    #expect(times.min() ?? .seconds(1) < .milliseconds(60), "\(times)")
  }

  @Test func copyingSendsTheClipboardSequence() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.send("y")
    #expect(probe.terminal.read(until: "\u{1b}]52;c;ZmlndXJlIMOp\u{7}"))
    #expect(probe.shows("copied true"))
  }
}

extension String {
  /// Without the spaces at its end, as the emulator gives a row.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
