/// A fault found while reading a dossier, placed like a compiler's message.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How grave a fault is.
  public enum Severity: String, Sendable {
    /// A record or a part of one is lost.
    case error
    /// Everything could be read, but something should be mended.
    case warning
  }

  /// How grave it is.
  public var severity: Severity
  /// The file's path inside the dossier's folder.
  public var file: String
  /// The line, counted from 1; 0 when the fault is of the whole file.
  public var line: Int
  /// The column in characters, counted from 1; 0 when it is of the whole line.
  public var column: Int
  /// What is wrong.
  public var message: String
  /// How to mend it.
  public var remedy: String

  /// A fault at a place.
  public init(
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

  /// The file's name without its folder, and the line: where there is little room.
  public var shortPlace: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return line > 0 ? "\(name):\(line)" : name
  }

  /// The fault on one line: `file:line:column: error: message (remedy)`.
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    return "\(place): \(severity.rawValue): \(message)" + (remedy.isEmpty ? "" : " (\(remedy))")
  }
}
