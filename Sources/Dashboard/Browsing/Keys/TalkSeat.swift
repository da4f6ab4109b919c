/// The role of one end of a briefing.
package enum TalkSeat: Hashable, CaseIterable, Sendable {
  /// The presenter, on the screen that the room sees.
  case presenter
  /// The presenter, on a second terminal that only they see.
  case console
  /// A member of the audience.
  case follower
}
