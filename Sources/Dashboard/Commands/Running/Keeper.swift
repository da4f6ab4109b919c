import Glibc
import Interface

/// Keeps bookmarks and the last place, and says once when it cannot.
///
/// Two dashboards may show the same dossier: the bookmarks that another has set or removed meanwhile
/// stay as it left them; the place is that of whoever saved last.
struct Keeper {
  private let file: StateFile?
  /// Whether it is known that nothing is kept at present.
  private var isFailing = false
  /// What could not be read at the start.
  private let firstFault: StateFault?
  /// What was kept last by this program.
  private var last: SavedState

  /// What was kept in another run.
  let saved: SavedState

  /// A keeper with a file; nil keeps nothing and says nothing.
  init(_ file: StateFile?) {
    var text = ""
    var fault: StateFault?
    do { text = try file?.read() ?? "" } catch { fault = error }
    saved = SavedState(text)
    last = saved
    // A file that cannot be read now is not to be written over.
    self.file = fault == nil ? file : nil
    firstFault = fault
  }

  /// Whether there is anywhere to keep them.
  var isKeeping: Bool { file != nil }

  /// What the reader is to be told at the start; nil where all is well.
  var notice: String? {
    firstFault.map { "The bookmarks cannot be read: \($0). None are kept now." }
  }

  /// Whether something has changed since it was kept.
  func isDue(_ saved: SavedState) -> Bool { file != nil && saved != last }

  /// Keeps what is to be kept.
  ///
  /// - Parameter isQuiet: Whether a fault is left for another time to tell.
  /// - Returns: What the reader is to be told: the first of several faults in a row, else nil.
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
