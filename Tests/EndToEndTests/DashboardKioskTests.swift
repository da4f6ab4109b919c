import Glibc
import Reading
import TestSupport
import Testing

@testable import Browsing
@testable import Canvas
@testable import Records

extension DashboardTests {
  /// That a kiosk shows the dossier like any dashboard, and has given up all else.
  @Suite struct KioskTests {
    /// What the kernel says of a process: `NoNewPrivs: 1` and the like.
    private func status(_ run: DashboardRun) -> [String: String] {
      let text = Files.read("/proc/\(run.terminal.process)/status") ?? ""
      let lines = text.split(separator: "\n").map { $0.split(separator: ":\t", maxSplits: 1) }
      return Dictionary(
        lines.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
        uniquingKeysWith: { first, _ in first })
    }

    @Test func everyScreenIsThereAndTheKernelHoldsTheRest() throws {
      let run = try DashboardRun(["--kiosk"])
      #expect(run.difference() == nil)
      let status = status(run)
      #expect(status["NoNewPrivs"] == "1")
      // A kernel without filters of calls has no such line.
      #expect(["2", nil].contains(status["Seccomp"]))
      for keys in ["j j Enter", "Tab j", "r", "m", "i Enter l l", "t", "/ w a t e r Enter", "?"] {
        try run.press(keys)
        #expect(run.difference() == nil, "after \(keys)")
      }
      for size in [Size(width: 120, height: 40), Size(width: 40, height: 12)] {
        run.resize(size)
        #expect(run.difference() == nil, "at \(size)")
      }
      try run.press("Q")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }

    @Test func itsLimitsAreInForce() throws {
      let run = try DashboardRun(["--kiosk", "--memory", "200"])
      #expect(run.difference() == nil)
      let limits = Files.read("/proc/\(run.terminal.process)/limits") ?? ""
      for (name, value) in [
        ("Max data size", 200 << 20), ("Max core file size", 0), ("Max processes", 0),
        ("Max file size", 8 << 20), ("Max open files", 32),
      ] {
        let line = limits.split(separator: "\n").first { $0.hasPrefix(name) }
        let words = (line ?? "").dropFirst(name.count).split(separator: " ")
        #expect(words.prefix(2) == ["\(value)", "\(value)"], "\(line ?? "no \(name)")")
      }
    }

    @Test func nothingIsKeptUnlessItIsAskedFor() throws {
      let folder = try CommandFolder(["home/.keep": "", "kept/.keep": ""])
      let before = Files.below(folder.path)
      let environment = ["XDG_STATE_HOME": folder.path, "HOME": "\(folder.path)/home"]
      let closed = try DashboardRun(["--kiosk"], environment: environment)
      try closed.press("2 b Q")
      #expect(closed.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(Files.below(folder.path) == before)

      let words = ["--kiosk", "--state", "\(folder.path)/kept"]
      let open = try DashboardRun(words, environment: environment)
      try open.press("2 b")
      #expect(open.difference() == nil)
      try open.press("Q")
      #expect(open.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      let saved = SavedState(folder.read("kept/\(builtInReading.dossier.id)") ?? "")
      #expect(saved == open.state.saved && saved.bookmarks.count == 1)
      #expect(Files.below(folder.path).count == before.count + 1)
      let again = try DashboardRun(words, environment: environment, saved: saved)
      #expect(again.difference() == nil)
    }

    /// A description of the terminal that gives itself away, where a variable says it is.
    @Test(
      .enabled(if: access("/usr/bin/tic", X_OK) == 0, "no tic here"),
      arguments: ["TERMINFO", "TERMINFO_DIRS", "HOME"])
    func noVariableLeadsToATerminalDescription(_ variable: String) throws {
      let folder = try CommandFolder([
        "source":
          "xterm-256color|forged,\n\tsmcup=\\E[?47h\\E[?1049h, use=xterm+256color, use=xterm,\n"
      ])
      let path = folder.path + (variable == "HOME" ? "/.terminfo" : "/terminfo")
      let made = try CommandRun(
        ["-x", "-o", path, "\(folder.path)/source"], program: "/usr/bin/tic")
      try #require(made.code == 0, "\(made.complaint)")
      let environment = [variable: variable == "HOME" ? folder.path : path]
      let forged = Array("\u{1b}[?47h".utf8)
      for (arguments, isHeeded) in [([String](), true), (["--kiosk"], false)] {
        let run = try DashboardRun(arguments, environment: environment)
        #expect(run.shows("Asked of"))
        #expect(run.terminal.output.ranges(of: forged).isEmpty != isHeeded, "\(arguments)")
      }
    }

    @Test func itEndsWhenNobodyPressesAKey() throws {
      let run = try DashboardRun(["--kiosk", "--idle", "0.05"])
      #expect(run.shows("this ends in 2 seconds"))
      // Any key goes on, and starts the count again.
      try run.press("j")
      #expect(run.difference() == nil)
      #expect(run.shows("this ends in 2 seconds"))
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
      #expect(run.shows("no key for 3 seconds; the dashboard has ended"))
    }

    @Test func itEndsInATalkAsWell() throws {
      let run = try DashboardRun(["--kiosk", "--idle", "0.05"])
      run.terminal.send("p\r")
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.shows("no key for 3 seconds; the dashboard has ended"))
    }

    @Test func itSaysWhatIsInForce() throws {
      let run = try CommandRun(["--kiosk", "--check", "--idle", "5"])
      let lines = run.lines
      #expect(lines.count == 6, "\(run.text)")
      let isWhole = !lines.contains { $0.contains("NOT IN FORCE") }
      #expect(run.code == (isWhole ? 0 : 1), "\(run.text)")
      #expect(lines.last == "idle              ends after 5 minutes")
    }

    @Test(arguments: [
      ["--idle", "5"], ["--check"], ["--memory", "99"], ["--kiosk", "--idle", "0"],
      ["--kiosk", "--idle", "nan"], ["--kiosk", "--idle", "1e300"], ["--kiosk", "--memory", "0"],
      ["list", "chapters", "--kiosk"],
    ])
    func optionsThatMakeNoSenseAreRefused(_ words: [String]) throws {
      #expect(try CommandRun(words).code == 2)
    }
  }
}
