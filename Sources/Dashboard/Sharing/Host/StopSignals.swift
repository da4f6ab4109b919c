import Glibc

/// Turns the signals that ask a process to end into a descriptor that becomes readable.
///
/// For a process with one thread, before it does anything else. A handler would need a global
/// variable; a second thread that waits for the signals does not.
public struct StopSignals {
  /// The descriptor to poll.
  public let descriptor: Int32

  /// Begins to wait for SIGTERM and SIGINT; SIGHUP does nothing from now on.
  ///
  /// Nil if the system has no descriptor or thread left.
  public init?() {
    signal(SIGHUP, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    var signals = Self.set
    pthread_sigmask(SIG_BLOCK, &signals, nil)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { argument in
        var signals = StopSignals.set
        var number: Int32 = 0
        while sigwait(&signals, &number) != 0 {}
        // The reader sees the end of the pipe.
        close(Int32(truncatingIfNeeded: Int(bitPattern: argument)))
        return nil
      }, UnsafeMutableRawPointer(bitPattern: Int(ends[1])))
    guard code == 0 else {
      ends.forEach { close($0) }
      return nil
    }
    pthread_detach(thread)
    descriptor = ends[0]
  }

  private static var set: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }
}
