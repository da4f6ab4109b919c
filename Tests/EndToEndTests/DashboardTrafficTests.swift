import Interface
import TestSupport
import Testing

extension DashboardTests {
  /// That the dashboard can be used over a thin line.
  @Suite struct TrafficTests {
    /// The bytes of each of some moves of the selection, after keys that lead to a list.
    private func moves(_ count: Int, after keys: String) throws -> [Int] {
      let run = try DashboardRun()
      try run.press(keys)
      #expect(run.difference() == nil)
      return try (0..<count).map { _ in
        run.settle()
        let start = run.terminal.output.count
        try run.press("j")
        #expect(run.difference() == nil)
        run.settle()
        return run.terminal.output.count - start
      }
    }

    /// The longer rows of recommendations are told anew twice: reversed and not.
    @Test(arguments: [("list of chapters", "", 120), ("list of recommendations", "r", 160)])
    func aMoveOfTheSelectionIsShort(_ name: String, _ keys: String, _ most: Int) throws {
      let bytes = try moves(5, after: keys)
      print("bytes for one move of the selection in the \(name) at 80x24: \(bytes)")
      for count in bytes { #expect(count > 0 && count <= most, "\(bytes)") }
    }

    @Test func pagesAndScreensAreLessThanTheirCells() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      // A page of a text in half of the screen, and changes of the whole screen.
      for (key, most) in [("r", 3600), ("Enter", 2900), ("Space", 950), ("m", 2900), ("3", 2700)] {
        run.settle()
        let start = run.terminal.output.count
        try run.press(key)
        #expect(run.difference() == nil)
        run.settle()
        let count = run.terminal.output.count - start
        print("bytes for \(key) at 80x24: \(count)")
        #expect(count > 0 && count <= most, "\(key): \(count)")
      }
    }

    @Test func nothingIsSentWhenNothingHappens() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      run.settle()
      #expect(run.terminal.read(timeout: 300).isEmpty)
      // At the top of the list there is nowhere to go.
      try run.press("k")
      #expect(run.terminal.read(timeout: 300).isEmpty)
    }

    @Test func aHeldKeyIsAnsweredInFewFrames() throws {
      let run = try DashboardRun()
      try run.press("x")
      #expect(run.difference() == nil)
      run.settle()
      let start = run.terminal.output.count
      try run.press(Array(repeating: "j", count: 50).joined(separator: " "))
      #expect(run.difference() == nil)
      #expect(run.shows("51 of "))
      run.settle()
      let bytes = run.terminal.output.count - start
      print("bytes for 50 moves at once in the index at 80x24: \(bytes)")
      // A whole screen is about 3,000 bytes, and 31 of the moves scroll.
      #expect(bytes < 12_000)
    }
  }
}
