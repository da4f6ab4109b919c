import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

extension BriefingTests {
  /// That every end is at the right place after each key, whoever pressed it.
  @Suite struct KeyTests {
    private let run: BriefingRun
    private let presenter: BriefingEnd
    private let console: BriefingEnd

    init() throws {
      run = try BriefingRun()
      presenter = try run.present()
      for (width, height) in [(40, 12), (80, 24), (120, 40)] {
        _ = try run.follow(size: Size(width: width, height: height))
      }
      console = try run.attach()
      try #require(run.difference() == nil)
    }

    @Test func forwardAndBackJumpAndBlank() throws {
      #expect(
        try run.press(
          "Space Space Right Enter PgDn Down Space Space PgUp Left Backspace", at: presenter)
          == nil)
      #expect(try run.press("2 Enter Space ] [ [ b b . Space", at: presenter) == nil)
      #expect(try run.press("g 4 Enter Space b Space G Space Home", at: console) == nil)
      #expect(try run.finish(from: presenter) == nil)
    }

    @Test func bothHandsAtOnce() throws {
      for _ in 0..<3 {
        #expect(try run.press("]", at: presenter) == nil)
        #expect(try run.press("b", at: console) == nil)
        #expect(try run.press("b", at: presenter) == nil)
        #expect(try run.press("]", at: console) == nil)
      }
      #expect(try run.finish(from: console) == nil)
    }

    @Test func answersChartsAndCuts() throws {
      #expect(try run.press(": w a t e r - 1 Enter", at: console) == nil)
      #expect(try run.press("- ]", at: presenter) == nil)
      #expect(try run.press("3 Enter d h h l Home End d", at: presenter) == nil)
      #expect(try run.press("d h", at: console) == nil)
      #expect(try run.press("Esc", at: presenter) == nil)
      #expect(try run.press("Home c Backspace Backspace 5 Enter", at: console) == nil)
      #expect(console.shows { $0.row(0).contains("CUT") })
      // Of six slides the first and two more are left.
      #expect(try run.press("] ]", at: presenter) == nil)
      #expect(presenter.emulator.text.contains("3 / 3"))
      #expect(try run.press("c Enter", at: console) == nil)
      #expect(presenter.shows("6 / 6"))
      #expect(try run.finish(from: presenter) == nil)
    }

    @Test func aSearchIsTheConsolesSecret() throws {
      let others = run.ends.filter { $0 !== console }
      others.forEach { $0.terminal.settle() }
      let sent = others.map(\.terminal.output.count)
      #expect(try run.press("/ l o n g", at: console) == nil)
      #expect(console.emulator.text.contains("A long list"))
      #expect(try run.press("Esc o j l ? Esc : w e l l", at: console) == nil)
      others.forEach { $0.terminal.settle() }
      #expect(others.map(\.terminal.output.count) == sent)
      #expect(try run.press("Esc / l o n g Enter", at: console) == nil)
      for end in others {
        #expect(end.emulator.text.contains("A long list"))
        #expect(end.terminal.output.count > 0)
      }
      // The note was on the console alone.
      #expect(try run.press("2 Enter Space Space", at: console) == nil)
      #expect(console.emulator.text.contains("A secret remark."))
      for end in others {
        #expect(!String(decoding: end.terminal.output, as: UTF8.self).contains("secret"))
      }
      #expect(try run.finish(from: console) == nil)
    }
  }
}
