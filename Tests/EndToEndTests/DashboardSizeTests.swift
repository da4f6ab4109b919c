import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

extension DashboardTests {
  /// That a new size shows the right picture and keeps the reader's place.
  @Suite struct SizeTests {
    @Test func aResizeWhileReadingKeepsThePlace() throws {
      let run = try DashboardRun()
      try run.press("2 Space Space")
      #expect(run.difference() == nil)
      let rows = run.emulator.rows
      for (width, height) in [
        (120, 40), (79, 23), (40, 12), (20, 6), (19, 6), (5, 2), (1, 1), (2, 1), (1, 30), (300, 1),
        (200, 60), (80, 24),
      ] {
        run.resize(Size(width: width, height: height))
        #expect(run.difference() == nil, "\(width)x\(height)")
      }
      #expect(run.emulator.rows == rows)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test func draggingTheWindowDoesNotCarryTheReaderAway() throws {
      let run = try DashboardRun()
      try run.press("2 Space Space Space j")
      #expect(run.difference() == nil)
      let rows = run.emulator.rows
      for width in Array(50..<80).reversed() + Array(51...80) {
        run.resize(Size(width: width, height: 24))
        #expect(run.difference() == nil, "\(width)")
      }
      #expect(run.emulator.rows == rows)
    }

    @Test func aTerminalThatIsTooSmallAsksForRoomAndTakesKeys() throws {
      let run = try DashboardRun()
      try run.press("r j j j")
      #expect(run.difference() == nil)
      let row = run.emulator.row(run.emulator.cursor.y)
      run.resize(Size(width: 19, height: 5))
      #expect(run.difference() == nil)
      #expect(run.emulator.text.contains("make room"))
      try run.press("j k")
      run.resize(Size(width: 80, height: 24))
      #expect(run.difference() == nil)
      // The list may have scrolled beside the filter.
      let shown = run.emulator.row(run.emulator.cursor.y)
      #expect(shown.split(separator: "▸").last == row.split(separator: "▸").last)
    }

    @Test func manySizesAtOnceEndInTheLast() throws {
      let run = try DashboardRun()
      try run.press("r G")
      #expect(run.difference() == nil)
      for width in 30...110 { run.terminal.resize(Size(width: width, height: 30)) }
      run.resize(Size(width: 80, height: 24))
      #expect(run.difference() == nil)
    }
  }
}
