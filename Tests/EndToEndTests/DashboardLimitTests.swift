import Glibc
import Reading
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

extension DashboardTests {
  /// What limits of the system leave of it: a sentence and a terminal as it was, or the dashboard.
  @Suite struct LimitTests {
    /// Frames are gathered in memory, which counts as a file; without one they go out by themselves.
    @Test(arguments: ["0", "1", "64"])
    func noFileMayGrow(_ kilobytes: String) throws {
      let run = try DashboardRun(shell: "ulimit -f \(kilobytes); exec $DOSSIER")
      try run.press("r j j 2 Space m")
      #expect(run.difference() == nil)
      run.resize(Size(width: 200, height: 60))
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test(arguments: [5, 8, 10])
    func tooFewFilesAreSaid(_ count: Int) throws {
      let terminal = try PseudoTerminal(
        "/bin/bash", ["-c", "ulimit -n \(count); exec $DOSSIER"],
        size: Size(width: 80, height: 24), environment: ["DOSSIER": BuiltProduct.path("dossier")])
      #expect(terminal.wait(timeout: DashboardRun.patience) == .exited(1))
      let text = String(decoding: terminal.output, as: UTF8.self)
      #expect(text.contains("dossier: too few files may be open here"), "\(text)")
    }

    /// A screen that there is no memory for is said, and what is shown stays.
    @Test func aScreenThatIsTooLargeIsSaid() throws {
      let run = try DashboardRun()
      try run.press("2")
      #expect(run.difference() == nil)
      // As much as it has, and little more.
      let pages = try #require(
        Files.read("/proc/\(run.terminal.process)/statm")?.split(separator: " ").first
          .flatMap { Int($0) })
      try limitMemory(of: run, to: "\(pages * 4096 + 6 << 20)")
      run.terminal.resize(Size(width: 500, height: 200))
      run.send(
        "",
        saying: .notice("No memory for 500 by 200 cells: the screen stays as large as it was."))
      #expect(run.difference() == nil)
      try limitMemory(of: run, to: "unlimited")
      run.resize(Size(width: 100, height: 30))
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    private func limitMemory(of run: DashboardRun, to bytes: String) throws {
      let words = ["--pid", "\(run.terminal.process)", "--as=\(bytes):unlimited"]
      #expect(try CommandRun(words, program: "/usr/bin/prlimit").code == 0)
    }

    /// Many sizes, from a cell to the largest that anyone has.
    @Test func aStormOfSizesEndsInTheLast() throws {
      let seed = Trials.seed(1)
      var random = SeededRandom(seed)
      let run = try DashboardRun()
      try run.press("2 Space Space")
      #expect(run.difference() == nil)
      let rows = run.emulator.rows
      for round in 0..<Trials.count(1000) {
        let isSmall = random.int(0...3) == 0
        run.terminal.resize(
          Size(
            width: random.int(1...(isSmall ? 12 : 500)),
            height: random.int(1...(isSmall ? 6 : 200))))
        if round % 50 == 0 { _ = run.terminal.read(timeout: 5) { _ in false } }
      }
      run.resize(Size(width: 1, height: 1))
      run.resize(Size(width: 500, height: 200))
      run.resize(Size(width: 80, height: 24))
      #expect(run.difference() == nil, "seed \(seed)")
      #expect(run.emulator.rows == rows, "seed \(seed)")
    }

    /// Signals that ask nobody's program to go on, and those of limits.
    @Test(arguments: [SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGVTALRM, SIGPROF, SIGPWR])
    func otherSignalsEndItToo(_ number: Int32) throws {
      let run = try DashboardRun(["--mouse"])
      #expect(run.difference() == nil)
      run.terminal.signal(number)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + number))
      #expect(run.leftovers() == [])
    }

    /// What is written into a pipe that nobody reads, and a file that may not grow, end nothing.
    @Test(arguments: [SIGPIPE, SIGXFSZ])
    func aSignalOfAFailingWriteEndsNothing(_ number: Int32) throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      run.terminal.signal(number)
      try run.press("r j")
      #expect(run.difference() == nil)
    }

    /// Signals that nobody can answer restore the terminal and end the program as they would.
    @Test(arguments: [SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP])
    func aCrashGivesTheTerminalBack(_ number: Int32) throws {
      let run = try DashboardRun(
        ["--mouse"], environment: ["SWIFT_BACKTRACE": "enable=no"])
      try run.press("2")
      #expect(run.difference() == nil)
      run.terminal.signal(number)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .killed(signal: number))
      #expect(run.leftovers() == [])
    }

    /// `kill %1` on a dashboard that Ctrl-Z stopped: it ends, and leaves the shell its terminal.
    @Test(arguments: ["TERM", "HUP"])
    func aStoppedDashboardCanBeEnded(_ name: String) throws {
      let folder = try CommandFolder()
      let run = try DashboardRun(
        environment: ["XDG_STATE_HOME": folder.path],
        shell: "set -m; $DOSSIER; kill -\(name) %1; "
          + "while wait %1; s=$?; [ $s = 148 ]; do sleep 0.1; done; echo ended $s; stty -a | grep -ow icanon"
      )
      try run.press("2 Space")
      #expect(run.difference() == nil)
      run.terminal.send("\u{1a}")
      let code = 128 + (name == "TERM" ? SIGTERM : SIGHUP)
      // The shell may tell of its end by itself before it is asked.
      #expect(
        run.shows { $0.text.contains("ended \(code)") || $0.text.contains("Exit \(code)") },
        "\(run.emulator.text)")
      #expect(run.shows("icanon"))
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(folder.read("dossier/\(builtInReading.dossier.id)")?.contains("security") == true)
    }
  }
}
