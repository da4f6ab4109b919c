/// What the host tells a follower, each on one line.
enum FollowMessage: Equatable {
  /// What is shown now.
  ///
  /// Only followers that asked for the text get it. `isWaiting` means that nobody presents at the
  /// moment.
  case state(publicState: String, text: String?, isWaiting: Bool)
  /// The host closes this connection.
  case refused(Refusal)
  /// The briefing is over.
  case end

  /// Reads a line without its end; nil if it is not a message.
  init?(_ line: ArraySlice<UInt8>) {
    let fields = WireText.fields(line)
    switch (WireText.word(fields.first), fields.count) {
    case ("state", 3...4):
      let presence = WireText.word(fields[1])
      guard presence == "live" || presence == "waiting",
        let state = WireText.decoded(fields[2], limit: WireLimit.publicState)
      else { return nil }
      var text: String?
      if fields.count == 4 {
        text = WireText.decoded(fields[3], limit: WireLimit.text)
        if text == nil { return nil }
      }
      self = .state(publicState: state, text: text, isWaiting: presence == "waiting")
    case ("refused", 2):
      guard let refusal = Refusal(rawValue: WireText.word(fields[1])) else { return nil }
      self = .refused(refusal)
    case ("end", 1): self = .end
    default: return nil
    }
  }

  /// The line with its end.
  var line: [UInt8] {
    switch self {
    case .state(let state, let text, let isWaiting):
      WireText.line(
        [WireText.field("state"), WireText.field(isWaiting ? "waiting" : "live")]
          + [state, text].compactMap { $0 }.map(WireText.encoded))
    case .refused(let refusal):
      WireText.line([WireText.field("refused"), WireText.field(refusal.rawValue)])
    case .end: WireText.line([WireText.field("end")])
    }
  }
}
