import Records

/// A place in a dossier's folder.
package struct Place: Hashable, Sendable {
  /// The file's path inside the folder.
  var file: String
  /// The line, counted from 1; 0 for the whole file.
  var line = 0
  /// The column in characters, counted from 1; 0 for the whole line.
  var column = 0

  init(_ file: String, _ line: Int = 0, _ column: Int = 0) {
    self.file = file
    self.line = line
    self.column = column
  }
}

/// A reference with the place that names it, to be checked when all records are known.
struct Mention {
  package var reference: Reference
  package var place: Place
  /// Whether the place has a fault that may have caused a lost reference.
  var isMuted = false
}
