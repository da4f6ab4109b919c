package import Canvas
package import Importing
package import Records

/// What `update` asks the outside world to do.
package enum Effect: Hashable, Sendable {
  /// Copy text to the clipboard of the reader's terminal.
  case copy(String)
  /// Save bookmarks and the last place.
  case save(SavedState)
  /// Turn mouse reports on or off.
  case setMouse(Bool)
  /// Show a talk of the dossier by its id, or with nil slides made from the dossier, starting with a
  /// record's slide; with the first if that is nil.
  case present(String?, from: Reference?)
  /// Draw with another theme.
  case setTheme(ThemeDefinition)
  /// Open a web address, or copy it where no browser can be started.
  case browse(String)
  /// Save something in a new file with a name.
  case export(Export, name: String)
  /// Add a judgement to the dossier's folder, by the columns of its table.
  case judge([String: String])
  /// Take the last judgement of this run out of the folder again.
  case takeBackJudgement
  /// Open the file of a record in the reader's editor.
  case edit(Reference)
  /// Keep a decision on what an import found, and change the dossier's files by it.
  case decide(ReviewDecision)
  /// Redraw everything, whatever the terminal shows.
  case redraw
  /// End the program.
  case quit
}
