import Glibc
import Model
import Terminal

/// What other threads have for the one that waits for keys, in order, and how it hears of it.
final class Mailbox<Value: Sendable>: @unchecked Sendable {
  // A pipe that holds a byte for each value; without it, nobody is told.
  private var ends: [Int32] = [-1, -1]
  private let lock = Lock()
  private var values: [Value] = []

  /// An empty mailbox.
  init() {
    guard pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit { for end in ends where end >= 0 { close(end) } }

  /// What to wait for beside the terminal; nil where too many files are open for one more.
  var watched: WatchedDescriptor? {
    ends[0] < 0 ? nil : WatchedDescriptor(ends[0], events: Int16(POLLIN))
  }

  /// Adds a value; on any thread.
  func put(_ value: Value) {
    lock.hold { values.append(value) }
    if ends[1] >= 0 { _ = write(ends[1], [1], 1) }
  }

  /// Takes what is there since the last call.
  func take() -> [Value] {
    var bytes = [UInt8](repeating: 0, count: 16)
    if ends[0] >= 0 { _ = read(ends[0], &bytes, bytes.count) }
    return lock.hold {
      defer { values = [] }
      return values
    }
  }
}
