import TestSupport
import Testing

extension DashboardTests {
  /// That whatever a terminal sends, the program neither crashes nor leaves the terminal spoilt.
  @Suite struct NoiseTests {
    /// Pieces that are worse than random bytes alone: beginnings of sequences, pastes, reports.
    private static let pieces = [
      "\u{1b}", "\u{1b}[", "\u{1b}O", "\u{1b}]52;c;", "\u{1b}P", "\u{1b}[200~", "\u{1b}[201~",
      "\u{1b}[<0;", "99999999999999999999", ";", "M", "m", "~", "\u{1b}[M", "\u{7}", "\u{1b}\\",
      "\u{1b}[<0;40;12M", "\u{1b}[<65;1;1M", "\r", "/", ":", "?", "f", "r", "2", "x", "é", "漢",
      "e\u{301}", "\u{200d}", "\u{202e}", " ", "\t", "\u{7f}", "l", "j", "G", "M", "b", "'",
    ]

    @Test(arguments: Trials.seeds(6))
    func noiseDoesNoHarm(_ seed: UInt64) throws {
      var random = SeededRandom(seed)
      let run = try DashboardRun(["--mouse", "--no-state"])
      #expect(run.shows("Chapters"))
      for _ in 0..<40 {
        var bytes: [UInt8] = []
        for _ in 0..<30 {
          if Bool.random(using: &random) {
            bytes += Array((Self.pieces.randomElement(using: &random) ?? "").utf8)
          } else {
            let byte = UInt8.random(in: 0...255, using: &random)
            // Quitting, stopping, and holding the output back are not what is tested.
            if ![0x03, 0x11, 0x13, 0x1a, 0x1c, 0x51, 0x71].contains(byte) { bytes.append(byte) }
          }
        }
        run.terminal.send(bytes)
        run.terminal.read(timeout: 5)
      }
      run.terminal.send("\u{3}")
      let ending = run.terminal.wait(timeout: DashboardRun.patience)
      // The palette may have chosen the command that ends the program.
      #expect(ending == .exited(130) || ending == .exited(0), "seed \(seed)")
      #expect(run.leftovers() == [], "seed \(seed)")
    }
  }
}
