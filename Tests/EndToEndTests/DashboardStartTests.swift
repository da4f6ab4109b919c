import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas

extension DashboardTests {
  /// That the first screen is the one that was drawn, on any terminal and at any size.
  @Suite struct StartTests {
    @Test(arguments: [
      Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 40, height: 12),
      Size(width: 20, height: 6), Size(width: 200, height: 60), Size(width: 1, height: 1),
    ])
    func theFirstScreenIsTheOneThatIsDrawn(_ size: Size) throws {
      let run = try DashboardRun(size: size)
      #expect(run.difference() == nil)
      #expect(run.emulator.isAlternateScreen && run.isPasteOn && !run.emulator.isMouseOn)
      #expect(run.terminal.modes?.echoes == false)
      // The attributes that carry a meaning, which the colours repeat.
      let canvas = Dashboard.draw(run.state, run.library)
      for y in 0..<size.height {
        for x in 0..<size.width where canvas[x, y].glyph != .continuation {
          let wanted = canvas[x, y].style.attributes.intersection([.reverse, .underline])
          let look = try #require(run.emulator.look(x, y))
          #expect(look.attributes.isSuperset(of: wanted), "cell \(x), \(y)")
          #expect(look.attributes.contains(.reverse) == wanted.contains(.reverse))
          #expect(look.background == nil, "cell \(x), \(y)")
        }
      }
    }

    @Test func theSelectionIsReversedUnderTheCursor() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      let cursor = run.emulator.cursor
      #expect(run.emulator.look(cursor.x, cursor.y)?.text == "▸")
      let row = (0..<80).compactMap { run.emulator.look($0, cursor.y) }
      #expect(row.contains { $0.attributes.contains(.reverse) })
    }

    /// All keys on many terminals; the checker knows every sequence of them.
    @Test(arguments: [
      ["TERM": "xterm-256color"], ["TERM": "tmux-256color"], ["TERM": "screen"],
      ["TERM": "linux"], ["TERM": "vt100"], ["LC_ALL": "C"],
    ])
    func everySequenceIsKnownAndEveryScreenRight(_ environment: [String: String]) throws {
      let run = try DashboardRun(environment: environment)
      #expect(run.difference() == nil)
      // Each key once; where it does nothing it must at least do no harm. A talk takes the keys
      // behind the one that opens it, and has tests of its own.
      for binding in DashboardKeys.standard.bindings where binding.action != .present {
        for key in binding.keys where ![.control("c"), .character("Q")].contains(key) {
          try run.press(key == .character("q") ? "2 q" : key.description)
          if key == .escape || binding.action == .search || binding.action == .open
            || binding.action == .help || binding.action == .palette
          {
            try #require(run.difference() == nil, "\(environment) \(key)")
          }
          // Out of what takes the keys.
          if run.state.overlay != nil || run.state.isTypingSearch {
            try run.press("Esc")
            try #require(run.difference() == nil, "\(environment) \(key)")
          }
        }
      }
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      if environment["LC_ALL"] == "C" {
        #expect(run.terminal.output.allSatisfy { $0 < 0x80 })
      }
    }

    @Test func noColorSendsNoColour() throws {
      let run = try DashboardRun(environment: ["NO_COLOR": "1"])
      for keys in ["", "2", "r", "i G Enter", "m"] {
        try run.press(keys)
        #expect(run.difference() == nil, "\(keys)")
        for y in 0..<24 {
          for x in 0..<80 {
            let look = run.emulator.look(x, y)
            #expect(look?.foreground == nil && look?.background == nil, "cell \(x), \(y)")
          }
        }
      }
      try run.press("Q")
      run.terminal.wait(timeout: DashboardRun.patience)
      #expect(SelectGraphics.colours(in: run.terminal.output) == [])
      #expect(run.leftovers() == [])
    }

    @Test func coloursAreSentWhereTheyAreWanted() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      #expect(!SelectGraphics.colours(in: run.terminal.output).isEmpty)
    }
  }
}

/// The sequences that choose how characters look (`CSI … m`).
enum SelectGraphics {
  /// The numbers that choose a colour, in order; the terminal's own colours are none.
  static func colours(in bytes: [UInt8]) -> [Int] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\u{1b}[").flatMap { piece -> [Int] in
      let numbers = piece.prefix { $0.isNumber || $0 == ";" }
      guard piece.dropFirst(numbers.count).first == "m" else { return [] }
      return numbers.split(separator: ";").compactMap { Int($0) }.filter {
        (30...38).contains($0) || (40...48).contains($0) || (90...107).contains($0)
      }
    }
  }
}
