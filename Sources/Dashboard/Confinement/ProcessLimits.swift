import CConfinement
import Glibc

/// What a process may use at most, whatever it is made to do.
public struct ProcessLimits: Hashable, Sendable {
  /// Memory for data, in MiB.
  public var memory: Int

  /// The largest file that can be written, in bytes: a frame is one, in memory.
  public static let file = 8 << 20
  /// How many descriptors may be open.
  public static let descriptors = 32

  /// Limits with the memory in MiB.
  public init(memory: Int) { self.memory = memory }

  /// Puts the limits into force; limits that are lower already stay.
  ///
  /// No core is left behind and no process can be started, but by root, for whom the filter of calls
  /// has to do.
  ///
  /// - Returns: Whether all are in force.
  public func apply() -> Bool {
    // Of a file that grows too large the failing write tells.
    signal(SIGXFSZ, SIG_IGN)
    let limits = [
      (RLIMIT_DATA, memory << 20), (RLIMIT_CORE, 0), (__RLIMIT_NPROC, 0),
      (RLIMIT_FSIZE, Self.file), (RLIMIT_NOFILE, Self.descriptors),
    ]
    return limits.allSatisfy { kind, value in
      cconfinement_limit(Int32(truncatingIfNeeded: Int(kind.rawValue)), UInt64(max(0, value))) == 0
    }
  }
}
