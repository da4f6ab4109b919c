/// A follower's side of a briefing.
///
/// It never blocks. A run loop polls `descriptor` for `events`, at most as long as `timeout`, and
/// then calls `next` until it has nothing more.
package final class FollowClient {
  /// What a follower is told.
  package enum Event: Equatable, Sendable {
    /// What is shown now; the text only if it was requested.
    case state(publicState: String, text: String?, isWaiting: Bool)
    /// The host is gone; the client tries to reach it again.
    case lost
    /// The briefing is over. This is the last event.
    case ended
    /// The host does not want this follower. This is the last event unless the refusal is
    /// temporary.
    case refused(Refusal)
  }

  private var connection: Connection
  private var inbox: ArraySlice<Event> = []
  private let wantsText: Bool

  /// Joins a briefing.
  ///
  /// - Parameter wantsText: Whether the text of what is shown is also wanted.
  package init(
    _ place: BriefingPlace, size: ScreenSize, wantsText: Bool
  ) throws(SharingFault) {
    try place.check()
    self.wantsText = wantsText
    connection = try Connection(
      place.audience, hello: FollowHello(size: size, wantsText: wantsText).line,
      trustsOnlyOwn: place.folder != nil)
  }

  /// The descriptor to poll; -1 while there is no connection.
  package var descriptor: Int32 { connection.descriptor }
  /// What to poll it for.
  package var events: Int16 { connection.events }
  /// After how many milliseconds to call `next` even if nothing happens; nil for never.
  package var timeout: Int? { connection.timeout }

  /// Tells the host another size by connecting again: after its hello a follower is not read.
  package func resize(to size: ScreenSize) {
    connection.hello = FollowHello(size: size, wantsText: wantsText).line
    if connection.descriptor >= 0 { connection.renew() }
  }

  /// Leaves the briefing; there are no more events.
  package func leave() {
    connection.end()
    inbox = []
  }

  /// The next event; nil if there is none.
  ///
  /// Of several states only the last is reported.
  package func next() -> Event? {
    if inbox.isEmpty { fillInbox() }
    return inbox.popFirst()
  }

  private func fillInbox() {
    var events: [Event] = []
    connection.receive { event in
      guard events.last?.isLast != true else { return }
      switch event {
      case .lost: events.append(.lost)
      case .line(let line):
        let new = Self.event(line)
        if case .state = new, case .state = events.last { events.removeLast() }
        events.append(new)
      }
    }
    if events.last?.isLast == true {
      connection.end()
    } else if case .state = events.last {
      connection.settle()
    }
    inbox = events[...]
  }

  private static func event(_ line: ArraySlice<UInt8>) -> Event {
    switch FollowMessage(line) {
    case .state(let state, let text, let isWaiting):
      .state(publicState: state, text: text, isWaiting: isWaiting)
    case .refused(let refusal): .refused(refusal)
    case .end: .ended
    case nil: .refused(.version)
    }
  }
}

extension FollowClient.Event {
  /// Whether it is the last event.
  var isLast: Bool {
    switch self {
    case .ended: true
    case .refused(let refusal): !refusal.isPassing
    default: false
    }
  }
}
