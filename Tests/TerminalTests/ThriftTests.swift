import Glibc
import Interface
import TerminalEmulator
import TestSupport
import Testing

@testable import Terminal

/// That a frame says the same with fewer bytes.
@Suite struct ThriftTests {
  private static let size = Size(width: 30, height: 6)
  /// What a frame begins with where nothing is known of the terminal.
  private static let empty = "\u{1b}[m\u{1b}[H\u{1b}[2J"

  private static func skills(_ entry: Terminfo) -> TerminalSkills {
    TerminalSkills(
      string: { Capability.withoutPadding(entry.strings[$0] ?? []) },
      flag: { entry.flags.contains($0) })
  }

  private static func thrift(
    _ name: String = "xterm-256color", _ size: Size = size, repeats: Bool = true
  ) throws -> Thrift {
    // As in a program whose locale has UTF-8.
    try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
    var thrift = Thrift(size, isUTF8: true, skills(try #require(Terminfo(name))))
    thrift.repeats = repeats
    return thrift
  }

  /// What is sent for a frame, after another one on an empty screen.
  private func thin(
    _ frame: String, after first: String = "", _ name: String = "xterm-256color",
    repeats: Bool = true
  ) throws -> String {
    var thrift = try Self.thrift(name, repeats: repeats)
    _ = thrift.thin(Array((Self.empty + first).utf8))
    return String(decoding: thrift.thin(Array(frame.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    // What is there already is not sent again.
    ("\u{1b}[Habc", "abc", ""), ("\u{1b}[Habx", "abc", "\u{8}x"),
    ("\u{1b}(B\u{f}a", "\u{1b}(B\u{f}", "a"),
    // Blanks look alike with any pen that does not show on them.
    ("\u{1b}[1mone\u{1b}[m \u{1b}[1mtwo", "", "\u{1b}[1mone two"),
    ("\u{1b}[1m \u{1b}[31m ", "", "\u{1b}[3G"),
    ("\u{1b}[7m ", "", "\u{1b}[7m "), ("\u{1b}[4m \u{1b}[m ", "", "\u{1b}[4m \u{1b}[C"),
    // Only what differs is begun and ended.
    ("\u{1b}[0;1;31ma\u{1b}[0;1mb\u{1b}[mc", "", "\u{1b}[1;31ma\u{1b}[39mb\u{1b}[mc"),
    ("\u{1b}[1;38;5;26ma\u{1b}[0;7;38;5;26mb", "", "\u{1b}[1;38;5;26ma\u{1b}[22;7mb"),
    // A run is a character and a number, but never up to the edge.
    ("──────────", "", "─\u{1b}[9b"), ("──", "", "──"), ("......", "", ".\u{1b}[5b"),
    ("──────────────────────────────", "", "─\u{1b}[27b──"),
    // What is blank now is erased.
    ("\u{1b}[H\u{1b}[K", "abcdef", "\r\u{1b}[K"),
    ("\u{1b}[H      ", "abcdef│", "\r\u{1b}[6X\u{1b}[7G"),
    ("\u{1b}[44m\u{1b}[K", "", "\u{1b}[44m\u{1b}[K"),
    // Rows below come by the shortest way.
    ("\u{1b}[Hone\u{1b}[2;1Htwo\u{1b}[3;4Hx", "", "one\r\ntwo\nx"),
    // A private mode is no attribute, and neither is the text of a string.
    ("\u{1b}[?1h\u{1b}]0;\u{1b}\\a", "", "\u{1b}[?1h\u{1b}]0;\u{1b}\\a"),
    // The last cell of all is written without wrapping, behind which the place is known.
    (
      "\u{1b}[6;30H\u{1b}[?7lx\u{1b}[?7h\u{1b}[5A\u{1b}[29Dy", "",
      "\u{1b}[?7l\u{1b}[?7hy\u{1b}[6;30Hx\u{1b}[;2H"
    ),
    ("", "", ""),
  ])
  func knownFrames(_ frame: String, _ first: String, _ expected: String) throws {
    let found = try thin(frame, after: first)
    #expect(found == expected, "\(found.debugDescription)")
  }

  @Test func onlyWhatTerminfoSaysIsSent() throws {
    // A VT100 ends all attributes at once and erases no single cells.
    #expect(
      try thin("\u{1b}[1ma\u{1b}[7mb\u{1b}[0;7mc", "vt100") == "\u{1b}[1ma\u{1b}[7mb\u{1b}[;7mc")
    let erased = try thin("\u{1b}[H      ", after: "abcdef│", "vt100")
    #expect(erased == "\r      ", "\(erased.debugDescription)")
    // Terminals without `bce` do not agree on the ground of what is erased.
    let filled = try thin("\u{1b}[44m      ", after: "│", "screen")
    #expect(filled == "\u{1b}[44m      ", "\(filled.debugDescription)")
    #expect(try thin("──────────", "tmux-256color", repeats: false) == "──────────")
    // Another terminal's escapes mean something else, and one that wraps at once is not written for.
    for name in ["vt52", "ansi"] {
      var other = try Self.thrift(name)
      #expect(other.thin(Array("\u{1b}(B\u{1b}(B".utf8)) == Array("\u{1b}(B\u{1b}(B".utf8))
    }
  }

  @Test func whatIsNotKnownGoesAsItIs() throws {
    var thrift = try Self.thrift()
    // Nothing is known of the terminal before it has been emptied.
    #expect(thrift.thin(Array("\u{1b}[1ma".utf8)) == Array("\u{1b}[1ma".utf8))
    _ = thrift.thin(Array((Self.empty + "\u{1b}[1mab\u{1b}[m ").utf8))
    // A foreign sequence counts from where the frame before has left cursor and pen.
    let foreign = "\u{1b}#8abc"
    #expect(
      String(decoding: thrift.thin(Array(foreign.utf8)), as: UTF8.self)
        == "\u{1b}[m" + foreign)
    #expect(thrift.hasLost)
    #expect(thrift.thin(Array("d".utf8)) == Array("d".utf8))
    #expect(!thrift.hasLost)
    #expect(thrift.settle().isEmpty)
    _ = thrift.thin(Array((Self.empty + "abc").utf8))
    #expect(thrift.thin(Array("\u{1b}[Habc".utf8)).isEmpty)
    // ncurses takes the pen for plain, which it is not, and where there was another size as well.
    _ = thrift.thin(Array("\u{1b}[1mbold\u{1b}[m".utf8))
    thrift.forget(Self.size)
    #expect(
      String(decoding: thrift.thin(Array("\u{1b}[H\u{1b}[2Jabc".utf8)), as: UTF8.self)
        == "\u{1b}[m\u{1b}[H\u{1b}[2Jabc")
    _ = thrift.thin(Array("\u{1b}[1mbold\u{1b}[m".utf8))
    #expect(thrift.settle() == Array("\u{1b}[m".utf8))
    #expect(thrift.settle().isEmpty)
    thrift.forget(Self.size)
    #expect(!thrift.thin(Array((Self.empty + "abc").utf8)).isEmpty)
  }

  @Test func theTerminalIsAskedWhetherItRepeats() throws {
    let screen =
      Self.empty + String(repeating: "\u{1b}[Hxy\u{1b}[1mz\u{1b}[m", count: 2)
      + (1...20).map { "\u{1b}[\($0);1H" + String(repeating: "ab", count: 15) }.joined()
    let question = Thrift.question(isUTF8: true)
    func asks(_ thrift: inout Thrift, _ frame: String, _ asks: Bool = true) -> Bool {
      thrift.thin(Array(frame.utf8), asks: asks).firstRange(of: question) != nil
    }
    let large = Size(width: 30, height: 20)
    var thrift = try Self.thrift(repeats: false)
    #expect(!asks(&thrift, Self.empty + "a"), "no answer can be waited for behind a short frame")
    thrift = try Self.thrift("xterm-256color", large, repeats: false)
    #expect(!asks(&thrift, screen, false))
    #expect(asks(&thrift, screen))
    thrift = try Self.thrift("tmux-256color", large, repeats: false)
    #expect(!asks(&thrift, screen))
    // The question stands before the screen is emptied, and is answered as is said.
    thrift = try Self.thrift("xterm-256color", large, repeats: false)
    let bytes = thrift.thin(Array(screen.utf8), asks: true)
    let place = try #require(bytes.firstRange(of: question))
    #expect(bytes[place.upperBound...].firstRange(of: Array("\u{1b}[H\u{1b}[2J".utf8)) != nil)
    let emulator = try #require(Emulator(large))
    emulator.feed(bytes[..<place.upperBound])
    #expect(emulator.cursor == Point(x: Thrift.provenColumn - 1, y: 1))
  }

  @Test func rowsThatMoveAreScrolled() throws {
    let words = ["one", "two and a half", "drei", "quatre", "cinco", "six", "sieben", "oito"]
    let rows = words.map { "the row of \($0)" }
    func frame(_ first: Int) -> String {
      (0..<5).map { "\u{1b}[\($0 + 1);1H\u{1b}[K\(rows[first + $0])" }.joined()
    }
    #expect(try thin(frame(1), after: frame(0)).contains("\u{1b}[1;5r\u{1b}[S\u{1b}[r"))
    #expect(try thin(frame(0), after: frame(1)).contains("\u{1b}[1;5r\u{1b}[T\u{1b}[r"))
  }

  /// Random frames make the same picture as they are and thinned.
  @Test(
    arguments: [
      "xterm-256color", "tmux-256color", "screen", "linux", "vt100", "vt220", "xterm-direct",
      "rxvt-unicode-256color",
    ], [1, 2, 3, 4] as [UInt64])
  func theSamePicture(name: String, seed: UInt64) throws {
    guard let entry = Terminfo(name) else { return }
    var size = Self.size
    var maker = FrameMaker(size, entry, seed: seed)
    var whole = try #require(Emulator(size))
    var thinned = try #require(Emulator(size))
    var thrift = try Self.thrift(name)
    var counts = (before: 0, after: 0)
    for frame in 0..<240 {
      var isFresh = frame % 30 == 0
      // A terminal of another size, or one that another program has drawn on.
      if frame % 80 == 40 {
        size = Size(width: 20 + frame / 10, height: 5 + frame / 80)
        maker = FrameMaker(size, entry, seed: seed + UInt64(frame))
        whole = try #require(Emulator(size))
        thinned = try #require(Emulator(size))
        thinned.feed(Array("\u{1b}[7mxyz\u{1b}[41m".utf8))
        thrift.forget(size)
        thrift.repeats = true
        isFresh = true
      }
      let text = maker.frame(clears: isFresh)
      let bytes = Array(text.utf8)
      let less = thrift.thin(bytes)
      counts = (counts.before + bytes.count, counts.after + less.count)
      whole.feed(bytes)
      thinned.feed(less)
      for y in 0..<size.height {
        for x in 0..<size.width where whole.look(x, y)?.seen != thinned.look(x, y)?.seen {
          Issue.record(
            """
            \(name), seed \(seed), frame \(frame): cell \(x), \(y) after \(text.debugDescription)
            thinned to \(String(decoding: less, as: UTF8.self).debugDescription)
            \(whole.look(x, y) as Any)
            \(thinned.look(x, y) as Any)
            """)
          return
        }
      }
      #expect(whole.isCursorVisible == thinned.isCursorVisible)
      if whole.isCursorVisible { #expect(whole.cursor == thinned.cursor, "\(name) \(frame)") }
    }
    #expect(counts.after < counts.before)
  }
}
