import TestSupport
import Testing

@testable import Canvas
@testable import Terminal

/// That the terminal is asked for its background once, and its answer is drawn with.
@Suite(.serialized) struct BackgroundTests {
  @Test(arguments: [
    ("11;rgb:ffff/ffff/dddd", 0xffffdd), ("11;rgb:00/2b/36", 0x002b36), ("11;rgb:f/8/0", 0xff8800),
    ("11;rgba:1a1a/1b1b/2626/ffff", 0x1a1b26), ("11;rgb:000/fff/800", 0x00ff80),
  ])
  func answersAreColours(_ text: String, _ value: Int) {
    #expect(BackgroundReport.colour(in: Array(text.utf8))?.value == value)
  }

  @Test(arguments: [
    "", "11;", "10;rgb:0/0/0", "11;rgb:0/0", "11;rgb:0/0/0/0", "11;rgb:/0/0", "11;rgb:fffff/0/0",
    "11;rgb:-1/0/0", "11;rgb:+1/0/0", "11;#ffffff", "11;rgba:0/0/0/0/0", "11;rgb:x/y/z",
    "11;rgb:٣/0/0",
  ])
  func whatIsNoColourIsNone(_ text: String) {
    #expect(BackgroundReport.colour(in: Array(text.utf8)) == nil)
  }

  @Test func anAnswerIsAReportAndNoKeys() {
    var decoder = InputDecoder()
    let answers =
      "a\u{1b}]11;rgb:ffff/0000/0000\u{7}b\u{1b}]11;rgb:00/00/ff\u{1b}\\c"
      + "\u{1b}\u{1b}]11;rgb:0/0/0\u{7}\u{1b}[?2031;2$y\u{1b}[?997;1n\u{1b}[?2031;0$y"
    let events = answers.utf8.flatMap { decoder.take($0) }
    let keys: [Key] = [.character("a"), .character("b"), .character("c"), .escape]
    #expect(events == keys.map { .key($0) })
    #expect(
      decoder.reports == [
        .background(Theme.RGB(255, 0, 0)), .background(Theme.RGB(0, 0, 255)),
        .background(Theme.RGB(0, 0, 0)), .colourNotices, .coloursChanged,
      ])
  }

  @Test func nothingElseIsAnAnswer() {
    var decoder = InputDecoder()
    let long = String(repeating: "f", count: 100_000)
    for text in [
      // Pasted, cancelled, of another kind, and without an end in sight.
      "\u{1b}[200~\u{1b}]11;rgb:0/0/0\u{7}\u{1b}[201~", "\u{1b}]11;rgb:0/0/0\u{18}",
      "\u{1b}P11;rgb:0/0/0\u{1b}\\", "\u{1b}]11;rgb:0/0/0\(long)\u{7}",
    ] {
      _ = text.utf8.flatMap { decoder.take($0) }
      #expect(decoder.reports.isEmpty, "\(text.prefix(40))")
    }
  }

  @Test func theAnswerIsDrawnWithAndChangesAreFollowed() throws {
    let probe = try Probe()
    let question = "\u{1b}]11;?\u{7}"
    #expect(probe.terminal.read(until: question))
    // The first frame did not wait for the answer.
    #expect(probe.shows("size 80x24"))
    probe.terminal.send("\u{1b}[?2031;2$y\u{1b}]11;rgb:ffff/ffff/ffff\u{7}\u{1b}[0n")
    #expect(probe.terminal.read(until: "\u{1b}[?2031h"))
    #expect(probe.shows("recoloured"))
    let light = try #require(ThemeDefinition.light.foreground(of: .accent0)?.index256)
    #expect(probe.terminal.read(until: "38;5;\(light)"))
    let asked = probe.terminal.output.count
    probe.terminal.send("\u{1b}[?997;1n")
    #expect(probe.terminal.read(until: question, from: asked))
    probe.terminal.send("\u{1b}]11;rgb:0000/0000/0000\u{7}\u{1b}[0n")
    let dark = try #require(ThemeDefinition.dark.foreground(of: .accent0)?.index256)
    #expect(probe.terminal.read(until: "38;5;\(dark)"))
    // The same answer again changes nothing.
    probe.terminal.settle()
    probe.terminal.send("\u{1b}]11;rgb:0000/0000/0000\u{7}")
    #expect(probe.terminal.read(timeout: 300).isEmpty)
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
    #expect(probe.terminal.output.contains(Array("\u{1b}[?2031l".utf8)))
  }

  @Test(arguments: [
    ["TERM": "linux"], ["TERM": "vt220"], ["TERM": "screen"], ["TERM": "xterm"],
    ["TERM": "xterm-256color", "NO_COLOR": "1"],
  ])
  func nothingIsAskedWhereItWouldHarmOrNotHelp(_ environment: [String: String]) throws {
    let probe = try Probe(environment: environment)
    #expect(probe.shows("size 80x24"))
    probe.terminal.settle()
    #expect(!probe.terminal.output.contains(Array("\u{1b}]11".utf8)))
    #expect(!probe.terminal.output.contains(Array("2031".utf8)))
  }

  @Test func tmuxIsAskedUnderTheNameOfScreen() throws {
    let probe = try Probe(environment: ["TERM": "screen-256color", "TMUX": "/tmp/tmux,1,0"])
    #expect(probe.terminal.read(until: "\u{1b}]11;?\u{7}"))
  }
}
