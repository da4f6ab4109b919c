import Glibc
import TestSupport

/// A table of observations of the indicator `wells` that takes a while to read, and whether a program
/// is about it.
enum LongTable {
  /// A table of some series of a thousand values.
  static func text(series: Int) -> String {
    var rows = "indicator,series,period,value,qualifier,source,locator,note\n"
    for series in 0..<series {
      for year in 1000..<2000 { rows += "wells,S\(series),\(year),\(year),,,,\n" }
    }
    return rows
  }

  /// Waits until a program has the table open.
  static func isRead(_ path: String, by terminal: PseudoTerminal) -> Bool {
    let descriptors = "/proc/\(terminal.process)/fd"
    return terminal.read(timeout: DashboardRun.patience) { _ in
      (0..<64).contains { number in
        guard let found = realpath("\(descriptors)/\(number)", nil) else { return false }
        defer { free(found) }
        return String(cString: found) == path
      }
    }
  }
}
