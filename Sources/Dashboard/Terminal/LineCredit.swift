/// How much output may be in transit before the next frame has to wait.
///
/// A slow line buffers what it cannot carry yet, where the program cannot see it: frames that are
/// sent too fast appear long after the keys that they answer. So a device status report is
/// requested after every few hundred bytes, and little more is sent until the terminal has
/// answered. An occasional key never waits.
struct LineCredit {
  /// The bytes after which a status report is requested: a few moves of the selection.
  static let markedEvery = 512
  /// The bytes that may follow an unanswered request: half a second at 9600 baud.
  static let allowance = 512
  /// How long to wait for a terminal that has never answered, in milliseconds.
  static let firstPatience = 1000
  /// How long to wait for one that has answered before, in milliseconds.
  static let patience = 10_000

  private var sinceMark = 0
  private var askedAt: Int?
  private var hasAnswered = false
  /// Whether the terminal does not answer, so that it is not asked again.
  private(set) var isDeaf: Bool

  /// An idle line; `isDeaf` if the terminal must never be asked.
  init(isDeaf: Bool = false) { self.isDeaf = isDeaf }

  /// Whether an answer is expected.
  var isAsked: Bool { askedAt != nil }

  /// Counts a frame.
  ///
  /// - Returns: Whether a request must follow it.
  mutating func send(_ bytes: Int, at now: Int) -> Bool {
    sinceMark += bytes
    return sinceMark >= Self.markedEvery && ask(at: now)
  }

  /// Counts a request that is made for its own sake; false if there can be none now.
  mutating func ask(at now: Int) -> Bool {
    guard !isDeaf, askedAt == nil else { return false }
    sinceMark = 0
    askedAt = now
    return true
  }

  /// Takes the terminal's answer.
  mutating func answer() {
    guard askedAt != nil else { return }
    askedAt = nil
    hasAnswered = true
    isDeaf = false
  }

  /// Whether another frame may be sent.
  mutating func allowsFrame(at now: Int) -> Bool {
    guard let askedAt, sinceMark >= Self.allowance else { return true }
    guard now - askedAt >= limit else { return false }
    self.askedAt = nil
    isDeaf = !hasAnswered
    return true
  }

  /// How much longer to wait for an answer, in milliseconds; nil if none is expected.
  func patience(at now: Int) -> Int? {
    askedAt.map { max(0, $0 + limit - now) }
  }

  private var limit: Int { hasAnswered ? Self.patience : Self.firstPatience }
}
