import Glibc
import Interface

/// Keeps bookmarks and the last place, and says once when it cannot.
struct Keeper {
  private let file: StateFile?
  /// Whether it is known that nothing is kept at present.
  private var isFailing = false
  /// What could not be read at the start.
  private let firstFault: StateFault?

  /// What was kept in another run.
  let saved: SavedState

  /// A keeper with a file; nil keeps nothing and says nothing.
  init(_ file: StateFile?) {
    var text = ""
    var fault: StateFault?
    do { text = try file?.read() ?? "" } catch { fault = error }
    saved = SavedState(text)
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

  /// Keeps what is to be kept.
  ///
  /// - Returns: What the reader is to be told: the first of several faults in a row, else nil.
  mutating func keep(_ saved: SavedState) -> String? {
    guard let file else { return nil }
    do {
      try file.write(saved.text)
      isFailing = false
      return nil
    } catch {
      defer { isFailing = true }
      return isFailing ? nil : "Bookmarks and place are not kept: \(error)."
    }
  }
}
