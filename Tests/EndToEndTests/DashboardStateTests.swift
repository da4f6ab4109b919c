import Glibc
import Reading
import TerminalEmulator
import TestSupport
import Testing

@testable import Browsing
@testable import Records

extension DashboardTests {
  /// That bookmarks and the last place are kept, and that it is no error where they cannot be.
  @Suite struct StateTests {
    static func fault(_ reason: String) -> String { "Bookmarks and place are not kept: \(reason)." }

    private let file = "dossier/\(builtInReading.dossier.id)"

    @Test func bookmarksAndTheLastPlaceSurviveARestart() throws {
      let folder = try CommandFolder()
      let environment = ["XDG_STATE_HOME": folder.path]
      let first = try DashboardRun(environment: environment)
      try first.press("2 b 3 b")
      #expect(first.difference() == nil)
      try first.press("Q")
      #expect(first.terminal.wait(timeout: DashboardRun.patience) == .exited(0))

      let text = try #require(folder.read(file))
      let saved = SavedState(text)
      #expect(saved == first.state.saved && saved.bookmarks.count == 2)
      var status = stat()
      #expect(stat("\(folder.path)/\(file)", &status) == 0 && status.st_mode & 0o777 == 0o600)

      let second = try DashboardRun(environment: environment, saved: saved)
      #expect(second.difference() == nil)
      #expect(second.emulator.row(0).hasSuffix("› Migration"))
      try second.press("'")
      #expect(second.difference() == nil)
      #expect(second.shows("1 of 2"))
      #expect(second.emulator.row(2).contains("Chapter 2"))
      #expect(second.emulator.row(3).contains("Chapter 3"))
    }

    /// What is too large to be read whole is not written over by a part of it.
    @Test func aFileThatIsTooLargeStaysAsItIs() throws {
      let text = String(repeating: "bookmark chapter:energy\n", count: 12_000)
      let folder = try CommandFolder([file: text])
      let run = try DashboardRun(environment: ["XDG_STATE_HOME": folder.path])
      let fault = "The bookmarks cannot be read: the file is too large. None are kept now."
      run.send("", saying: .notice(fault))
      #expect(run.difference() == nil)
      try run.press("2 b Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(folder.read(file) == text)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalKeepsTheLastPlace(_ number: Int32) throws {
      let folder = try CommandFolder()
      let run = try DashboardRun(environment: ["XDG_STATE_HOME": folder.path])
      try run.press("4")
      #expect(run.difference() == nil)
      run.terminal.signal(number)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + number))
      #expect(folder.read(file).map { SavedState($0) } == run.state.saved)
    }

    /// A program that is killed has kept its place while nobody typed, and leaves no draft for good;
    /// what another machine may be writing right now stays.
    @Test func aKillLosesLittle() throws {
      let old = "dossier/us-mexico-2013.999999999.new"
      let young = "dossier/us-mexico-2013.999999998.new"
      let folder = try CommandFolder([old: "half", young: "half"])
      let past = timespec(tv_sec: 1_000_000, tv_nsec: 0)
      var times = [past, past]
      utimensat(AT_FDCWD, "\(folder.path)/\(old)", &times, 0)
      let environment = ["XDG_STATE_HOME": folder.path]
      let run = try DashboardRun(environment: environment)
      try run.press("r j j j")
      #expect(run.difference() == nil)
      var kept = ""
      for _ in 0..<200 where !kept.contains("place recommendations") {
        usleep(100_000)
        kept = folder.read(file) ?? ""
      }
      run.terminal.signal(SIGKILL)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .killed(signal: SIGKILL))
      #expect(SavedState(kept) == run.state.saved)
      #expect(folder.read(old) == nil && folder.read(young) == "half")
      let second = try DashboardRun(environment: environment, saved: SavedState(kept))
      #expect(second.difference() == nil)
      #expect(second.shows("4 of 30"))
    }

    /// Two dashboards on one dossier keep each other's bookmarks.
    @Test func twoAtOnceKeepAllBookmarks() throws {
      let folder = try CommandFolder()
      let environment = ["XDG_STATE_HOME": folder.path]
      let one = try DashboardRun(environment: environment)
      let other = try DashboardRun(environment: environment)
      for (run, keys) in [(one, "2 b"), (other, "3 b"), (one, "4 b"), (other, "b")] {
        try run.press(keys)
        #expect(run.difference() == nil)
      }
      for run in [one, other] {
        try run.press("Q")
        #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      }
      let kept = SavedState(try #require(folder.read(file)))
      #expect(kept.bookmarks.map(\.id) == ["security", "energy"])
    }

    @Test func aPlaceThatIsGoneLeadsSomewhere() throws {
      let folder = try CommandFolder([
        file: "place indicator:no-such\nbookmark chapter:none\n\u{1b}"
      ])
      let run = try DashboardRun(
        environment: ["XDG_STATE_HOME": folder.path],
        saved: SavedState("place indicator:no-such\nbookmark chapter:none\n"))
      #expect(run.difference() == nil)
      try run.press("' Enter o")
      #expect(run.difference() == nil)
      try run.press("q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    /// A file stands where the folder should be; even root cannot write there.
    @Test func anUnwritableFolderIsSaidOnce() throws {
      let folder = try CommandFolder(["state": ""])
      for variable in ["XDG_STATE_HOME", "HOME"] {
        let run = try DashboardRun(environment: [variable: "\(folder.path)/state"])
        try run.press("2 b")
        run.send("", saying: .notice(Self.fault("a file is in the folder's place")))
        #expect(run.difference() == nil)
        // Other bookmarks are set as if nothing were wrong.
        try run.press("3 b")
        #expect(run.difference() == nil)
        try run.press("Q")
        #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
        #expect(run.leftovers() == [])
        #expect(run.emulator.rows.joined() == "", "\(run.emulator.text)")
      }
    }

    @Test func noStateIsNeitherReadNorKept() throws {
      let text = "place chapter:energy\n"
      let folder = try CommandFolder([file: text])
      let run = try DashboardRun(["--no-state"], environment: ["XDG_STATE_HOME": folder.path])
      #expect(run.difference() == nil)
      try run.press("2 b")
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(Files.below(folder.path) == ["\(folder.path)/\(file)"])
      #expect(folder.read(file) == text)
    }
  }
}
