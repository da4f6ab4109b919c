import Glibc

/// A connection that has not said its hello.
struct Newcomer {
  let descriptor: Int32
  /// Whether it came to the control socket.
  let isController: Bool
  /// When it is refused, by the host's clock.
  let deadline: Int
  var reader = LineReader(limit: WireLimit.hello)
  /// Whether it was admitted or refused.
  var isSettled = false
}

extension Host {
  /// Reads a hello, or refuses a connection that sends none in time.
  ///
  /// A newcomer that is finished, for whatever reason, is marked in the list and removed by
  /// `forgetNewcomers`.
  func greet(_ index: Int, _ result: Int16, _ now: Int) {
    let newcomer = newcomers[index]
    guard !newcomer.isSettled else { return }
    if result != 0 {
      switch Socket.read(newcomer.descriptor, into: &buffer) {
      case .bytes(let bytes): newcomers[index].reader.append(bytes)
      case .nothing: break
      case .gone:
        close(newcomer.descriptor)
        newcomers[index].isSettled = true
        return
      }
      if let line = newcomers[index].reader.next() {
        newcomers[index].isSettled = true
        newcomer.isController ? admitController(line, index) : admitFollower(line, index)
        return
      }
      if newcomers[index].reader.isTooLong { return refuse(index, .malformed) }
    }
    if now >= newcomer.deadline { refuse(index, .late) }
  }

  /// Removes those that were admitted or refused.
  func forgetNewcomers() {
    if newcomers.contains(where: \.isSettled) { newcomers.removeAll(where: \.isSettled) }
  }

  private func refuse(_ index: Int, _ refusal: Refusal) {
    newcomers[index].isSettled = true
    sendAway(newcomers[index].descriptor, refusal)
  }

  private func admitController(_ line: ArraySlice<UInt8>, _ index: Int) {
    guard case .hello(let version, let seat) = ControlRequest(line) else {
      return refuse(index, .malformed)
    }
    guard version == WireLimit.version else { return refuse(index, .version) }
    let presenter = controllers.firstIndex { $0.isPresenter && !$0.isGone }
    if seat != .console, let presenter {
      guard seat == .successor else { return refuse(index, .taken) }
      dismiss(presenter, .succeeded)
      // Removed in the next turn, which must not wait for anything.
      hasRequests = true
    }
    let newcomer = newcomers[index]
    controllers.append(
      Controller(
        descriptor: newcomer.descriptor, reader: newcomer.reader, isPresenter: seat != .console))
    hasRequests = hasRequests || !newcomer.reader.isEmpty
    if controllers.count == 1 { changeWhatIsShown() }
  }

  private func admitFollower(_ line: ArraySlice<UInt8>, _ index: Int) {
    guard let hello = FollowHello(line) else { return refuse(index, .malformed) }
    guard hello.version == WireLimit.version else { return refuse(index, .version) }
    let descriptor = newcomers[index].descriptor
    // From here on it cannot send anything: its own calls fail.
    shutdown(descriptor, Int32(SHUT_RD))
    var size = Follower.kernelBuffer
    setsockopt(
      descriptor, SOL_SOCKET, SO_SNDBUF, &size, socklen_t(MemoryLayout<Int32>.size))
    followers.append(
      Follower(descriptor: descriptor, size: hello.size, wantsText: hello.wantsText))
    report += 1
    tell(followers.count - 1)
  }
}
