import TestSupport
import Testing

@testable import Canvas
@testable import Terminal

/// That each form of a key becomes that key, and that unknown sequences vanish.
@Suite struct InputDecoderTests {
  private func events(_ text: String) -> [InputEvent] { events(Array(text.utf8)) }

  private func events(_ bytes: [UInt8]) -> [InputEvent] {
    var decoder = InputDecoder()
    return bytes.flatMap { decoder.take($0) } + decoder.timeout()
  }

  @Test(arguments: [
    ("a", [Key.character("a")]), ("é漢", [.character("é"), .character("漢")]),
    ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{8}", [.backspace]),
    ("\u{7f}", [.backspace]), ("\u{1b}", [.escape]), ("\u{1b}\u{1b}", [.escape, .escape]),
    ("\u{4}", [.control("d")]), ("\u{10}", [.control("p")]), ("\u{1f}", [.control("_")]),
    ("\u{1b}x", [.alt("x")]), ("\u{1b}[", [.alt("[")]), ("\u{1b}O", [.alt("O")]),
    ("\u{1b}[A", [.up]), ("\u{1b}OB", [.down]), ("\u{1b}[1;5C", [.right]),
    ("\u{1b}[1;3D", [.left]), ("\u{1b}\u{1b}[A", [.up]), ("\u{1b}[H", [.home]),
    ("\u{1b}[1~", [.home]), ("\u{1b}[7~", [.home]), ("\u{1b}OF", [.end]), ("\u{1b}[4~", [.end]),
    ("\u{1b}[8~", [.end]), ("\u{1b}[5~", [.pageUp]), ("\u{1b}[6;5~", [.pageDown]),
    ("\u{1b}[5^", [.pageUp]), ("\u{1b}[2~", [.insert]), ("\u{1b}[3~", [.delete]),
    ("\u{1b}[Z", [.backTab]), ("\u{1b}OP", [.function(1)]), ("\u{1b}[11~", [.function(1)]),
    ("\u{1b}[[A", [.function(1)]), ("\u{1b}[1;2P", [.function(1)]), ("\u{1b}OS", [.function(4)]),
    ("\u{1b}[24~", [.function(12)]), ("\u{1b}OM", [.enter]), ("\u{1b}Ow", [.character("7")]),
    ("\u{1b}[27;5;106~", [.control("j")]), ("\u{1b}[13;2u", [.enter]),
    ("\u{1b}\r", [.escape, .enter]),
  ])
  func keys(_ text: String, _ keys: [Key]) {
    #expect(events(text) == keys.map { .key($0) })
  }

  @Test(arguments: [
    "\u{1b}[?1;2c", "\u{1b}[99~", "\u{1b}[12;40R", "\u{1b}[<0;1;2M", "\u{1b}[M !!",
    "\u{1b}[1;2;3;4;5q", "\u{1b}]11;rgb:0/0/0\u{7}", "\u{1b}]0;x\u{1b}\\",
    "\u{1b}[99999999999999999999~",
    "\u{1b}[I", "\u{1b}[1;", "\u{9b}", "\u{1b}(B", "\u{1b}%G", "\u{1b}#8", "\u{1b} F",
    "\u{1b}$(A", "\u{1b}N1", "\u{8e}1", "\u{1b}[T!!!!!!", "\u{1b}[t!!", "\u{1b}[57441u",
    "\u{1b}[97;1:3u",
  ])
  func unknownSequencesVanish(_ text: String) {
    let found = events(text)
    #expect(found.isEmpty)
    // What is open takes the letter for its end.
    let isOpen = ["\u{1b}[1;", "\u{9b}"].contains(text)
    #expect(events(text + "j") == (isOpen ? [] : [.key(.character("j"))]))
  }

  @Test func answersOfTheTerminalAreReportsAndNoKeys() {
    var decoder = InputDecoder()
    let events = "a\u{1b}[0n\u{1b}[?2026;2$y\u{1b}[?2026;0$yb".utf8.flatMap { decoder.take($0) }
    #expect(events == [.key(.character("a")), .key(.character("b"))])
    #expect(decoder.reports == [.status, .synchronizedOutput])
  }

