import CNcurses
import Glibc

/// The signals that ask a program to end, as a descriptor, for a program that draws no screen.
///
/// They arrive between the lines that are read, so that no line is half answered. Neither a handler
/// nor a thread is needed, which a confined program could not have.
public struct EndingSignals {
  /// The descriptor to poll; -1 where the system has none left, and then the signals end the program
  /// at once.
  public let descriptor: Int32

  /// Takes these signals from now on.
  public init(_ numbers: [Int32]) {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    descriptor = cncurses_signal_descriptor(&signals)
    if descriptor >= 0 { pthread_sigmask(SIG_BLOCK, &signals, nil) }
  }

  /// The signal that came first; nil for none.
  public func taken() -> Int32? {
    var info = signalfd_siginfo()
    let count = read(descriptor, &info, MemoryLayout<signalfd_siginfo>.size)
    return count == MemoryLayout<signalfd_siginfo>.size ? Int32(info.ssi_signo) : nil
  }
}
