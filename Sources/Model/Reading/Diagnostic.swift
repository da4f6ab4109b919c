/// A fault found while reading a dossier, with its place as in a compiler's message.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How serious a fault is.
  package enum Severity: String, Sendable {
    /// A record or a part of one is lost.
    case error
    /// Everything could be read, but something should be corrected.
    case warning
  }

  /// How serious it is.
  package var severity: Severity
  /// The file's path inside the dossier's folder.
  package var file: String
  /// The line, counted from 1; 0 if the fault concerns the whole file.
  package var line: Int
  /// The column in characters, counted from 1; 0 if it concerns the whole line.
  package var column: Int
  /// What is wrong.
  package var message: String
  /// How to correct it.
  package var remedy: String

  /// A fault at a place.
  package init(
    _ severity: Severity, file: String, line: Int = 0, column: Int = 0, _ message: String,
    remedy: String = ""
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.message = message
    self.remedy = remedy
  }

  /// The file's name without its folder, and the line, for narrow places.
  package var shortPlace: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return line > 0 ? "\(name):\(line)" : name
  }

  /// The fault on one line: `file:line:column: error: message (remedy)`.
  package var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(severity.rawValue): \(message)" + (remedy.isEmpty ? "" : " (\(remedy))")
  }
}
