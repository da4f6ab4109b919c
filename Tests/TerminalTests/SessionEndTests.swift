import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// That every end of a session leaves the terminal as it was.
@Suite(.serialized) struct SessionEndTests {
  @Test func aQuitRestores() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    #expect(probe.emulator.isAlternateScreen && probe.pasteIsOn)
    #expect(probe.terminal.modes?.echoes == false)
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
    #expect(probe.emulator.text.contains("ended"))
  }

  @Test func controlCRestores() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.send("c\u{3}")
    #expect(probe.terminal.wait() == .exited(130))
    #expect(probe.leftovers() == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func aSignalRestores(_ number: Int32) throws {
    let probe = try Probe()
    probe.terminal.send("cm")
    #expect(probe.shows { !$0.isCursorVisible && $0.isMouseOn })
    probe.terminal.signal(number)
    #expect(probe.terminal.wait() == .exited(128 + number))
    #expect(probe.leftovers() == [])
  }

  @Test(arguments: [SIGQUIT, SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT])
  func aCrashRestores(_ number: Int32) throws {
    let probe = try Probe()
    probe.terminal.send("cm")
    #expect(probe.shows { !$0.isCursorVisible && $0.isMouseOn })
    probe.terminal.signal(number)
    #expect(probe.terminal.wait() == .killed(signal: number))
    #expect(probe.leftovers() == [])
  }

  @Test func aTrapRestores() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.send("c!")
    guard case .killed = probe.terminal.wait(timeout: 20000) else {
      Issue.record("\(probe.terminal.ending as Any)")
      return
    }
    // The runtime's own message has line feeds, which are fine once the screen is the shell's.
    #expect(probe.leftovers() == [])
    #expect(probe.emulator.text.contains("Index out of range"))
  }

  @Test func anExitInTheMiddleRestores() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.send("e")
    #expect(probe.terminal.wait() == .exited(4))
    #expect(probe.leftovers() == [])
  }

  @Test func aLineThatDropsEndsTheProgram() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.hangUp()
    #expect(probe.terminal.wait() == .exited(128 + SIGHUP))
  }

  @Test func controlZStopsCleanAndGoesOn() throws {
    let probe = try Probe(
      shell:
        "set -m; $PROBE; stty -a | tr ' ' '\\n' | grep -w -e echo -e icanon; read x; fg; echo back")
    #expect(probe.shows("size 80x24"))
    probe.terminal.send("\u{1a}")
    #expect(probe.shows { !$0.isAlternateScreen })
    #expect(probe.terminal.read { $0.modes?.echoes == true && $0.modes?.isLineByLine == true })
    #expect(probe.terminal.read(until: "icanon"))
    #expect(!probe.pasteIsOn && probe.emulator.isCursorVisible)
    probe.terminal.send("\n")
    #expect(probe.shows { $0.isAlternateScreen && $0.text.contains("resumed") })
    #expect(probe.emulator.text.contains("size 80x24") && probe.pasteIsOn)
    #expect(probe.terminal.modes?.echoes == false)
    probe.terminal.send("q")
    #expect(probe.terminal.read(until: "back"))
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
  }

  @Test func aStopBySomebodyElseIsOvercome() throws {
    let probe = try Probe()
    #expect(probe.shows("size 80x24"))
    probe.terminal.signal(SIGSTOP)
    usleep(50000)
    probe.resize(Size(width: 50, height: 20))
    probe.terminal.signal(SIGCONT)
    #expect(probe.shows { $0.text.contains("resumed") && $0.text.contains("size 50x20") })
    probe.terminal.send("q")
    #expect(probe.terminal.wait() == .exited(0))
    #expect(probe.leftovers() == [])
  }

  @Test func withoutATerminalThereIsNoSession() throws {
    let probe = try Probe(shell: "setsid -w $PROBE </dev/null 2>&1 | cat")
    #expect(probe.terminal.read(until: "fault: there is no terminal here"))
  }

  @Test func aDumbTerminalIsRefused() throws {
    let probe = try Probe(environment: ["TERM": "dumb"])
    #expect(probe.terminal.wait() == .exited(3))
    #expect(probe.leftovers() == [])
    #expect(!probe.terminal.output.contains(0x1b))
  }
}
