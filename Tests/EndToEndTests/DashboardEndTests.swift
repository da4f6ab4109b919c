import Glibc
import Reading
import TerminalEmulator
import TestSupport
import Testing

@testable import Records

extension DashboardTests {
  /// That the dashboard leaves the terminal as it was, however it ends.
  @Suite struct EndTests {
    @Test(arguments: [
      ("q", 0), ("Q", 0), ("2 Q", 0), ("? Q", 0), ("Ctrl-C", 130), ("2 Ctrl-C", 130),
    ])
    func aKeyEndsIt(_ keys: String, _ code: Int) throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      try run.press(keys)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(Int32(code)))
      #expect(run.leftovers() == [])
      // The shell's screen is as it was: nothing is left on it.
      #expect(run.emulator.rows.joined() == "", "\(run.emulator.text)")
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func aSignalEndsIt(_ number: Int32) throws {
      let run = try DashboardRun(["--mouse"])
      #expect(run.difference() == nil && run.emulator.isMouseOn)
      run.terminal.signal(number)
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + number))
      #expect(run.leftovers() == [])
    }

    @Test func aTerminalThatClosesEndsIt() throws {
      let run = try DashboardRun()
      #expect(run.difference() == nil)
      run.terminal.hangUp()
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + SIGHUP))
    }

    /// The terminal goes away while the program waits for it to take a screen.
    @Test func aTerminalThatClosesAmidOutputEndsIt() throws {
      let folder = try CommandFolder()
      let run = try DashboardRun(environment: ["XDG_STATE_HOME": folder.path])
      #expect(run.difference() == nil)
      for _ in 0..<200 { run.terminal.send("irtxm2 o") }
      run.terminal.hangUp()
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(128 + SIGHUP))
      #expect(folder.read("dossier/\(builtInReading.dossier.id)")?.hasPrefix("place ") == true)
    }

    @Test func controlZStopsItAndItGoesOn() throws {
      let run = try DashboardRun(
        shell: "set -m; $DOSSIER; stty -a | tr ' ' '\\n' | grep -w icanon; read x; fg; echo back")
      try run.press("2 Space")
      #expect(run.difference() == nil)
      run.terminal.send("\u{1a}")
      #expect(run.shows { !$0.isAlternateScreen && $0.text.contains("icanon") })
      #expect(!run.isPasteOn && run.emulator.isCursorVisible)
      run.terminal.send("\n")
      #expect(run.shows { $0.isAlternateScreen })
      #expect(run.difference() == nil)
      #expect(run.isPasteOn && run.terminal.modes?.echoes == false)
      try run.press("j")
      #expect(run.difference() == nil)
      try run.press("Q")
      #expect(run.shows("back"))
      #expect(run.terminal.wait(timeout: DashboardRun.patience) == .exited(0))
      #expect(run.leftovers() == [])
    }
  }
}
