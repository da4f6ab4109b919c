/// When changes that come in steps have come to rest: an editor writes a file in several.
struct Settling {
  // When the first change came that nobody has looked at, and when to look.
  private var first: ContinuousClock.Instant?
  private var due: ContinuousClock.Instant?

  /// How long nothing may change before somebody looks.
  private static let quiet = Duration.milliseconds(15)
  /// How long it may wait when the changes do not end.
  private static let most = Duration.milliseconds(60)

  /// How long to wait at most, in milliseconds; nil while nothing changed.
  var timeout: Int? {
    due.map { max(0, Int((ContinuousClock.now.duration(to: $0) / .milliseconds(1)).rounded(.up))) }
  }

  /// Takes note of a change.
  mutating func note() {
    let now = ContinuousClock.now
    first = first ?? now
    due = min((first ?? now) + Self.most, now + Self.quiet)
  }

  /// Whether it is time to look; says so once.
  mutating func isOver() -> Bool {
    guard let due, due <= .now else { return false }
    self.due = nil
    first = nil
    return true
  }
}
