package import Canvas
package import Records

/// What `update` asks the outside world to do.
package enum Effect: Hashable, Sendable {
  /// Put text on the clipboard of the reader's terminal.
  case copy(String)
  /// Keep bookmarks and the last place.
  case save(SavedState)
  /// Switch mouse reports on or off.
  case setMouse(Bool)
  /// Show slides made from the dossier, from the one about a record on; nil for the start.
  case present(Reference?)
  /// Draw with another theme.
  case setTheme(ThemeDefinition)
  /// Draw everything anew, whatever the terminal shows.
  case redraw
  /// End the program.
  case quit
}
