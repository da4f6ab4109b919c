/// Why a host refuses a connection.
package enum Refusal: String, Sendable, CaseIterable {
  /// The two use different versions of the protocol.
  case version
  /// The host has as many connections as it allows.
  case full
  /// What was sent could not be parsed.
  case malformed
  /// No hello came in time.
  case late
  /// The control socket belongs to another user.
  case stranger
  /// Somebody already presents the briefing.
  case taken
  /// Somebody else has taken over from this presenter.
  case succeeded

  /// Whether it may help to try again later.
  package var isPassing: Bool { self == .full || self == .late }

  /// The message for the user.
  package var message: String {
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
