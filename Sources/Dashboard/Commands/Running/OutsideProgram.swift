import Glibc
import System
import Terminal

/// The reader's own browser and editor, as the environment names them.
enum OutsideProgram {
  /// The command in the first of some variables that is set, as a program and its words.
  private static func command(_ variables: String...) -> (
    program: ExternalProgram, words: [String]
  )? {
    for variable in variables {
      // BROWSER may name several, of which the first counts.
      let first = Console.variable(variable)?.split(separator: ":").first ?? ""
      let words = first.split(separator: " ").map(String.init)
      guard let name = words.first else { continue }
      return ExternalProgram(command: name).map { ($0, Array(words.dropFirst())) }
    }
    return nil
  }

  /// Opens a web address in `$BROWSER`; false if that is not possible.
  ///
  /// With a window system it opens beside the terminal, otherwise in it.
  static func browse(_ address: String, on session: Session) -> Bool {
    guard address.hasPrefix("https://") || address.hasPrefix("http://"),
      address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7f }),
      let (program, words) = command("BROWSER")
    else { return false }
    let hasPlace = words.contains { $0.contains("%s") }
    let all = words.map { $0.replacing("%s", with: address) } + (hasPlace ? [] : [address])
    let hasWindows = ["DISPLAY", "WAYLAND_DISPLAY"].contains { Console.variable($0) != nil }
    if hasWindows { return (try? program.start(all)) != nil }
    var status: Int32?
    session.lend { status = try? program.takeTerminal(all) }
    return status == 0
  }

  /// Opens a file at a line in `$VISUAL` or `$EDITOR`; a sentence on what went wrong, or nil.
  static func edit(_ path: String, line: Int, on session: Session) -> String? {
    guard let (program, words) = command("VISUAL", "EDITOR") else {
      return "Set EDITOR to the editor that you want; the file is \(path), line \(line)."
    }
    // All usual editors take a line like vi; what a user has chosen for others is left to them.
    var fault: String?
    session.lend {
      do throws(ExternalProgram.Fault) {
        let status = try program.takeTerminal(words + ["+\(line)", path])
        if status != 0 { fault = "The editor ended with status \(status)." }
      } catch {
        fault = "The editor could not be started."
      }
    }
    return fault
  }
}
