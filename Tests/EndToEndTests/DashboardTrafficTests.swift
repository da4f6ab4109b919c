import TestSupport
import Testing

extension DashboardTests {
  /// That the dashboard can be used over a thin line.
  @Suite struct TrafficTests {
    /// The bytes of what has been sent for a key, once the screen is right.
    ///
    /// Without the question for the terminal's status, which stands behind every 512 bytes.
    private func bytes(of key: String, in run: DashboardRun) throws -> Int {
      run.settle()
      let start = run.terminal.output.count
      try run.press(key)
      #expect(run.difference() == nil)
      run.settle()
      let sent = run.terminal.output[start...]
      let question = PseudoTerminal.question
      return sent.count - sent.ranges(of: question).count * question.count
    }

    @Test(
      arguments: [
        ("overview", ""), ("recommendations", "r"), ("indicators", "i g"), ("index", "x"),
        ("timeline", "t"),
      ])
    func aMoveOfTheSelectionIsShort(_ name: String, _ keys: String) throws {
      let run = try DashboardRun()
      try run.press(keys)
      #expect(run.difference() == nil)
      let counts = try (0..<4).map { _ in try bytes(of: "j", in: run) }
      print("bytes for one move of the selection in the \(name) at 80x24: \(counts)")
      // In the overview the text beside the list follows the selection, as a new page would.
      let most = name == "overview" ? 1300 : name == "indicators" ? 220 : 200
      for count in counts { #expect(count > 0 && count <= most, "\(counts)") }
    }

    /// A page of a text is some 900 letters; one of a list has two changes of attributes in each row
    /// as well.
    @Test(
      arguments: [
        ("Enter", "Space", 3, 1200), ("r", "PgDn", 1, 1600), ("x", "PgDn", 3, 1600),
      ])
    func aPageIsLittleMoreThanItsLetters(
      _ keys: String, _ page: String, _ count: Int, _ most: Int
    ) throws {
      let run = try DashboardRun()
      try run.press(keys)
      #expect(run.difference() == nil)
      for _ in 0..<count {
        let count = try bytes(of: page, in: run)
        print("bytes for \(page) after \(keys) at 80x24: \(count)")
        #expect(count > 0 && count <= most, "\(count)")
      }
    }

    @Test func aScreenIsLessThanTwoBytesACell() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      for key in ["r", "Enter", "m", "3", "i", "t", "x", "o", "?"] {
        let count = try bytes(of: key, in: run)
        print("bytes for \(key) at 80x24: \(count)")
        #expect(count > 0 && count < 2 * 80 * 24, "\(key): \(count)")
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
      // A few frames, where each move by itself would be 5,000 bytes.
      #expect(bytes < 3000)
    }
  }
}
