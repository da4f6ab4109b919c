import Glibc
import Sharing

/// Measures a briefing: a host process, one who presents and hundreds who follow.
///
/// All who follow are in this process and read in one loop, so that the time to the last of them
/// holds 300 reads as well.
struct BriefingBench {
  private let place: BriefingPlace
  private let words: [String]
  private let program: String
  /// Holds the sockets, and is removed with this.
  private let workshop: Workshop

  /// How many follow, and how many more are connected and never read.
  private static let readers = 300
  private static let stopped = 30
  /// How many more vanish while keys are pressed, and others come in their place.
  private static let vanishing = 30
  private static let keys = 210

  init(_ program: String, _ workshop: Workshop) throws {
    self.program = program
    self.workshop = workshop
    place = try BriefingPlace(socket: workshop.folder + "/briefing")
    words = ["host-briefing", "--control", place.control, "--audience", place.audience]
  }

  /// Prints the figures of a briefing with and without followers.
  func printTable() throws {
    let host = try HostProcess.start(program, words: words)
    defer {
      kill(host.process, SIGTERM)
      while !host.hasEnded() { usleep(1000) }
    }
    let presenter = try ControlClient(place)
    let size = ScreenSize(columns: 80, rows: 24)
    var vanishing: [FollowClient] = []
    let alone = measure(presenter, []) { _ in }
    let followers = try (0..<Self.readers).map { _ in
      try FollowClient(place, size: size, wantsText: false)
    }
    let stopped = try (0..<Self.stopped).map { _ in
      try FollowClient(place, size: size, wantsText: true)
    }
    func join() throws -> FollowClient { try FollowClient(place, size: size, wantsText: true) }
    vanishing = try (0..<Self.vanishing).map { _ in try join() }
    waitForAll(presenter)
    let crowded = measure(presenter, followers) { key in
      guard key % (Self.keys / Self.vanishing) == 0, !vanishing.isEmpty else { return }
      vanishing.removeFirst().leave()
      if let another = try? join() { vanishing.append(another) }
    }
    withExtendedLifetime(stopped) {}
    print(
      "\na briefing, \(Self.keys) keys, \(Self.readers) followers, \(Self.stopped) stopped, "
        + "\(Self.vanishing) that vanish\n")
    print(Bench.row("", "", ["median", "worst"]))
    Self.printLine("key to acceptance, alone", alone.accepted)
    Self.printLine("the same with followers", crowded.accepted)
    Self.printLine("key to last follower", crowded.shown)
  }

  private static func printLine(_ title: String, _ times: [Double]) {
    let cells = [Figure.median(times), times.max()].map { Figure.text($0, decimals: 2) }
    print(Bench.row(title, "ms", cells))
  }

  /// Waits until the host has admitted all who follow.
  private func waitForAll(_ presenter: ControlClient) {
    let start = Run.now()
    while Run.now() - start < 5000 {
      while let event = presenter.next() {
        guard case .followers(let all) = event else { continue }
        if all.count == Self.readers + Self.stopped + Self.vanishing { return }
      }
      wait(presenter, [], [])
    }
  }

  /// Milliseconds from each key to its acceptance, and to the state at the last follower.
  ///
  /// - Parameter disturb: What happens besides before each key, which it is given.
  private func measure(
    _ presenter: ControlClient, _ followers: [FollowClient], disturb: (Int) -> Void
  ) -> (accepted: [Double], shown: [Double]) {
    var accepted: [Double] = []
    var shown: [Double] = []
    let slide = String(repeating: "state of a slide ", count: 12)
    for number in 0..<Self.keys {
      disturb(number)
      let name = "\(followers.count) \(number) \(slide)"
      let start = Run.now()
      guard
        let ticket = presenter.offer(
          SharedState(publicState: name, privateState: slide, text: slide + slide))
      else { break }
      // The presenter's program waits for itself alone; those who follow read at the same time.
      var isAccepted = false
      while !isAccepted, Run.now() - start < 5000 {
        wait(presenter, followers, [])
        while let event = presenter.next() {
          if event == .accepted(ticket: ticket) { isAccepted = true }
        }
      }
      if isAccepted { accepted.append(Run.now() - start) }
      var missing = Set(followers.indices)
      while !missing.isEmpty, Run.now() - start < 5000 {
        wait(presenter, followers, missing)
        while presenter.next() != nil {}
        for index in missing {
          while let event = followers[index].next() {
            guard case .state(name, _, _) = event else { continue }
            missing.remove(index)
          }
        }
      }
      if missing.isEmpty { shown.append(Run.now() - start) }
      // As nobody presses keys faster than a key repeats.
      usleep(5000)
    }
    return (accepted, shown)
  }

  private func wait(_ presenter: ControlClient, _ followers: [FollowClient], _ missing: Set<Int>) {
    var descriptors = [pollfd(fd: presenter.descriptor, events: presenter.events, revents: 0)]
    for index in missing {
      let follower = followers[index]
      descriptors.append(pollfd(fd: follower.descriptor, events: follower.events, revents: 0))
    }
    poll(&descriptors, nfds_t(descriptors.count), 1000)
  }
}
