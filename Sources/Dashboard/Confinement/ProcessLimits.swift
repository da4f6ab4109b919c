import CConfinement
import Glibc

/// The most that a process may use, whatever it is made to do.
package struct ProcessLimits: Hashable, Sendable {
  /// Memory for data, in MiB.
  package var memory: Int

  /// The largest file that can be written, in bytes; a frame in memory counts as a file.
  package static let file = 8 << 20
  /// How many descriptors may be open.
  package static let descriptors = 32

  /// Limits with the memory in MiB.
  package init(memory: Int) { self.memory = memory }

  /// Applies the limits; lower limits stay.
  ///
  /// No core file is left and no process can be started, except by root, for whom the filter of
  /// calls does that.
  ///
  /// - Returns: Whether all are in force.
  package func apply() -> Bool {
    // If a file grows too large, the failing write reports it.
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
