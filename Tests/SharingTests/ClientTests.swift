import Glibc
import Testing

@testable import Sharing
@testable import System

@Suite("Clients: offers, acceptance, conflicts, reconnecting")
struct ClientTests {
  /// Receives until an event is the one that is looked for, or the patience is over.
  static func events(
    _ client: ControlClient, until isLast: (ControlClient.Event) -> Bool
  ) -> [ControlClient.Event] {
    var all: [ControlClient.Event] = []
    let deadline = Clock.now + Peer.patience
    while Clock.now < deadline {
      while let event = client.next() { all.append(event) }
      if all.contains(where: isLast) { return all }
      wait(client.descriptor, client.events, client.timeout)
    }
    return all
  }

  static func events(
    _ client: FollowClient, until isLast: (FollowClient.Event) -> Bool
  ) -> [FollowClient.Event] {
    var all: [FollowClient.Event] = []
    let deadline = Clock.now + Peer.patience
    while Clock.now < deadline {
      while let event = client.next() { all.append(event) }
      if all.contains(where: isLast) { return all }
      wait(client.descriptor, client.events, client.timeout)
    }
    return all
  }

  private static func wait(_ descriptor: Int32, _ events: Int16, _ timeout: Int?) {
    var waiting = pollfd(fd: descriptor, events: events, revents: 0)
    poll(&waiting, 1, Int32(clamping: min(timeout ?? 1000, 1000)))
  }

  static func state(_ text: String, text slide: String? = nil) -> SharedState {
    SharedState(publicState: text, privateState: "private", text: slide)
  }

  @Test("offers made in a hurry are accepted in the end, the last one with them")
  func hurry() throws {
    let host = try RunningHost()
    let client = try ControlClient(host.place)
    let tickets = (0..<50).compactMap { client.offer(Self.state("slide \($0)")) }
    let last = try #require(tickets.last)
    let events = Self.events(client) { $0 == .accepted(ticket: last) }
    #expect(events.contains(.accepted(ticket: last)))
    #expect(client.isSettled)
    #expect(try Peer.follower(host.place).line() == "state\tlive\tslide 49")
  }

  @Test("of two that change the same state one is accepted and the other gets the result")
  func conflict() throws {
    let host = try RunningHost()
    let one = try ControlClient(host.place)
    let two = try ControlClient(host.place)
    _ = Self.events(one) { if case .state = $0 { true } else { false } }
    _ = Self.events(two) { if case .state = $0 { true } else { false } }
    let ticket = try #require(one.offer(Self.state("one")))
    _ = Self.events(one) { $0 == .accepted(ticket: ticket) }
    // The other has not read of it yet.
    two.offer(Self.state("two"))
    let refused = ControlClient.Event.refused(Self.state("one"), revision: 1)
    let events = Self.events(two) { $0 == refused }
    #expect(events.contains(refused))
    #expect(!events.contains { if case .accepted = $0 { true } else { false } })
    let again = try #require(two.offer(Self.state("one and two")))
    _ = Self.events(two) { $0 == .accepted(ticket: again) }
    let result = ControlClient.Event.state(Self.state("one and two"), revision: 2)
    #expect(Self.events(one) { $0 == result }.contains(result))
  }

  @Test("two that press keys at once lose none and double none")
  func race() throws {
    let host = try RunningHost()
    let clients = [try ControlClient(host.place), try ControlClient(host.place)]
    var counts = ["0", "0"]
    var open = [[Int]](repeating: [], count: 2)
    var left = [100, 100]
    let deadline = Clock.now + Peer.patience
    for client in clients {
      _ = Self.events(client) { if case .state = $0 { true } else { false } }
    }
    func offer(_ index: Int, keys: Int) {
      guard let count = Int(counts[index]) else { return }
      counts[index] = String(count + keys)
      if let ticket = clients[index].offer(Self.state(counts[index])) { open[index].append(ticket) }
    }
    while Clock.now < deadline, left != [0, 0] || !clients.allSatisfy(\.isSettled) {
      for index in 0..<2 {
        while let event = clients[index].next() {
          switch event {
          case .accepted(let ticket): open[index].removeAll { $0 <= ticket }
          case .state(let state, _): counts[index] = state.publicState
          case .refused(let state, _):
            counts[index] = state.publicState.isEmpty ? "0" : state.publicState
            let keys = open[index].count
            open[index] = []
            // Each key again, one by one as they were pressed.
            for _ in 0..<keys { offer(index, keys: 1) }
          default: break
          }
        }
        if left[index] > 0 {
          left[index] -= 1
          offer(index, keys: 1)
        }
      }
    }
    #expect(try Peer.follower(host.place).line() == "state\tlive\t200")
  }

