import Browsing
import Glibc

/// Saves bookmarks and the last place, and reports once if it cannot.
///
/// Two dashboards may show the same dossier: bookmarks that the other has set or removed in the
/// meantime are respected; the last one to save decides the place.
struct Keeper {
  private let file: StateFile?
  /// Whether it was reported that nothing can be saved.
  private var isFailing = false
  /// What could not be read at the start.
  private let firstFault: StateFault?
  /// What this program saved last.
  private var last: SavedState

  /// What an earlier run saved.
  let saved: SavedState

  /// A keeper with a file; with nil it does nothing.
  init(_ file: StateFile?) {
    var text = ""
    var fault: StateFault?
    do { text = try file?.read() ?? "" } catch { fault = error }
    saved = SavedState(text)
    last = saved
    // A file that cannot be read must not be overwritten.
    self.file = fault == nil ? file : nil
    firstFault = fault
  }

  /// Whether there is a file to save them in.
  var isKeeping: Bool { file != nil }

  /// A message for the start; nil if all is well.
  var notice: String? {
    firstFault.map { "The bookmarks cannot be read: \($0). None are kept now." }
  }

  /// Whether something has changed since the last save.
  func isDue(_ saved: SavedState) -> Bool { file != nil && saved != last }

  /// Saves what has changed.
  ///
  /// - Parameter isQuiet: Whether a failure is reported later.
  /// - Returns: A message for the reader about the first failure in a row, otherwise nil.
  mutating func keep(_ saved: SavedState, isQuiet: Bool = false) -> String? {
    guard let file else { return nil }
    do {
      var merged = saved
      merged.takeBookmarks(of: SavedState(try file.read()), since: last)
      try file.write(merged.text)
      last = saved
      isFailing = false
      return nil
    } catch {
      if isQuiet { return nil }
      defer { isFailing = true }
      return isFailing ? nil : "Bookmarks and place are not kept: \(error)."
    }
  }
}
