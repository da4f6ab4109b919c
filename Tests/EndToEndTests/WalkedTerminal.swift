import Glibc
import TerminalEmulator
import TestSupport
import Testing

@testable import Canvas

/// The program under a terminal's name, led along a walk and read back through the emulator.
///
/// The emulator speaks the sequences of ECMA-48 and xterm, which all terminals of the tests do; what
/// each of them makes of a sequence that it does not know is not seen here.
final class WalkedTerminal {
  let terminal: PseudoTerminal
  let emulator: Emulator
  private let isLatin1: Bool
  private var fed = 0

  init(_ arguments: [String], environment: [String: String], isLatin1: Bool = false) throws {
    terminal = try PseudoTerminal(
      BuiltProduct.path("dossier"), arguments, size: ScreenWalk.size, environment: environment)
    emulator = try #require(Emulator(ScreenWalk.size))
    self.isLatin1 = isLatin1
    let isReady = terminal.read(timeout: DashboardRun.patience) { $0.modes?.echoes == false }
    try #require(isReady, "the program did not start")
  }

  /// Goes to each stop; the first thing that is wrong on the way, nil when nothing is.
  func fault(
    along stops: [ScreenWalk.Stop], _ theme: Theme, lacks: Style.Attributes
  ) -> String? {
    for stop in stops {
      terminal.send(stop.keys)
      // A frame may come in pieces, and the last of them with nothing but colours.
      let isRight = shows(
        { $0.rows == stop.rows && look(of: stop, theme, lacks: lacks) == nil },
        timeout: DashboardRun.patience)
      if isRight { continue }
      if let y = stop.rows.indices.first(where: { stop.rows[$0] != emulator.row($0) }) {
        return "\(stop.name), row \(y)\n  expected \(stop.rows[y])\n  found    \(emulator.row(y))"
      }
      return look(of: stop, theme, lacks: lacks).map { "\(stop.name), \($0)" }
    }
    return nil
  }

  /// Reads until a condition holds on the screen.
  func shows(_ condition: (Emulator) -> Bool, timeout: Int = 0) -> Bool {
    terminal.read(timeout: timeout) { terminal in
      guard terminal.output.count > fed || timeout == 0 || fed == 0 else {
        return condition(emulator)
      }
      let new = terminal.output[fed...]
      fed = terminal.output.count
      emulator.feed(isLatin1 ? new.flatMap { Array(String(Unicode.Scalar($0)).utf8) } : Array(new))
      return condition(emulator)
    }
  }

  private func look(
    of stop: ScreenWalk.Stop, _ theme: Theme, lacks: Style.Attributes
  ) -> String? {
    let seen: Style.Attributes = [.bold, .underline, .reverse]
    for y in 0..<ScreenWalk.size.height {
      for x in 0..<ScreenWalk.size.width {
        let cell = stop.canvas[x, y]
        guard cell.glyph != .continuation, let look = emulator.look(x, y) else { continue }
        func number(_ tint: Theme.Tint) -> Int? {
          switch tint {
          case .own: nil
          case .index(let index): Int(index)
          // Of direct colours the first eight are those of the palette.
          case .rgb(let rgb): rgb.value < 8 ? Int(rgb.value) : 0x100_0000 + rgb.value
          }
        }
        let color = number(theme.foreground(of: cell.style.role))
        let ground = number(theme.background(of: cell.style.role))
        let attributes = theme.attributes(of: cell.style)
        // Where a terminal cannot reverse a colour, ncurses makes it the background.
        let isSwapped = lacks.contains(.reverse) && attributes.contains(.reverse)
        if look.background != (isSwapped ? color : ground) {
          return "cell \(x), \(y) has the background \(look.background as Any)"
        }
        var wanted = attributes.intersection(seen).subtracting(lacks)
        // Nobody sees whether a space is bold, as long as it is nothing else.
        let isBare = look.text == " " && look.attributes.isDisjoint(with: [.reverse, .underline])
        if isBare { wanted.remove(.bold) }
        // A slant is underlined where a terminal has none.
        let found = look.seen.attributes.intersection(seen).subtracting(lacks)
        if !cell.style.attributes.contains(.italic), found != wanted {
          return "cell \(x), \(y): attributes \(found.rawValue), not \(wanted.rawValue)"
        }
        // A space shows no foreground, and ncurses does not trouble to set it.
        if look.text == " ", !wanted.contains(.reverse) { continue }
        if !isSwapped, look.foreground != color {
          return "cell \(x), \(y): colour \(look.foreground as Any), not \(color as Any)"
        }
      }
    }
    return nil
  }

  /// Ends the program; what is wrong with the terminal then.
  func leftovers(after keys: String) -> [String] {
    terminal.send(keys)
    let ending = terminal.wait(timeout: DashboardRun.patience)
    _ = shows { _ in true }
    var faults: [String] = []
    if ending != .exited(0) { faults.append("ended as \(ending as Any)") }
    if terminal.modes != terminal.modesBefore { faults.append("modes") }
    if emulator.isAlternateScreen { faults.append("alternate screen") }
    if !emulator.isCursorVisible { faults.append("cursor hidden") }
    // The shell's next line stands below the frame or where the screen before it ended.
    if !emulator.row(emulator.cursor.y).isEmpty { faults.append("the cursor is amid text") }
    // The screen is emptied at the start and never again.
    let clears = ["\u{1b}[H\u{1b}[2J", "\u{1b}[H\u{1b}[J"].map {
      terminal.output.ranges(of: Array($0.utf8)).count
    }
    if clears.reduce(0, +) > 1 { faults.append("emptied \(clears) times") }
    let bytes = isLatin1 ? terminal.output.filter { $0 < 0x80 } : terminal.output
    return faults + SequenceChecker.faults(in: bytes).map(\.description)
  }
}
