/// How much may be under way to the terminal before the next frame has to wait.
///
/// A line keeps what it cannot carry yet, out of the program's sight: frames that are sent faster
/// than it carries them are seen long after the key that they answer. So the terminal is asked for
/// a sign of life (a device status report) behind every few hundred bytes, and until it has answered
/// only little more is sent. A key that is pressed now and then never waits.
struct LineCredit {
  /// The bytes after which a sign is asked for: some moves of the selection.
  static let markedEvery = 512
  /// The bytes that may follow an unanswered question: half a second at 9600 baud.
  static let allowance = 512
  /// How long a terminal that has never answered is waited for, in milliseconds.
  static let firstPatience = 1000
  /// How long one is waited for that has answered before, in milliseconds.
  static let patience = 10_000

  private var sinceMark = 0
  private var askedAt: Int?
  private var hasAnswered = false
  /// Whether the terminal does not answer; it is then not asked again.
  private(set) var isDeaf: Bool

  /// A line on which nothing is under way; `isDeaf` where the terminal is never to be asked.
  init(isDeaf: Bool = false) { self.isDeaf = isDeaf }

  /// Whether an answer is awaited.
  var isAsked: Bool { askedAt != nil }

  /// Counts a frame; true when a question is to follow it.
  mutating func send(_ bytes: Int, at now: Int) -> Bool {
    sinceMark += bytes
    guard !isDeaf, askedAt == nil, sinceMark >= Self.markedEvery else { return false }
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

  /// How long an answer is still waited for, in milliseconds; nil where none is awaited.
  func patience(at now: Int) -> Int? {
    askedAt.map { max(0, $0 + limit - now) }
  }

  private var limit: Int { hasAnswered ? Self.patience : Self.firstPatience }
}
