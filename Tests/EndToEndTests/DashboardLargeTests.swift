import Glibc
import Reading
import TestSupport
import Testing

extension DashboardTests {
  /// That keys pressed while a large dossier is still gathered are answered as ever.
  @Suite struct LargeTests {
    private static func files(_ change: (Int, String) -> String = { $1 }) -> [String: String] {
      var files = SmallReport.files(", see [the tenth](rec:water-10).")
      for number in 1...300 {
        files["report/recommendations/water-\(number).md"] = change(
          number,
          """
          ---
          id: water-\(number)
          chapter: water
          number: \(number)
          title: "Dig well \(number)"
          addressees: [town]
          addressee-basis: stated
          themes: [wells]
          related: [rec:water-\(number % 300 + 1)]
          ---

          The town should dig well \(number), as after [the last](rec:water-\(max(1, number - 1))).

          """)
      }
      return files
    }

    @Test func itsScreensAreThoseOfTheWhole() throws {
      let folder = try CommandFolder(Self.files())
      let report = folder.path + "/report"
      let reading = DossierReader.read(DiskFolder(report))
      #expect(reading.diagnostics.isEmpty)
      let run = try DashboardRun(["--no-state", report], reading: reading)
      // Some of these are pressed before what they need is there.
      for keys in [
        "r j j Enter Tab", "o r G k", "/ w e l l Enter", "n", "x", "1 Tab Tab", "m Enter",
      ] {
        try run.press(keys)
        #expect(run.difference() == nil, "after \(keys)")
      }
      run.terminal.send("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    /// A program that is left at once ends as quickly as ever.
    @Test func itCanBeLeftAtOnce() throws {
      let folder = try CommandFolder(Self.files())
      for _ in 0..<10 {
        let run = try DashboardRun(
          ["--no-state", folder.path + "/report"],
          reading: DossierReader.read(DiskFolder(folder.path + "/report")))
        run.terminal.send("Q")
        #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
        #expect(run.leftovers() == [])
      }
    }
  }
}
