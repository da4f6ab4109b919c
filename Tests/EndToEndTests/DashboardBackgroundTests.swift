import Glibc
import Interface
import Model
import TerminalEmulator
import TestSupport
import Testing

extension DashboardTests {
  /// That a folder which takes a while to read is read while the dashboard goes on.
  @Suite struct BackgroundTests {
    private let folder: CommandFolder
    private var report: String { folder.path + "/report" }

    /// A report whose table takes a while to read, and has two recommendations.
    init() throws {
      var files = SmallReport.files()
      files["report/data/indicators.csv"] =
        "id,title,unit,chapter,kind,chart,better,source,locator,note\n"
        + "wells,Wells,,water,count,line,,,,\n"
      files["report/data/observations.csv"] = LongTable.text(series: 300)
      folder = try CommandFolder(files)
      for number in 1...2 { try recommend(number, "Dig well \(number)") }
    }

    private func recommend(_ number: Int, _ title: String) throws {
      try folder.write(
        "report/recommendations/water-\(number).md",
        """
        ---
        id: water-\(number)
        chapter: water
        number: \(number)
        title: "\(title)"
        addressees: [town]
        addressee-basis: stated
        themes: [wells]
        ---

        The town should dig.

        """)
    }

    private func start() throws -> DashboardRun {
      let run = try DashboardRun(
        ["--no-state", report], reading: DossierReader.read(DiskFolder(report)))
      try run.press("r")
      #expect(run.difference() == nil)
      return run
    }

    /// Waits until the program reads the table; the recommendations are read by then.
    private func isReading(_ run: DashboardRun) -> Bool {
      LongTable.isRead(report + "/data/observations.csv", by: run.terminal)
    }

    @Test func keysAreAnsweredMeanwhile() throws {
      let run = try start()
      var isAnswered = false
      // Where this process has to wait for its turn, the folder may be read before the key is pressed.
      for turn in 1...10 where !isAnswered {
        try recommend(1, "Dig \(turn) wells")
        #expect(isReading(run))
        try run.press("Enter")
        let rows = run.expectedRows
        let isShown = run.shows { emulator in
          isAnswered = isAnswered || emulator.rows == rows
          return isAnswered || emulator.text.contains("Dig \(turn) wells")
        }
        #expect(isShown)
        #expect(run.shows("Dig \(turn) wells") && run.shows("Read anew after a change."))
        run.reload(DossierReader.read(DiskFolder(report)))
        try run.press("Esc")
        #expect(run.difference() == nil)
      }
      #expect(isAnswered)
    }

    @Test func aChangeMeanwhileIsReadAfterIt() throws {
      let run = try start()
      try recommend(1, "Dig a first well")
      #expect(isReading(run))
      try recommend(1, "Dig a second well")
      #expect(run.shows("Dig a second well"))
      try recommend(1, "Dig a third well")
      #expect(isReading(run))
      #expect(rename(report, folder.path + "/away") == 0)
      #expect(run.shows("What was read stays: "))
      #expect(rename(folder.path + "/away", report) == 0)
      #expect(run.shows("Dig a third well"))
    }

    /// Whoever is stopped meanwhile goes on with it.
    @Test func itCanBeStoppedMeanwhile() throws {
      let run = try start()
      try recommend(1, "Dig a deep well")
      #expect(isReading(run))
      run.terminal.signal(SIGSTOP)
      #expect(
        run.terminal.read(timeout: DashboardRun.patience) {
          Files.read("/proc/\($0.process)/stat")?.contains(") T ") == true
        })
      run.terminal.signal(SIGCONT)
      #expect(run.shows("Dig a deep well"))
    }

    @Test(arguments: [nil, SIGTERM, SIGHUP])
    func itCanBeLeftMeanwhile(_ signal: Int32?) throws {
      let run = try start()
      try recommend(1, "Dig no well")
      #expect(isReading(run))
      if let signal { run.terminal.signal(signal) } else { run.terminal.send("Q") }
      let code = signal.map { 128 + $0 } ?? 0
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(code))
      #expect(run.leftovers() == [])
    }
  }
}
