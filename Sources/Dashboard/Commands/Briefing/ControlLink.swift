import Canvas
import Glibc
import Records
import Sharing
import System
import Talk
import Terminal

/// A presenter's or console's line to the briefing, with what has not arrived there yet.
///
/// Each end changes its own copy first and then tells the others. Where another end was faster, what
/// was not accepted is done again on top of what that one has shown.
final class ControlLink {
  /// What the line asks of the talk.
  enum Event {
    /// Tell it to the talk, and share what comes of it as a change of this end's.
    case message(TalkMessage, isOwn: Bool)
    /// Nobody has shown anything yet: share the state as it is.
    case empty
    /// The host is gone.
    case lost
    /// The briefing is over, with why where this end alone is put out.
    case ended(String?)
  }

  private struct Pending {
    var ticket: Int
    /// What to do again; nil where it only made sense at that moment.
    var message: TalkMessage?
  }

  private let client: ControlClient
  private var pending: [Pending] = []
  private var again: [Event] = []
  /// What is to be done again as soon as somebody has shown something to a host that is new.
  private var held: [Event] = []
  private var lastText: String?
  private let seat: ControlSeat
  /// Why the briefing does not want this end; nil where it does, or has not said so.
  private(set) var refusal: Refusal?

  /// A line to a briefing that is on.
  init(_ place: BriefingPlace, as seat: ControlSeat) throws(SharingFault) {
    self.seat = seat
    client = try ControlClient(place, as: seat)
  }

  /// What to wait for beside the terminal; nil while the line is down.
  var watched: WatchedDescriptor? {
    client.descriptor < 0 ? nil : WatchedDescriptor(client.descriptor, events: client.events)
  }

  /// In how many milliseconds to look again even if nothing happens; nil for never.
  var timeout: Int? { client.timeout }

  /// Tells the others what is shown now.
  ///
  /// - Parameter message: What has led to it, where it can be done again.
  func share(
    _ shown: PublicState, _ course: PrivateState, text: String, after message: TalkMessage?
  ) {
    let state = SharedState(
      publicState: shown.line, privateState: course.line, text: text == lastText ? nil : text)
    guard let ticket = client.offer(state) else { return }
    lastText = text
    pending.append(Pending(ticket: ticket, message: message))
  }

  /// Ends the briefing for everybody; waits some seconds for a host that was just started anew.
  func end() {
    client.endBriefing()
    let deadline = Clock.now + 3000
    while client.owesEnd, Clock.now < deadline {
      while client.next() != nil {}
      if client.owesEnd { wait(50) }
    }
  }

  /// What has happened; nil where nothing more has.
  func next() -> Event? {
    if !again.isEmpty { return again.removeFirst() }
    while let event = client.next() {
      switch event {
      case .accepted(let ticket): pending.removeAll { $0.ticket <= ticket }
      case .state(let state, let revision):
        // The text that the others have is that of whoever showed something last.
        lastText = nil
        if revision == 0 { return .empty }
        again += held
        held = []
        if let message = Self.message(state) { return .message(message, isOwn: false) }
      case .refused(let state, let revision):
        // The text that went with it was refused, too.
        lastText = nil
        let refused = pending
        pending = []
        let done = refused.compactMap { $0.message.map { Event.message($0, isOwn: true) } }
        // A new host has nothing in place of what this end shows, which its last keys have changed.
        // It is the presenter who tells it; a console's keys go on top of that.
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

  /// The edition that a briefing shows, for an end that joins it.
  ///
  /// - Returns: Nil where nothing was shown within some seconds.
  func edition() -> Edition? {
    let deadline = Clock.now + 3000
    // What came before the talk began is for the talk, too.
    var passed: [Event] = []
    defer { again = passed + again }
    while Clock.now < deadline {
      while let event = next() {
        if case .empty = event { continue }
        passed.append(event)
        switch event {
        case .message(.received(let shown, _), _): return shown.edition
        case .ended: return nil
        default: break
        }
      }
      wait(50)
    }
    return nil
  }

  /// Waits until the others have all that was shared here, or half a second is over.
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
  /// Who follows, with each of those whose terminals are too small.
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
