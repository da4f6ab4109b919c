/// A presenter's or console's side of a briefing.
///
/// It never blocks. A run loop polls `descriptor` for `events`, at most as long as `timeout`, and
/// then calls `next` until it has nothing more.
///
/// Several controllers may change the state at once. One state at a time is sent; those offered in
/// the meantime wait, and only the latest of them is sent. If another controller was faster,
/// everything offered since the last acceptance is dropped, and the current state comes back in
/// `refused`: apply the rejected changes to it, and offer again.
package final class ControlClient {
  /// What a controller is told.
  package enum Event: Equatable, Sendable {
    /// The current state: the first one after connecting, or another controller's.
    ///
    /// Revision 0 means that nothing was shared yet, also after a host was restarted.
    case state(SharedState, revision: Int)
    /// The offer with this ticket was accepted, and all offers before it.
    case accepted(ticket: Int)
    /// Offers that were not accepted are void; this is the current state.
    case refused(SharedState, revision: Int)
    /// Who follows.
    case followers(Followers)
    /// The host is gone; the client tries to reach it again.
    case lost
    /// The briefing is over. This is the last event.
    case ended
    /// The host does not want this controller. This is the last event unless the refusal is
    /// temporary.
    case dismissed(Refusal)
  }

  private struct Offer {
    var ticket: Int
    package var state: SharedState
  }

  private enum Arrival {
    case reply(ControlReply?)
    case lost
  }

  private let seat: ControlSeat
  private var connection: Connection
  private var inbox: ArraySlice<Arrival> = []
  private var revision = 0
  private var hasState = false
  private var lastTicket = 0
  /// What was sent and not answered; based on the state of `revision`.
  private var sent: Offer?
  /// What is sent next.
  private var waiting: Offer?
  /// Whether the briefing should end and the host does not know it yet.
  package private(set) var owesEnd = false

  /// Joins a briefing.
  package init(_ place: BriefingPlace, as seat: ControlSeat = .console) throws(SharingFault) {
    try place.check()
    self.seat = seat
    connection = try Connection(
      place.control, hello: ControlRequest.hello(version: WireLimit.version, seat).line,
      trustsOnlyOwn: true)
  }

  /// The descriptor to poll; -1 while there is no connection.
  package var descriptor: Int32 { connection.descriptor }
  /// What to poll it for.
  package var events: Int16 { connection.events }
  /// After how many milliseconds to call `next` even if nothing happens; nil for never.
  package var timeout: Int? { connection.timeout }
  /// Whether all offers were answered.
  package var isSettled: Bool { sent == nil && waiting == nil }

  /// Offers a state.
  ///
  /// - Returns: The ticket by which it is accepted; nil if the state is too long to be shared.
  @discardableResult
  package func offer(_ state: SharedState) -> Int? {
    guard !state.isTooLong else { return nil }
    lastTicket += 1
    var state = state
    // The text of an offer that was never sent must not be lost with it.
    if state.text == nil { state.text = waiting?.state.text }
    waiting = Offer(ticket: lastTicket, state: state)
    sendNext()
    return lastTicket
  }

  /// Ends the briefing for everybody, as soon as the host can be reached.
  package func endBriefing() {
    owesEnd = true
    sendEnd()
  }

  private func sendEnd() {
    guard owesEnd, connection.descriptor >= 0 else { return }
    owesEnd = false
    connection.send(ControlRequest.end.line)
  }

  /// The next event; nil if there is none.
  ///
  /// One at a time, so that an offer is always based on the state that was reported last.
  package func next() -> Event? {
    if inbox.isEmpty { fillInbox() }
    while !inbox.isEmpty {
      switch inbox.removeFirst() {
      case .lost:
        hasState = false
        return .lost
      case .reply(let reply):
        guard let event = handle(reply) else { continue }
        if event.isLast {
          connection.end()
          inbox = []
        }
        return event
      }
    }
    return nil
  }

  private func fillInbox() {
    var inbox: [Arrival] = []
    connection.receive { event in
      switch event {
      case .lost: inbox.append(.lost)
      case .line(let line): inbox.append(.reply(ControlReply(line)))
      }
    }
    self.inbox = inbox[...]
  }

  /// What a reply means for the offers; nil if it means nothing.
  private func handle(_ reply: ControlReply?) -> Event? {
    defer {
      sendNext()
      sendEnd()
    }
    switch reply {
    case .state(let revision, let state):
      guard hasState else {
        connection.settle()
        hasState = true
        // A controller that has taken over once does not do so again after its line was down.
        if seat == .successor {
          connection.hello = ControlRequest.hello(version: WireLimit.version, .presenter).line
        }
        return takeUp(state, revision)
      }
      // The state that was sent is based on an older one, and its answer is still to come.
      guard sent == nil else { return nil }
      self.revision = revision
      return .state(state, revision: revision)
    case .accepted(let revision):
      self.revision = revision
      let ticket = sent?.ticket
      sent = nil
      return ticket.map { .accepted(ticket: $0) }
    case .stale(let revision, let state): return drop(for: state, revision)
    case .followers(let followers): return .followers(followers)
    case .refused(let refusal): return .dismissed(refusal)
    case .end: return .ended
    case nil: return .dismissed(.version)
    }
  }

  private func drop(for state: SharedState, _ revision: Int) -> Event {
    self.revision = revision
    sent = nil
    waiting = nil
    return .refused(state, revision: revision)
  }

  /// The first state on a connection, which shows what happened to an offer whose answer was lost.
  private func takeUp(_ state: SharedState, _ revision: Int) -> Event? {
    let known = self.revision
    self.revision = revision
    guard let sent else {
      guard waiting != nil else { return .state(state, revision: revision) }
      return revision == known ? nil : drop(for: state, revision)
    }
    let isSame =
      state.publicState == sent.state.publicState && state.privateState == sent.state.privateState
    if isSame, revision == known + 1 {
      self.sent = nil
      return .accepted(ticket: sent.ticket)
    }
    guard revision == known else { return drop(for: state, revision) }
    // It never arrived.
    waiting = waiting ?? sent
    self.sent = nil
    return nil
  }

  private func sendNext() {
    guard sent == nil, hasState, let offer = waiting else { return }
    waiting = nil
    sent = offer
    connection.send(ControlRequest.put(base: revision, offer.state).line)
  }
}

extension ControlClient.Event {
  /// Whether it is the last event.
  var isLast: Bool {
    switch self {
    case .ended: true
    case .dismissed(let refusal): !refusal.isPassing
    default: false
    }
  }
}
