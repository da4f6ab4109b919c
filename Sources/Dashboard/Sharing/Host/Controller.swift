import Glibc

/// The connection of a presenter or a console.
struct Controller {
  let descriptor: Int32
  /// Whether it is the presenter, of whom there is one at most.
  let isPresenter: Bool
  var reader: LineReader
  var outbox = Outbox()
  /// The last revision that was sent; -1 before the first.
  var toldRevision = -1
  /// The last report on followers that was sent; 0 before the first.
  var toldReport = 0
  var isGone = false

  /// How many requests are answered before it is the others' turn.
  static let turn = 64

  init(descriptor: Int32, reader: LineReader, isPresenter: Bool) {
    self.descriptor = descriptor
    self.isPresenter = isPresenter
    self.reader = reader
    self.reader.limit = WireLimit.line
  }
}

extension Host {
  /// Sends what is waiting for a controller, or reads and answers its requests.
  func serveController(_ index: Int, _ result: Int16) {
    let descriptor = controllers[index].descriptor
    if !controllers[index].outbox.isEmpty {
      if result != 0 {
        controllers[index].isGone = !controllers[index].outbox.flush(to: descriptor)
      }
      guard !controllers[index].isGone, controllers[index].outbox.isEmpty else { return }
    }
    answerRequests(index)
    guard result & Int16(POLLIN | POLLHUP | POLLERR) != 0, !controllers[index].isGone,
      controllers[index].outbox.isEmpty
    else { return }
    switch Socket.read(descriptor, into: &buffer) {
    case .bytes(let bytes):
      controllers[index].reader.append(bytes)
      answerRequests(index)
    case .nothing: break
    case .gone: controllers[index].isGone = true
    }
  }

  /// Answers a few of the complete requests; the others wait for the next turn.
  private func answerRequests(_ index: Int) {
    for _ in 0..<Controller.turn {
      guard !controllers[index].isGone, controllers[index].outbox.isEmpty, end == nil else {
        return
      }
      guard let line = controllers[index].reader.next() else { break }
      guard let request = ControlRequest(line) else { return dismiss(index) }
      switch request {
      case .hello: return dismiss(index)
      case .end: end = .ended
      case .put(let base, let state): take(state, base: base, from: index)
      }
      let descriptor = controllers[index].descriptor
      if !controllers[index].outbox.flush(to: descriptor) { controllers[index].isGone = true }
    }
    if controllers[index].reader.isTooLong { dismiss(index) }
  }

  private func take(_ new: SharedState, base: Int, from index: Int) {
    guard base == revision else {
      controllers[index].outbox.append(ControlReply.stale(revision: revision, state).line)
      controllers[index].toldRevision = revision
      return
    }
    let shown = (state.publicState, state.text)
    state = SharedState(
      publicState: new.publicState, privateState: new.privateState, text: new.text ?? state.text)
    revision += 1
    controllers[index].outbox.append(ControlReply.accepted(revision: revision).line)
    controllers[index].toldRevision = revision
    if shown != (state.publicState, state.text) { changeWhatIsShown() }
  }

  /// Sends a controller the reason and marks it as gone.
  func dismiss(_ index: Int, _ refusal: Refusal = .malformed) {
    controllers[index].outbox.append(ControlReply.refused(refusal).line)
    _ = controllers[index].outbox.flush(to: controllers[index].descriptor)
    controllers[index].isGone = true
  }

  /// Removes the controllers that are gone; if none is left, followers are told to wait.
  func forgetControllers(_ now: Int) {
    if !controllers.isEmpty { lastController = now }
    if controllers.contains(where: \.isGone) {
      for controller in controllers where controller.isGone { close(controller.descriptor) }
      controllers.removeAll(where: \.isGone)
      if controllers.isEmpty { changeWhatIsShown() }
    }
    hasRequests = controllers.contains { $0.outbox.isEmpty && $0.reader.hasLine }
  }

  /// Tells each controller what it does not know yet: the latest state, and now and then who
  /// follows.
  func tellControllers(_ now: Int) {
    let isReportDue = now >= reportTime
    var hasReported = false
    for index in controllers.indices where controllers[index].outbox.isEmpty {
      if controllers[index].toldRevision != revision {
        controllers[index].toldRevision = revision
        controllers[index].outbox.append(ControlReply.state(revision: revision, state).line)
      }
      if isReportDue, controllers[index].toldReport != report {
        controllers[index].toldReport = report
        let sizes = Followers(followers.lazy.map(\.size))
        controllers[index].outbox.append(ControlReply.followers(sizes).line)
        hasReported = true
      }
      if !controllers[index].outbox.flush(to: controllers[index].descriptor) {
        controllers[index].isGone = true
      }
    }
    if hasReported { reportTime = now + rules.reportPause }
  }
}
