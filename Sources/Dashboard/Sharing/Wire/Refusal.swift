/// Why a host sends somebody away.
public enum Refusal: String, Sendable, CaseIterable {
  /// The two speak different versions of the wire.
  case version
  /// There are as many connections as the host keeps.
  case full
  /// What was sent makes no sense.
  case malformed
  /// No hello came in time.
  case late
  /// The control socket belongs to another user.
  case stranger
  /// Somebody presents the briefing already.
  case taken
  /// Another has taken over from the one who presented.
  case succeeded

  /// Whether trying again later may help.
  public var isPassing: Bool { self == .full || self == .late }

  /// What to tell the reader.
  public var message: String {
    switch self {
    case .version: "the briefing is held with another version of dossier"
    case .full: "the briefing has as many followers as it can have"
    case .malformed: "the briefing did not understand what this program sent"
    case .late: "the briefing waited too long for this program"
    case .stranger: "the briefing belongs to another user"
    case .taken: "the briefing is being presented at another terminal"
    case .succeeded: "the briefing was taken over at another terminal"
    }
  }
}
