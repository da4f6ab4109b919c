import Glibc
import TerminalEmulator
import TestSupport
import Testing

extension DashboardTests {
  /// That the picture keeps up with the keys on a line that does not.
  @Suite struct LineTests {
    /// The picture at the far end of a line, once it is right.
    private func delay(
      of run: DashboardRun, _ line: inout SlowLine, _ emulator: Emulator, limit: Int
    ) -> Int? {
      let wanted = run.expectedRows
      for waited in stride(from: 0, through: limit, by: 50) {
        if emulator.rows == wanted { return waited }
        emulator.feed(line.carry(milliseconds: 50))
      }
      return nil
    }

    @Test func aHeldKeyOnASlowLineBuildsNoBacklog() throws {
      let run = try DashboardRun()
      let emulator = try #require(Emulator())
      var line = SlowLine(to: run.terminal, baud: 9600, roundTrip: 400)
      try #require(delay(of: run, &line, emulator, limit: 20_000) != nil, "no first screen")
      run.type("x")
      line.type(Array("x".utf8))
      try #require(delay(of: run, &line, emulator, limit: 20_000) != nil, "no index")
      let start = run.terminal.output.count
      // Three seconds of a key that repeats thirty times a second.
      for _ in 0..<90 {
        run.type("j")
        line.type(Array("j".utf8))
        emulator.feed(line.carry(milliseconds: 33))
      }
      let waited = try #require(
        delay(of: run, &line, emulator, limit: 20_000),
        "the last picture did not come\n\(emulator.text)")
      let bytes = run.terminal.output.count - start
      print("9600 baud, 400 ms: \(bytes) bytes for 90 keys, the last seen after \(waited) ms")
      // There and back, what was allowed to be under way, and the last frame: 3.5 s at most.
      #expect(waited <= 4000)
      #expect(emulator.text.contains("91 of "))
    }

    /// Ctrl-S stops the output; what is typed meanwhile is shown behind Ctrl-Q.
    @Test func aLineThatHasStalledStopsNoKeys() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      run.terminal.send("\u{13}")
      for keys in ["r", "j j Enter", "i", "j"] {
        try run.press(keys)
        #expect(run.terminal.read(timeout: 200).isEmpty)
      }
      run.terminal.send("\u{11}")
      #expect(run.difference() == nil)
    }

    /// With a frame that waits for the line, and with none.
    @Test(arguments: ["r i", ""])
    func aLineThatHasStalledStopsNoSignals(_ keys: String) throws {
      let run = try DashboardRun(["--mouse"])
      #expect(run.difference() == nil)
      run.terminal.send("\u{13}")
      try run.press(keys)
      run.terminal.signal(SIGTERM)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + SIGTERM))
      #expect(run.leftovers() == [])
    }
  }
}
