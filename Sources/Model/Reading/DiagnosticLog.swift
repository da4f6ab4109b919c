/// Gathers the faults of one reading, and the references that it has to check at its end.
///
/// A hostile file can hold a fault in every line, so at most `limit` are kept
/// of each file.
struct DiagnosticLog {
  /// The faults in the order in which they were found.
  private(set) var diagnostics: [Diagnostic] = []
  /// The references that were named, whether or not they lead to a record.
  private(set) var mentions: [Mention] = []
  private var counts: [String: Int] = [:]

  /// The most faults that are kept of one file.
  static let limit = 200

  /// Notes that a record or a part of one is lost.
  mutating func error(_ place: Place, _ message: String, remedy: String = "") {
    add(.error, place, message, remedy)
  }

  /// Notes that something should be mended.
  mutating func warning(_ place: Place, _ message: String, remedy: String = "") {
    add(.warning, place, message, remedy)
  }

  /// Notes that a file could not be read.
  mutating func error(_ file: String, _ fault: FileFault) {
    add(.error, Place(file), fault.message, fault.remedy)
  }

  /// Notes that a place names a record.
  mutating func mention(_ reference: Reference, _ place: Place) {
    mentions.append(Mention(reference: reference, place: place))
  }

  /// The faults by file, line and column.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      (left.element.file, left.element.line, left.element.column, left.offset)
        < (right.element.file, right.element.line, right.element.column, right.offset)
    }.map(\.element)
  }

  private mutating func add(
    _ severity: Diagnostic.Severity, _ place: Place, _ message: String, _ remedy: String
  ) {
    let count = counts[place.file, default: 0] + 1
    counts[place.file] = count
    guard count <= Self.limit else { return }
    // Names of files are hostile too.
    let file = CleanText.line(place.file)
    diagnostics.append(
      count < Self.limit
        ? Diagnostic(
          severity, file: file, line: place.line, column: place.column, message,
          remedy: remedy)
        : Diagnostic(severity, file: file, "too many faults; the rest is not shown"))
  }
}
