import System
import Terminal

/// Watched files.
///
/// Changes are checked after they have settled, because an editor writes a file in several steps.
struct WatchedFiles {
  private let watches: [FolderWatch]
  // The time of the first unchecked change, and when to check.
  private var first: Int?
  private var due: Int?

  /// How many milliseconds without a change must pass before a check.
  private static let quiet = 15
  /// How many milliseconds a check may be delayed if the changes do not end.
  private static let most = 60

  /// Files with their watches, which must be made before the files are read.
  init(_ watches: [FolderWatch]) { self.watches = watches }

  /// The descriptors to wait for besides the terminal.
  var watched: [WatchedDescriptor] { watches.map(\.watched) }

  /// The maximum wait in milliseconds; nil while nothing has changed.
  var timeout: Int? { due.map { max(0, $0 - Clock.now) } }

  /// Notes what has changed.
  mutating func take() {
    // Every watch must be emptied, or the next wait would end at once.
    let hasChanged = watches.map { $0.drain() }
    guard hasChanged.contains(true) else { return }
    let now = Clock.now
    let first = first ?? now
    self.first = first
    due = min(first + Self.most, now + Self.quiet)
  }

  /// Whether a check is due; true only once.
  mutating func isDue() -> Bool {
    guard let due, due <= Clock.now else { return false }
    (self.due, first) = (nil, nil)
    return true
  }
}
