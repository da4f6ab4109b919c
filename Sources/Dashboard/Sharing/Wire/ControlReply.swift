/// What the host tells a controller, each on one line.
enum ControlReply: Equatable {
  /// The current state, for a new controller or because another one changed it.
  case state(revision: Int, SharedState)
  /// The controller's own state was accepted and has this revision.
  case accepted(revision: Int)
  /// The controller's own state was based on an old one and not accepted; this is the current
  /// state.
  case stale(revision: Int, SharedState)
  /// Who follows.
  case followers(Followers)
  /// The host closes this connection.
  case refused(Refusal)
  /// The briefing is over.
  case end

  /// Reads a line without its end; nil if it is not a reply.
  init?(_ line: ArraySlice<UInt8>) {
    let fields = WireText.fields(line)
    let word = WireText.word(fields.first)
    switch (word, fields.count) {
    case ("state", 4), ("stale", 4):
      guard let revision = WireText.number(fields[1]), let state = SharedState(fields[2...]) else {
        return nil
      }
      let isOwn = word == "stale"
      self = isOwn ? .stale(revision: revision, state) : .state(revision: revision, state)
    case ("accepted", 2):
      guard let revision = WireText.number(fields[1]) else { return nil }
      self = .accepted(revision: revision)
    case ("followers", 3):
      guard let followers = Followers(fields[1...]) else { return nil }
      self = .followers(followers)
    case ("refused", 2):
      guard let refusal = Refusal(rawValue: WireText.word(fields[1])) else { return nil }
      self = .refused(refusal)
    case ("end", 1): self = .end
    default: return nil
    }
  }

  /// The line with its end.
  ///
  /// A slide's text is left out, because a presenter can produce it.
  var line: [UInt8] {
    switch self {
    case .state(let revision, let state): Self.line("state", revision, state)
    case .stale(let revision, let state): Self.line("stale", revision, state)
    case .accepted(let revision):
      WireText.line([WireText.field("accepted"), WireText.field(revision)])
    case .followers(let followers):
      WireText.line([WireText.field("followers")] + followers.fields)
    case .refused(let refusal):
      WireText.line([WireText.field("refused"), WireText.field(refusal.rawValue)])
    case .end: WireText.line([WireText.field("end")])
    }
  }

  private static func line(_ word: String, _ revision: Int, _ state: SharedState) -> [UInt8] {
    WireText.line([WireText.field(word), WireText.field(revision)] + state.fields.prefix(2))
  }
}
