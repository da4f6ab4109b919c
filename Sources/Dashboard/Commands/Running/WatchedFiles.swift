import System
import Terminal

/// Files whose changes are noticed, and looked at when they have come to rest: an editor writes a
/// file in several steps.
struct WatchedFiles {
  private let watches: [FolderWatch]
  // When the first change came that nobody has looked at, and when to look.
  private var first: Int?
  private var due: Int?

  /// How many milliseconds nothing may change before somebody looks.
  private static let quiet = 15
  /// How many milliseconds it may wait when the changes do not end.
  private static let most = 60

  /// Files with their watches, which are made before the files are read that are shown.
  init(_ watches: [FolderWatch]) { self.watches = watches }

  /// What to wait for beside the terminal.
  var watched: [WatchedDescriptor] { watches.map(\.watched) }

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? { due.map { max(0, $0 - Clock.now) } }

  /// Takes note of what has changed.
  mutating func take() {
    // Each is emptied, or the next wait would end at once.
    let hasChanged = watches.map { $0.drain() }
    guard hasChanged.contains(true) else { return }
    let now = Clock.now
    let first = first ?? now
    self.first = first
    due = min(first + Self.most, now + Self.quiet)
  }

  /// Whether it is time to look; says so once.
  mutating func isDue() -> Bool {
    guard let due, due <= Clock.now else { return false }
    (self.due, first) = (nil, nil)
    return true
  }
}
