import Glibc
import Reading
import TestSupport
import Testing

@testable import Canvas

extension DashboardTests {
  /// That a dossier which changes while it is shown is shown as it is now.
  @Suite struct ReloadTests {
    private static let recommendation = """
      ---
      id: water-1
      chapter: water
      number: 1
      title: "Dig a well"
      addressees: [town]
      addressee-basis: stated
      themes: [wells]
      ---

      The town should dig a well.

      """

    private func folder() throws -> CommandFolder {
      var files = SmallReport.files()
      files["report/recommendations/water-1.md"] = Self.recommendation
      return try CommandFolder(files)
    }

    /// What is said of a change names the keys of the configuration.
    @Test func noticesOfChangesNameTheKeysInForce() throws {
      let folder = try folder()
      let report = folder.path + "/report"
      mkdir(folder.path + "/dossier", 0o700)
      try folder.write("dossier/config.yaml", "keys:\n  faults: [W]\n")
      let run = try DashboardRun(
        ["--no-state", report], size: Size(width: 160, height: 24),
        environment: ["XDG_CONFIG_HOME": folder.path, "HOME": folder.path],
        reading: DossierReader.read(DiskFolder(report)))
      #expect(run.shows("About wells."))
      mkdir(report + "/data", 0o700)
      try folder.write("report/data/extra.csv", "a\n")
      #expect(run.shows("Reloaded after a change. 1 fault; W lists them."))
      #expect(run.shows("W 1 fault"))
      try folder.write(
        "report/recommendations/water-1.md",
        Self.recommendation.replacing("chapter: water", with: "chapter: wine"))
      #expect(run.shows("; W lists the faults."))
      run.terminal.send("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
    }

    @Test func changesFaultsAndAMissingFolderAreShown() throws {
      let folder = try folder()
      let report = folder.path + "/report"
      let reading = DossierReader.read(DiskFolder(report))
      #expect(!reading.hasErrors)
      let run = try DashboardRun(["--no-state", report], reading: reading)
      try run.press("r")
      #expect(run.difference() == nil)

      // Written in place, beside the files that editors make.
      try folder.write("report/recommendations/.water-1.md.swp", "\0")
      try folder.write(
        "report/recommendations/water-1.md",
        Self.recommendation.replacing("Dig a well", with: "Dig two wells"))
      #expect(run.shows("Dig two wells"))
      #expect(run.shows("Reloaded after a change."))

      // Moved into place, in a folder that is new.
      try folder.write("report/new.md", "note")
      mkdir(report + "/data", 0o700)
      #expect(rename(report + "/new.md", report + "/data/extra.csv") == 0)
      #expect(run.shows("! 1 fault"))
      unlink(report + "/data/extra.csv")

      // A fault leaves what was shown.
      try folder.write(
        "report/recommendations/water-1.md",
        Self.recommendation.replacing("chapter: water", with: "chapter: wine"))
      #expect(run.shows("Still shown as it was: water-1.md:3:"))
      #expect(run.shows("Dig two wells"))
      try folder.write("report/recommendations/water-1.md", Self.recommendation)
      #expect(run.shows("Dig a well"))

      #expect(rename(report, folder.path + "/away") == 0)
      #expect(run.shows("Still shown as it was read: "))
      #expect(run.shows("Dig a well"))
      try folder.write(
        "away/recommendations/water-1.md",
        Self.recommendation.replacing("Dig a well", with: "Dig three wells"))
      #expect(rename(folder.path + "/away", report) == 0)
      #expect(run.shows("Dig three wells"))
      run.terminal.send("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    /// A dashboard of a folder that takes a while to read.
    private func startSlowly(_ folder: CommandFolder) throws -> DashboardRun {
      try folder.write(
        "report/data/indicators.csv",
        "id,title,unit,chapter,kind,chart,better,source,locator,note\n"
          + "wells,Wells,,water,count,line,,,,\n")
      try folder.write("report/data/observations.csv", LongTable.text(series: 100))
      let report = folder.path + "/report"
      let run = try DashboardRun(
        ["--no-state", report], reading: DossierReader.read(DiskFolder(report)))
      try run.press("r")
      #expect(run.difference() == nil)
      return run
    }

    private func change(_ folder: CommandFolder, to title: String) throws {
      try folder.write(
        "report/recommendations/water-1.md",
        Self.recommendation.replacing("Dig a well", with: title))
    }

    /// Waits until the program reads the table; the recommendations are read by then.
    private func isReading(_ run: DashboardRun, _ folder: CommandFolder) -> Bool {
      LongTable.isRead(folder.path + "/report/data/observations.csv", by: run.terminal)
    }

    @Test func keysAndChangesDuringAReadingAreTakenAfterIt() throws {
      let folder = try folder()
      let run = try startSlowly(folder)
      try change(folder, to: "Dig a first well")
      #expect(isReading(run, folder))
      try change(folder, to: "Dig a second well")
      run.terminal.send("\r")
      #expect(run.shows("Dig a second well"))
      // The key has opened the recommendation.
      #expect(run.shows("The town should dig a well."))
      run.terminal.send("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test(arguments: [nil, SIGTERM, SIGHUP])
    func itCanBeLeftDuringAReading(_ signal: Int32?) throws {
      let folder = try folder()
      let run = try startSlowly(folder)
      try change(folder, to: "Dig no well")
      #expect(isReading(run, folder))
      if let signal { run.terminal.signal(signal) } else { run.terminal.send("Q") }
      let code = signal.map { 128 + $0 } ?? 0
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(code))
      #expect(run.leftovers() == [])
    }
  }
}
