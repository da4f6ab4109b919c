import Interface
import TestSupport
import Testing

@testable import Terminal

/// That a frame says the same with fewer bytes.
@Suite struct ThriftTests {
  private static let ecma = Array("\u{1b}[%i%p1%d;%p2%dH".utf8)

  private func thin(_ text: String, _ thrift: inout Thrift) -> String {
    String(decoding: thrift.thin(Array(text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    (
      "\u{1b}(B\u{1b}[0;1m\u{1b}[38;5;26m1\u{1b}[39m\u{1b}(B\u{1b}[m a",
      "\u{1b}(B\u{1b}[0;1;38;5;26m1\u{1b}[m a"
    ),
    ("a\u{1b}[m\u{1b}[6;31H\u{1b}(B\u{1b}[0;1mb", "a\u{1b}[6;31H\u{1b}(B\u{1b}[0;1mb"),
    // An erased cell has the attributes of its time.
    ("\u{1b}[7m\u{1b}[K\u{1b}[m", "\u{1b}[7m\u{1b}[K\u{1b}[m"),
    ("\u{1b}[m\u{1b}[1ma", "\u{1b}[0;1ma"), ("\u{1b}[1m", "\u{1b}[1m"),
    // A private mode is no attribute, and neither is the text of a string.
    (
      "\u{1b}[?4m\u{1b}[>4;1ma\u{1b}]0;\u{1b}[1m\u{7}",
      "\u{1b}[?4m\u{1b}[>4;1ma\u{1b}]0;\u{1b}[1m\u{7}"
    ),
    // Lines of the second set, and back.
    ("\u{1b}(0q\u{1b}(Ba\u{1b}(B", "\u{1b}(0q\u{1b}(Ba"),
    ("\u{0e}q\u{0f}a\u{0f}", "\u{0e}q\u{0f}a"),
    ("", ""), ("\u{1b}", "\u{1b}"), ("\u{1b}[1", "\u{1b}[1"), ("─é\r\n", "─é\r\n"),
  ])
  func knownFrames(_ frame: String, _ expected: String) {
    var thrift = Thrift(cup: Self.ecma)
    #expect(thin(frame, &thrift) == expected)
  }

  @Test func whatIsInForceIsKnownInTheNextFrame() {
    var thrift = Thrift(cup: Self.ecma)
    #expect(thin("\u{1b}(B\u{f}a", &thrift) == "\u{1b}(B\u{f}a")
    #expect(thin("\u{1b}(B\u{f}\u{1b}[1mb", &thrift) == "\u{1b}[1mb")
    // Another terminal's escapes mean something else.
    var other = Thrift(cup: Array("\u{1b}=%p1%' '%+%c%p2%' '%+%c".utf8))
    #expect(thin("\u{1b}(B\u{1b}(B", &other) == "\u{1b}(B\u{1b}(B")
  }

  /// Random frames make the same picture as they are and thinned.
  @Test(arguments: [1, 2, 3, 4] as [UInt64]) func theSamePicture(seed: UInt64) throws {
    var random = SeededRandom(seed)
    let size = Size(width: 30, height: 6)
    let whole = try #require(Emulator(size))
    let thinned = try #require(Emulator(size))
    var thrift = Thrift(cup: Self.ecma)
    var pieces = [
      "\u{1b}(B", "\u{0f}", "\u{1b}[m", "\u{1b}[0m", "\u{1b}[39m", "\u{1b}[39;49m", "\r",
    ]
    pieces += [
      "\u{1b}[K", "\u{1b}[4X", "\u{1b}[1K", "\n", "\u{8}", "\u{1b}[2;3H", "\u{1b}[9G", "\u{1b}[4d",
    ]
    pieces += [1, 3, 4, 7].flatMap { ["\u{1b}[\($0)m", "\u{1b}[0;\($0)m"] }
    pieces += [31, 44].map { "\u{1b}[\($0)m" } + ["\u{1b}[38;5;26m", "\u{1b}[48;5;200m"]
    pieces += ["a", "bcd", "é", "─", " ", "漢"]
    for frame in 0..<400 {
      let text = (0..<random.int(1...40)).map { _ in pieces[random.int(0...pieces.count - 1)] }
        .joined()
      let bytes = Array(text.utf8)
      let less = thrift.thin(bytes)
      #expect(less.count <= bytes.count)
      whole.feed(bytes)
      thinned.feed(less)
      for y in 0..<size.height {
        for x in 0..<size.width where whole.look(x, y) != thinned.look(x, y) {
          Issue.record(
            "seed \(seed), frame \(frame): cell \(x), \(y) after \(text.debugDescription)")
          return
        }
      }
      #expect(whole.cursor == thinned.cursor)
    }
  }
}
