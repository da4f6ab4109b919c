/// What a key can do during a talk; the raw value is its name in documentation.
public enum TalkAction: String, CaseIterable, Sendable {
  case forward
  case back
  case nextSlide = "next-slide"
  case previousSlide = "previous-slide"
  case first
  case last
  case jump
  case blank
  case overview
  case search
  case answer
  case returnToTalk = "return-to-talk"
  case drill
  case notes
  case scrollNotes = "scroll-notes"
  case clock
  case restartClock = "restart-clock"
  case cut
  case roam
  case help
  case redraw
  case leave
}

/// One entry of the keymap of a talk.
public struct TalkBinding: Sendable {
  /// The keys, the one shown in hints first.
  public var keys: [Key]
  /// What they do.
  public var action: TalkAction
  /// The seats at which it has an effect.
  public var seats: Set<Talk.Seat>
  /// What it does, in a few words, as help shows it.
  public var help: String
  /// A word for the hint line; nil keeps it out of hints.
  public var hint: String?

  /// A binding of keys to an action.
  public init(
    _ keys: [Key], _ action: TalkAction, _ seats: Set<Talk.Seat>, _ help: String,
    hint: String? = nil
  ) {
    self.keys = keys
    self.action = action
    self.seats = seats
    self.help = help
    self.hint = hint
  }
}
