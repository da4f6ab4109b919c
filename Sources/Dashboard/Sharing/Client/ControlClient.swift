/// A presenter's or console's side of a briefing.
///
/// Never waits. A run loop polls `descriptor` for `events`, at most as long as `timeout`, and then
/// calls `receive`.
///
/// Several controllers may change the state at once. One state at a time is on its way; those
/// offered meanwhile wait, and only the latest of them is sent. Where another controller was
/// faster, all that was offered since the last acceptance is dropped and the state as it is now
/// comes back in `refused`: apply to it what was not accepted, and offer again.
public final class ControlClient {
  /// What a controller is told.
  public enum Event: Equatable, Sendable {
    /// The state now: the first one after connecting, or one of another controller.
    ///
    /// Revision 0 means that nothing was shared yet, also where a host was started anew.
    case state(SharedState, revision: Int)
    /// The offer with this ticket was taken, and with it all before.
    case accepted(ticket: Int)
    /// What was offered and not accepted is void; this is the state now.
    case refused(SharedState, revision: Int)
    /// Who follows.
    case followers(Followers)
    /// The host is gone; attempts to reach it again follow by themselves.
    case lost
    /// The briefing is over. Nothing follows.
    case ended
    /// The host does not want this controller. Nothing follows unless the refusal is a passing one.
    case dismissed(Refusal)
  }

  private struct Offer {
    var ticket: Int
    var state: SharedState
  }

  private var connection: Connection
  private var revision = 0
  private var hasState = false
  private var lastTicket = 0
  /// What was sent and not answered; made from the state of `revision`.
  private var sent: Offer?
  /// What is sent next.
  private var waiting: Offer?

  /// Joins a briefing.
  public init(_ place: BriefingPlace) throws(SharingFault) {
    try place.check()
    connection = try Connection(
      place.control, hello: ControlRequest.hello(version: WireLimit.version).line,
      trustsOnlyOwn: true)
  }

  /// The descriptor to poll; -1 while there is no connection.
  public var descriptor: Int32 { connection.descriptor }
  /// What to poll it for.
  public var events: Int16 { connection.events }
  /// In how many milliseconds to call `receive` even if nothing happens; nil for never.
  public var timeout: Int? { connection.timeout }
  /// Whether all that was offered has been answered.
  public var isSettled: Bool { sent == nil && waiting == nil }

  /// Offers a state.
  ///
  /// - Returns: The ticket by which it is accepted; nil where the state is too long to be shared.
  @discardableResult
  public func offer(_ state: SharedState) -> Int? {
    guard !state.isTooLong else { return nil }
    lastTicket += 1
    var state = state
    // The text of an offer that was never sent must not be lost with it.
    if state.text == nil { state.text = waiting?.state.text }
    waiting = Offer(ticket: lastTicket, state: state)
    sendNext()
    return lastTicket
  }

  /// Ends the briefing for everybody.
  public func endBriefing() { connection.send(ControlRequest.end.line) }

  /// What came since the last call, in order.
  public func receive() -> [Event] {
    var replies: [ControlReply?] = []
    var isLost = false
    connection.receive { event in
      switch event {
      case .lost: isLost = true
      case .line(let line): replies.append(ControlReply(line))
      }
    }
    var events: [Event] = []
    for reply in replies {
      guard let reply else {
        connection.end()
        return events + [.dismissed(.version)]
      }
      handle(reply, &events)
      switch events.last {
      case .ended: connection.end(); return events
      case .dismissed(let refusal) where !refusal.isPassing: connection.end(); return events
      default: break
      }
    }
    if isLost {
      hasState = false
      events.append(.lost)
    }
    return events
  }

  private func handle(_ reply: ControlReply, _ events: inout [Event]) {
    switch reply {
    case .state(let revision, let state):
      if hasState {
        // What is on its way was made from an older state, and that answer is still to come.
        if sent == nil { events.append(.state(state, revision: revision)) }
        if sent == nil { self.revision = revision }
      } else {
        connection.settle()
        hasState = true
        takeUp(state, revision, &events)
      }
    case .accepted(let revision):
      self.revision = revision
      if let sent { events.append(.accepted(ticket: sent.ticket)) }
      sent = nil
    case .stale(let revision, let state):
      self.revision = revision
      sent = nil
      waiting = nil
      events.append(.refused(state, revision: revision))
    case .followers(let followers): events.append(.followers(followers))
    case .refused(let refusal): events.append(.dismissed(refusal))
    case .end: events.append(.ended)
    }
    sendNext()
  }

  /// The first state on a connection, which tells what became of an offer whose answer was lost.
  private func takeUp(_ state: SharedState, _ revision: Int, _ events: inout [Event]) {
    let known = self.revision
    self.revision = revision
    if let sent {
      let isTaken =
        revision == known + 1 && state.publicState == sent.state.publicState
        && state.privateState == sent.state.privateState
      if isTaken {
        events.append(.accepted(ticket: sent.ticket))
      } else if revision == known {
        waiting = waiting ?? sent
      } else {
        waiting = nil
        events.append(.refused(state, revision: revision))
      }
      self.sent = nil
    } else if waiting != nil, revision != known {
      waiting = nil
      events.append(.refused(state, revision: revision))
    } else if waiting == nil {
      events.append(.state(state, revision: revision))
    }
  }

  private func sendNext() {
    guard sent == nil, hasState, let offer = waiting else { return }
    waiting = nil
    sent = offer
    connection.send(ControlRequest.put(base: revision, offer.state).line)
  }
}
