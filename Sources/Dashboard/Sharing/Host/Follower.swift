import Glibc
import System

/// The connection of a follower.
///
/// At most one line is waiting for it. Of everything that happens in the meantime it gets only the
/// latest.
struct Follower {
  let descriptor: Int32
  let size: ScreenSize
  let wantsText: Bool
  var outbox = Outbox()
  /// The last version of the shown state that was sent; -1 before the first.
  var toldVersion = -1
  var isGone = false

  /// The bytes that the kernel keeps for a follower that does not read.
  static let kernelBuffer: Int32 = 32 << 10
}

extension Host {
  /// Finds out that a follower is gone, or continues sending its line.
  ///
  /// It never reads anything.
  func serveFollower(_ index: Int, _ result: Int16) {
    if result & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
      followers[index].isGone = true
    } else if result & Int16(POLLOUT) != 0 {
      let descriptor = followers[index].descriptor
      if !followers[index].outbox.flush(to: descriptor) { followers[index].isGone = true }
    }
  }

  /// Tells what is shown to all followers who do not know it yet and have no line waiting.
  func tellFollowers() {
    for index in followers.indices where followers[index].toldVersion != version { tell(index) }
  }

  /// Tells one follower.
  func tell(_ index: Int) {
    guard !followers[index].isGone, followers[index].outbox.isEmpty else { return }
    followers[index].toldVersion = version
    followers[index].outbox.append(followers[index].wantsText ? lineWithText() : stateLine)
    if !followers[index].outbox.flush(to: followers[index].descriptor) {
      followers[index].isGone = true
    }
  }

  /// Removes the followers that are gone.
  func forgetFollowers() {
    guard followers.contains(where: \.isGone) else { return }
    for follower in followers where follower.isGone { close(follower.descriptor) }
    followers.removeAll(where: \.isGone)
    report += 1
  }

  /// Prepares what followers are told, after a change of the public state, the text or whether
  /// anybody presents.
  func changeWhatIsShown() {
    version += 1
    makeLines()
  }

  func makeLines() {
    stateLine = line(text: nil)
    textLine = nil
  }

  private func lineWithText() -> [UInt8] {
    if let textLine { return textLine }
    let line = line(text: state.text ?? "")
    textLine = line
    return line
  }

  private func line(text: String?) -> [UInt8] {
    let isWaiting = controllers.isEmpty || revision == 0
    return FollowMessage.state(publicState: state.publicState, text: text, isWaiting: isWaiting)
      .line
  }

  /// Tells everybody that the briefing is over and gives them a moment to receive it.
  func sayFarewell() {
    let line = FollowMessage.end.line
    let isOver = end != .stopped
    let deadline = Clock.now + rules.farewell
    for index in controllers.indices where isOver { controllers[index].outbox.append(line) }
    for index in followers.indices where isOver { followers[index].outbox.append(line) }
    while true {
      var waiting: [pollfd] = []
      func send(_ outbox: inout Outbox, _ descriptor: Int32) -> Bool {
        guard outbox.flush(to: descriptor) else { return false }
        if !outbox.isEmpty {
          waiting.append(pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0))
        }
        return true
      }
      for index in controllers.indices where !controllers[index].isGone {
        let descriptor = controllers[index].descriptor
        controllers[index].isGone = !send(&controllers[index].outbox, descriptor)
      }
      for index in followers.indices where !followers[index].isGone {
        let descriptor = followers[index].descriptor
        followers[index].isGone = !send(&followers[index].outbox, descriptor)
      }
      let left = deadline - Clock.now
      guard !waiting.isEmpty, left > 0 else { return }
      poll(&waiting, nfds_t(waiting.count), Int32(clamping: left))
    }
  }
}
