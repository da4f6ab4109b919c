import Canvas
import System

/// How long a dashboard waits for a key before it ends.
struct IdleLimit {
  /// What to do when a wait is over.
  enum Due: Equatable {
    /// Nothing yet.
    case nothing
    /// Warn the reader once, with the seconds that are left.
    case warning(seconds: Int)
    /// End the dashboard.
    case end
  }

  /// The limit in milliseconds.
  let limit: Int
  private var lastKey: Int
  private var isWarned = false

  /// The valid limits in minutes: three seconds to a week.
  static let minutes = 0.05...10080

  /// A limit, starting at a time in milliseconds.
  init(minutes: Double, at now: Int = Clock.now) {
    let bounded = min(max(minutes, Self.minutes.lowerBound), Self.minutes.upperBound)
    limit = Int(bounded * 60_000)
    lastKey = now
  }

  /// How long before the end the reader is warned: a minute, or half of a short limit.
  private var notice: Int { min(60_000, limit / 2) }

  /// The maximum wait until something is due, in milliseconds.
  func patience(at now: Int = Clock.now) -> Int {
    max(0, lastKey + limit - (isWarned ? 0 : notice) - now)
  }

  /// Restarts the limit, because a key was pressed.
  mutating func restart(at now: Int = Clock.now) {
    lastKey = now
    isWarned = false
  }

  /// What is due now; a warning is due only once.
  mutating func due(at now: Int = Clock.now) -> Due {
    let left = lastKey + limit - now
    if left <= 0 { return .end }
    if isWarned || left > notice { return .nothing }
    isWarned = true
    return .warning(seconds: (left + 999) / 1000)
  }

  /// The limit in words: `30 minutes`.
  package var text: String {
    let seconds = limit / 1000
    let (count, word) = seconds % 60 == 0 ? (seconds / 60, "minute") : (seconds, "second")
    return "\(count) \(word)\(count == 1 ? "" : "s")"
  }

  /// The warning before the end.
  static func warning(seconds: Int) -> String {
    "No key has been pressed for a while: this ends in \(seconds) seconds. Press any key to go on."
  }
}

extension InputEvent {
  /// Whether the user did something; a new size may come from the window alone.
  var isFromReader: Bool {
    if case .resize = self { return false }
    return true
  }
}
