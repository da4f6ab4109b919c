import CNcurses
import Glibc

/// The terminal that ncurses has open, with the name that terminfo knows it by.
struct CursesTerminal {
  /// The terminal type that ncurses uses: `TERM` or its replacement.
  let name: String
  /// A sentence for the reader if terminfo does not know `TERM`; nil if it does.
  let notice: String?
  /// The descriptor that ncurses writes to.
  var descriptor: Int32 { fileno(output) }

  private let handle: OpaquePointer
  private let input: UnsafeMutablePointer<FILE>
  private let output: UnsafeMutablePointer<FILE>

  /// Opens the terminal under the first name that terminfo knows; nil if its cursor cannot be
  /// placed.
  ///
  /// placed.
  init?(_ device: Device, wanted: String) {
    guard wanted != "dumb", let output = fdopen(dup(device.output), "w") else { return nil }
    guard let input = fdopen(device.openReader(), "r") else {
      fclose(output)
      return nil
    }
    let names = StandIn.names(for: wanted)
    for name in names {
      guard let handle = newterm(name, output, input) else { continue }
      if Capability.has("cup") {
        self.name = name
        notice = Self.notice(wanted, name)
        (self.handle, self.input, self.output) = (handle, input, output)
        return
      }
      endwin()
      delscreen(handle)
      break
    }
    fclose(output)
    fclose(input)
    return nil
  }

  /// Frees ncurses' data on the terminal, which must have been given back before.
  func close() {
    delscreen(handle)
    fclose(output)
    fclose(input)
  }

  private static func notice(_ wanted: String, _ name: String) -> String? {
    guard !wanted.isEmpty, wanted != name else { return nil }
    let safe = wanted.unicodeScalars.prefix(40).map { (" "..."~").contains($0) ? $0 : "?" }
    let text = String(String.UnicodeScalarView(safe))
    return "The terminal \(text) is unknown here, so it is treated as \(name)."
  }
}
