import Glibc
import System

/// Keeps a briefing's latest state and tells it to all presenters and followers.
///
/// It has one thread and one `poll`, and no call blocks: a peer that stalls, floods or vanishes
/// costs the others only the calls to find that out. It does not interpret what it carries.
package final class Host {
  /// Why a host ended.
  package enum End: Equatable, Sendable {
    /// A controller asked for it.
    case ended
    /// There was no controller for a long time.
    case abandoned
    /// The process was told to stop.
    case stopped
  }

  let sockets: BriefingSockets
  let rules: HostRules
  private let stop: Int32

  var newcomers: [Newcomer] = []
  var controllers: [Controller] = []
  var followers: [Follower] = []

  package var state = SharedState(publicState: "", privateState: "")
  var revision = 0
  /// Counts what followers see: the public state, the text, whether anybody presents.
  var version = 0
  var report = 1
  var reportTime = 0
  /// When there was a controller last.
  var lastController: Int
  var end: End?
  /// Whether there are requests that could be answered at once.
  var hasRequests = false

  var stateLine: [UInt8] = []
  /// Made when the first follower needs it.
  var textLine: [UInt8]?
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// No connection is accepted before, because the system had no descriptor for it.
  private var acceptTime = 0
  private var patrolTime = 0

  /// A host on sockets that listen.
  ///
  /// - Parameter stop: A descriptor that becomes readable, or is closed at its other end, when the
  ///   host has to end; -1 for none.
  package init(_ sockets: BriefingSockets, rules: HostRules = HostRules(), stop: Int32 = -1) {
    self.sockets = sockets
    self.rules = rules
    self.stop = stop
    lastController = Clock.now
    patrolTime = Clock.now + rules.patrol
    makeLines()
  }

  deinit {
    for descriptor in newcomers.map(\.descriptor) + controllers.map(\.descriptor)
      + followers.map(\.descriptor)
    { close(descriptor) }
  }

  /// Runs until the briefing ends, and then removes the sockets.
  package func run() -> End {
    raiseDescriptorLimit()
    while true {
      turn()
      guard let end else { continue }
      sockets.remove()
      sayFarewell()
      return end
    }
  }

  /// Waits for events and handles all of them.
  private func turn() {
    var descriptors = waitingList()
    let count = poll(&descriptors, nfds_t(descriptors.count), timeout())
    let now = Clock.now
    let results = count > 0 ? descriptors : []
    let controllerCount = controllers.count
    let followerCount = followers.count
    let newcomerCount = newcomers.count
    func happened(_ index: Int) -> Int16 { index < results.count ? results[index].revents : 0 }

    if happened(0) != 0 { end = .stopped }
    // Presenters come first: a new state is sent before anything else is handled.
    for index in 0..<controllerCount { serveController(index, happened(3 + index)) }
    forgetControllers(now)
    for index in 0..<followerCount {
      serveFollower(index, happened(3 + controllerCount + index))
    }
    tellFollowers()
    forgetFollowers()
    for index in 0..<newcomerCount {
      let result = happened(3 + controllerCount + followerCount + index)
      greet(index, result, now)
    }
    forgetNewcomers()
    if happened(1) != 0 { welcome(sockets.control.descriptor, isController: true, now) }
    if happened(2) != 0 { welcome(sockets.audience.descriptor, isController: false, now) }
    tellControllers(now)
    keepWatch(now)
  }

  private func waitingList() -> [pollfd] {
    let isAccepting = Clock.now >= acceptTime
    var list = [
      pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: isAccepting ? sockets.control.descriptor : -1, events: Int16(POLLIN), revents: 0),
      pollfd(
        fd: isAccepting ? sockets.audience.descriptor : -1, events: Int16(POLLIN), revents: 0),
    ]
    list.reserveCapacity(3 + controllers.count + followers.count + newcomers.count)
    for controller in controllers {
      // A controller that does not read its answers is not read either.
      let events = controller.outbox.isEmpty ? POLLIN : POLLOUT
      list.append(pollfd(fd: controller.descriptor, events: Int16(events), revents: 0))
    }
    for follower in followers {
      let events = follower.outbox.isEmpty ? 0 : POLLOUT
      list.append(pollfd(fd: follower.descriptor, events: Int16(events), revents: 0))
    }
    for newcomer in newcomers {
      list.append(pollfd(fd: newcomer.descriptor, events: Int16(POLLIN), revents: 0))
    }
    return list
  }

  private func timeout() -> Int32 {
    if hasRequests || end != nil { return 0 }
    let now = Clock.now
    var next = patrolTime
    if let deadline = newcomers.map(\.deadline).min() { next = min(next, deadline) }
    if acceptTime > now { next = min(next, acceptTime) }
    if controllers.contains(where: { $0.toldReport != report && $0.outbox.isEmpty }) {
      next = min(next, reportTime)
    }
    if controllers.isEmpty { next = min(next, abandonment) }
    return Int32(clamping: max(0, next - now))
  }

  private var abandonment: Int {
    let patience = revision == 0 ? rules.startTime : rules.abandonment
    return lastController + patience
  }

  private func keepWatch(_ now: Int) {
    if controllers.isEmpty, now >= abandonment, end == nil { end = .abandoned }
    guard now >= patrolTime else { return }
    patrolTime = now + rules.patrol
    if !sockets.areInPlace { sockets.restore() }
  }

  /// Accepts connections, a few at a time, so that nobody waits for a flood of them.
  private func welcome(_ listener: Int32, isController: Bool, _ now: Int) {
    for _ in 0..<32 {
      guard let descriptor = Socket.accept(listener) else {
        // Without descriptors the listener would stay readable and `poll` would never wait.
        if [EMFILE, ENFILE, ENOMEM, ENOBUFS].contains(errno) { acceptTime = now + 100 }
        return
      }
      let waiting = newcomers.count { !$0.isSettled && $0.isController == isController }
      let count = waiting + (isController ? controllers.count : followers.count)
      guard count < (isController ? rules.controllers : rules.followers) else {
        sendAway(descriptor, .full)
        continue
      }
      if isController, !Socket.isTrusted(Socket.user(of: descriptor)) {
        sendAway(descriptor, .stranger)
        continue
      }
      newcomers.append(
        Newcomer(
          descriptor: descriptor, isController: isController, deadline: now + rules.helloTime))
      // Most have said their hello by now.
      greet(newcomers.count - 1, Int16(POLLIN), now)
    }
    forgetNewcomers()
  }

  /// Sends the reason and closes.
  func sendAway(_ descriptor: Int32, _ refusal: Refusal) {
    _ = Socket.send(FollowMessage.refused(refusal).line[...], to: descriptor)
    close(descriptor)
  }

  private func raiseDescriptorLimit() {
    var limit = rlimit()
    let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    let wanted = rlim_t(rules.followers + rules.controllers + 64)
    guard getrlimit(kind, &limit) == 0, limit.rlim_cur < wanted else { return }
    limit.rlim_cur = min(wanted, limit.rlim_max)
    setrlimit(kind, &limit)
  }
}