  @Test("a follower gets the latest of several states, and the text only if it asked")
  func follow() throws {
    let host = try RunningHost()
    let presenter = try ControlClient(host.place)
    let ticket = try #require(presenter.offer(Self.state("one", text: "a\tb\nc")))
    _ = Self.events(presenter) { $0 == .accepted(ticket: ticket) }
    let size = ScreenSize(columns: 80, rows: 24)
    let plain = try FollowClient(host.place, size: size, wantsText: false)
    let full = try FollowClient(host.place, size: size, wantsText: true)
    let short = FollowClient.Event.state(publicState: "one", text: nil, isWaiting: false)
    let long = FollowClient.Event.state(publicState: "one", text: "a\tb\nc", isWaiting: false)
    #expect(Self.events(plain) { $0 == short } == [short])
    #expect(Self.events(full) { $0 == long } == [long])
    full.resize(to: ScreenSize(columns: 40, rows: 12))
    #expect(Self.events(full) { $0 == long } == [long])
    let groups = [
      Followers.Group(size: ScreenSize(columns: 40, rows: 12), count: 1),
      Followers.Group(size: size, count: 1),
    ]
    let report = ControlClient.Event.followers(Followers(count: 2, groups: groups))
    #expect(Self.events(presenter) { $0 == report }.contains(report))
  }

  @Test("when the host is gone clients wait for another, and find it")
  func reconnecting() throws {
    let folder = try BriefingFolder()
    var host: RunningHost? = try RunningHost(folder: folder)
    let presenter = try ControlClient(folder.place)
    let follower = try FollowClient(
      folder.place, size: ScreenSize(columns: 80, rows: 24), wantsText: false)
    let ticket = try #require(presenter.offer(Self.state("one")))
    _ = Self.events(presenter) { $0 == .accepted(ticket: ticket) }
    host?.stopAndWait()
    host = nil
    #expect(Self.events(presenter) { $0 == .lost }.last == .lost)
    #expect(Self.events(follower) { $0 == .lost }.last == .lost)
    #expect(presenter.descriptor == -1 && presenter.timeout != nil)
    host = try RunningHost(folder: folder)
    let empty = ControlClient.Event.state(
      SharedState(publicState: "", privateState: ""), revision: 0)
    #expect(Self.events(presenter) { $0 == empty }.contains(empty))
    presenter.offer(Self.state("again"))
    let again = FollowClient.Event.state(publicState: "again", text: nil, isWaiting: false)
    #expect(
      Self.events(follower) { event in
        while presenter.next() != nil {}
        return event == again
      }.contains(again))
  }

  @Test("an end that was wanted while no host was there is told to the next one")
  func lateEnd() throws {
    let folder = try BriefingFolder()
    var host: RunningHost? = try RunningHost(folder: folder)
    let presenter = try ControlClient(folder.place)
    presenter.offer(Self.state("slide"))
    _ = Self.events(presenter) { $0 == .accepted(ticket: 1) }
    host?.stopAndWait()
    _ = Self.events(presenter) { $0 == .lost }
    presenter.endBriefing()
    #expect(presenter.owesEnd)
    host = try RunningHost(folder: folder)
    let events = Self.events(presenter) { $0 == .ended }
    #expect(events.last == .ended && !presenter.owesEnd)
    #expect(host?.ends(within: 20_000) == true)
  }

  @Test("the end is told, and nothing is tried after it")
  func end() throws {
    let host = try RunningHost()
    let presenter = try ControlClient(host.place)
    let follower = try FollowClient(
      host.place, size: ScreenSize(columns: 80, rows: 24), wantsText: false)
    presenter.endBriefing()
    #expect(Self.events(follower) { $0 == .ended }.last == .ended)
    #expect(Self.events(presenter) { $0 == .ended }.last == .ended)
    #expect(follower.timeout == nil && follower.descriptor == -1)
    #expect(presenter.timeout == nil && presenter.descriptor == -1)
  }

  @Test("where no briefing is, a client says so")
  func noBriefing() throws {
    let folder = try BriefingFolder()
    #expect(throws: SharingFault.noBriefing(folder.place.control)) {
      try ControlClient(folder.place)
    }
    #expect(throws: SharingFault.noBriefing(folder.place.audience)) {
      try FollowClient(
        folder.place, size: ScreenSize(columns: 80, rows: 24), wantsText: false)
    }
  }

  @Test("a state that is too long is not taken")
  func tooLong() throws {
    let host = try RunningHost()
    let client = try ControlClient(host.place)
    let long = String(repeating: "x", count: WireLimit.publicState + 1)
    #expect(client.offer(Self.state(long)) == nil)
    #expect(client.isSettled)
  }
}
