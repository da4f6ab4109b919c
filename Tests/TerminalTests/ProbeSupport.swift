import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// The probe in a pseudo-terminal, with the emulator that shows its screen.
final class Probe {
  let terminal: PseudoTerminal
  let emulator: Emulator
  private var fed = 0

  init(
    size: Size = Size(width: 80, height: 24), environment: [String: String] = [:],
    shell: String? = nil
  ) throws {
    let program = BuiltProduct.path("TerminalProbe")
    if let shell {
      terminal = try PseudoTerminal(
        "/bin/bash", ["-c", shell], size: size,
        environment: environment.merging(["PROBE": program]) { $1 })
    } else {
      terminal = try PseudoTerminal(program, size: size, environment: environment)
    }
    emulator = try #require(Emulator(size))
  }

  /// Reads until a condition holds on the screen.
  func shows(timeout: Int = 5000, _ condition: (Emulator) -> Bool) -> Bool {
    terminal.read(timeout: timeout) { terminal in
      emulator.feed(terminal.output[fed...])
      fed = terminal.output.count
      return condition(emulator)
    }
  }

  func shows(_ text: String) -> Bool { shows { $0.text.contains(text) } }

  func resize(_ size: Size) {
    emulator.resize(size)
    terminal.resize(size)
  }

  /// What is wrong with the terminal after the end; empty when it is as it was.
  func leftovers() -> [String] {
    _ = shows(timeout: 0) { _ in true }
    var faults: [String] = []
    if terminal.modes != terminal.modesBefore { faults.append("modes \(terminal.modes as Any)") }
    if emulator.isAlternateScreen { faults.append("alternate screen") }
    if !emulator.isCursorVisible { faults.append("cursor hidden") }
    if emulator.isMouseOn { faults.append("mouse on") }
    if pasteIsOn { faults.append("bracketed paste on") }
    let unknown = SequenceChecker.faults(in: terminal.output)
    if !unknown.isEmpty { faults.append("\(unknown)") }
    return faults
  }

  var pasteIsOn: Bool { lastIndex("\u{1b}[?2004h") > lastIndex("\u{1b}[?2004l") }

  private func lastIndex(_ text: String) -> Int {
    terminal.output.ranges(of: Array(text.utf8)).last?.lowerBound ?? -1
  }
}
