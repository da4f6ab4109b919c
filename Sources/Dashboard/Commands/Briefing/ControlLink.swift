import Canvas
import Glibc
import Records
import Sharing
import System
import Talk
import Terminal

/// A presenter's or console's connection to the briefing, with the changes that have not arrived
/// yet.
///
/// Each end changes its own copy first and then tells the others. If another end was faster,
/// rejected changes are repeated on top of what that end has shown.
final class ControlLink {
  /// What the connection asks of the talk.
  enum Event {
    /// Send it to the talk, and share the result as this end's change.
    case message(TalkMessage, isOwn: Bool)
    /// Nobody has shown anything yet: share the current state.
    case empty
    /// The host is gone.
    case lost
    /// The briefing is over; the reason is given if only this end is disconnected.
    case ended(String?)
  }

  private struct Pending {
    var ticket: Int
    /// What to repeat; nil if it only made sense at that moment.
    var message: TalkMessage?
  }

  private let client: ControlClient
  private var pending: [Pending] = []
  private var again: [Event] = []
  /// What to repeat as soon as somebody has shown something to a new host.
  private var held: [Event] = []
  private var lastText: String?
  private let seat: ControlSeat
  /// Why the briefing rejects this end; nil if it does not, or has not said so yet.
  private(set) var refusal: Refusal?

  /// A connection to a running briefing.
  init(_ place: BriefingPlace, as seat: ControlSeat) throws(SharingFault) {
    self.seat = seat
    client = try ControlClient(place, as: seat)
  }

  /// The descriptor to wait for besides the terminal; nil while disconnected.
  var watched: WatchedDescriptor? {
    client.descriptor < 0 ? nil : WatchedDescriptor(client.descriptor, events: client.events)
  }

  /// After how many milliseconds to check again even without an event; nil for never.
  var timeout: Int? { client.timeout }

  /// Tells the others what is shown now.
  ///
  /// - Parameter message: The message that led to it, if it can be repeated.
  func share(
    _ shown: PublicState, _ course: PrivateState, text: String, after message: TalkMessage?
  ) {
    let state = SharedState(
      publicState: shown.line, privateState: course.line, text: text == lastText ? nil : text)
    guard let ticket = client.offer(state) else { return }
    lastText = text
    pending.append(Pending(ticket: ticket, message: message))
  }

  /// Ends the briefing for everybody; waits some seconds for a host that was just restarted.
  func end() {
    client.endBriefing()
    let deadline = Clock.now + 3000
    while client.owesEnd, Clock.now < deadline {
      while client.next() != nil {}
      if client.owesEnd { wait(50) }
    }
  }

  /// The next event; nil if there is none.
  func next() -> Event? {
    if !again.isEmpty { return again.removeFirst() }
    while let event = client.next() {
      switch event {
      case .accepted(let ticket): pending.removeAll { $0.ticket <= ticket }
      case .state(let state, let revision):
        // The others have the text of the end that last showed something.
        lastText = nil
        if revision == 0 { return .empty }
        again += held
        held = []
        if let message = Self.message(state) { return .message(message, isOwn: false) }
      case .refused(let state, let revision):
        // The accompanying text was rejected, too.
        lastText = nil
        let refused = pending
        pending = []
        let done = refused.compactMap { $0.message.map { Event.message($0, isOwn: true) } }
        // A new host does not have this end's state, which the last keys have changed. The
        // presenter sends it; a console's keys are applied on top of that.
        if revision == 0 {
          if seat == .console { held += done }
          return .empty
        }
        again = held + done
        held = []
        if let message = Self.message(state) { return .message(message, isOwn: false) }
      case .followers(let followers):
        return .message(.audience(Audience(followers)), isOwn: false)
      case .lost: return .lost
      case .ended: return .ended(nil)
      case .dismissed(let refusal) where refusal.isPassing: return .lost
      case .dismissed(let refusal):
        self.refusal = refusal
        return .ended(refusal.message)
      }
    }
    return nil
  }

  /// The edition of a briefing, for an end that joins it.
  ///
  /// - Returns: Nil if nothing was shown within some seconds.
  func edition() -> Edition? { latest()?.shown.edition }

  /// What a briefing shows, for an end that joins it.
  ///
  /// - Returns: Nil if nothing was shown within some seconds.
  func latest() -> (shown: PublicState, course: PrivateState?)? {
    let deadline = Clock.now + 3000
    // Events from before the talk began are for the talk, too.
    var passed: [Event] = []
    defer { again = passed + again }
    while Clock.now < deadline {
      while let event = next() {
        if case .empty = event { continue }
        passed.append(event)
        switch event {
        case .message(.received(let shown, let course), _): return (shown, course)
        case .ended: return nil
        default: break
        }
      }
      wait(50)
    }
    return nil
  }

  /// Waits until the others have everything that was shared here, for at most half a second.
  func settle() {
    let deadline = Clock.now + 500
    while !client.isSettled, client.descriptor >= 0, Clock.now < deadline {
      while let event = next() {
        if case .ended = event { return }
      }
      if !client.isSettled { wait(50) }
    }
  }

  private func wait(_ milliseconds: Int32) {
    var waiting = pollfd(fd: client.descriptor, events: client.events, revents: 0)
    poll(&waiting, 1, milliseconds)
  }

  private static func message(_ state: SharedState) -> TalkMessage? {
    PublicState(state.publicState).map { .received($0, PrivateState(state.privateState)) }
  }
}

extension Audience {
  /// The audience, with the size of each terminal that is too small.
  init(_ followers: Followers) {
    let least = Audience.leastSize
    let small = followers.groups.filter {
      $0.size.columns < least.width || $0.size.rows < least.height
    }
    self.init(
      count: followers.count,
      tooSmall: small.flatMap { group in
        Array(
          repeating: Size(width: group.size.columns, height: group.size.rows),
          count: min(group.count, 1000))
      })
  }
}
