import Glibc

/// Work on threads of its own, beside the one that waits for keys.
enum Worker {
  /// Signals of a fault, which come to the thread that makes it: blocked, they would end the program
  /// and leave the terminal as it is.
  private static let faults = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS]

  private final class Box: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Does something on a new thread, which nobody waits for.
  ///
  /// Where no thread can be had, it is done at once.
  static func run(_ work: @escaping @Sendable () -> Void) {
    // Other signals are for the thread that waits for keys.
    var (blocked, before) = (sigset_t(), sigset_t())
    sigfillset(&blocked)
    for number in faults { sigdelset(&blocked, number) }
    pthread_sigmask(SIG_SETMASK, &blocked, &before)
    let box = Unmanaged.passRetained(Box(work))
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Box>.fromOpaque(pointer).takeRetainedValue().work() }
        return nil
      }, box.toOpaque())
    pthread_sigmask(SIG_SETMASK, &before, nil)
    if code == 0 {
      pthread_detach(thread)
    } else {
      box.release()
      work()
    }
  }
}