  @Test func escapeIsHeardBeforeAnAnswer() {
    var decoder = InputDecoder()
    let bytes = "\u{1b}\u{1b}[0na\u{1b}\u{1b}[3nb\u{1b}\u{1b}[?2026;0$yc\u{1b}[2;7R".utf8
    let events = bytes.flatMap { decoder.take($0) }
    let keys: [Key] = [
      .escape, .character("a"), .escape, .character("b"), .escape, .character("c"),
    ]
    #expect(events == keys.map { .key($0) })
    #expect(decoder.reports == [.status, .status])
    // The place of the cursor, which nobody asks for, is no key; with 1 for a row it is F3, and two escapes before an arrow are Alt.
    #expect(self.events("\u{1b}[1;2R") == [.key(.function(3))])
    #expect(self.events("\u{1b}\u{1b}[A") == [.key(.up)])
  }

  @Test func aPasteCannotAnswerForTheTerminal() {
    var decoder = InputDecoder()
    _ = "\u{1b}[200~\u{1b}[0n\u{1b}[201~".utf8.flatMap { decoder.take($0) }
    #expect(decoder.reports.isEmpty)
  }

  @Test func controlsOfEightBitsBeginSequencesWhereNoCharacterIsOpen() {
    #expect(events([0x9b, 0x39, 0x39, 0x7e, 0x6a]) == [.key(.character("j"))])
    #expect(events([0x9d, 0x30, 0x3b, 0x78, 0x07, 0x6a]) == [.key(.character("j"))])
    #expect(events([0xc3, 0x9b]) == [.key(.character("Û"))])
  }

  /// Alt with a sign is told from a sequence by what follows at once.
  @Test func signsWithAltAreKeys() {
    #expect(events("\u{1b}(") == [.key(.alt("("))])
    #expect(events("\u{1b}N") == [.key(.alt("N"))])
    #expect(events("\u{1b} ") == [.key(.escape), .key(.character(" "))])
    #expect(events("\u{1b}(\u{1b}[A") == [.key(.alt("(")), .key(.up)])
  }

  @Test func keysThatAreReportedWithTheirPressAreKeys() {
    #expect(events("\u{1b}[97;1:1u") == [.key(.character("a"))])
    #expect(events("\u{1b}[97:65;5u") == [.key(.control("a"))])
  }

  /// A paste whose end never comes ends with Ctrl-C, and waits long for a line that stalls.
  @Test func aPasteIsWaitedForAndCanBeEnded() {
    var decoder = InputDecoder()
    #expect("\u{1b}[200~mex".utf8.flatMap { decoder.take($0) }.isEmpty)
    #expect(decoder.patience ?? 0 >= 10_000)
    #expect("ico Q\u{1b}[201~".utf8.flatMap { decoder.take($0) } == [.paste("mexico Q")])
    #expect(
      "\u{1b}[200~x\u{3}j".utf8.flatMap { decoder.take($0) } == [
        .key(.control("c")), .key(.character("j")),
      ])
  }

  @Test func illFormedBytesAreDropped() {
    #expect(events([0xff, 0xfe, 0x61]) == [.key(.character("a"))])
    #expect(events([0xc3, 0x61]) == [.key(.character("a"))])
    #expect(events([0xa9, 0xe2, 0x94, 0x6a]) == [.key(.character("j"))])
    #expect(events([0xed, 0xa0, 0x80, 0x6a]) == [.key(.character("j"))])
    #expect(events([0xf5, 0x80, 0x80, 0x80, 0x6a]) == [.key(.character("j"))])
  }

  @Test func pastesHoldNoControls() {
    #expect(
      events("\u{1b}[200~a\r\n\tb\u{7}\u{202e}c\u{1b}[201~d")
        == [.paste("a bc"), .key(.character("d"))])
    #expect(events("\u{1b}[200~never closed") == [.paste("never closed")])
    #expect(events("\u{1b}[200~\u{1b}[201~") == [])
  }

  @Test func randomBytesDoNoHarm() {
    let seed = Trials.seed(1)
    var random = SeededRandom(seed)
    var decoder = InputDecoder()
    for _ in 0..<Trials.count(200_000) {
      let byte =
        random.int(0...3) == 0
        ? [0x1b, 0x5b, 0x4f, 0x3b][random.int(0...3)] : UInt8(random.int(0...255))
      for case .paste(let text) in decoder.take(byte) {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
      }
    }
    _ = decoder.timeout()
    #expect(decoder.take(UInt8(ascii: "j")) == [.key(.character("j"))], "seed \(seed)")
  }

  @Test func extendedNamesBecomePlainKeys() {
    #expect(KeySequences.key(name: "kUP5") == .up)
    #expect(KeySequences.key(name: "kDC3") == .delete)
    #expect(KeySequences.key(name: "kPRV7") == .pageUp)
    #expect(KeySequences.key(name: "^A") == nil)
  }
}
