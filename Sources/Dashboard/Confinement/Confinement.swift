import CConfinement
import Glibc

/// What a process gives up once it has started: everything but its terminal, its memory and, where
/// it is to keep something, one folder.
///
/// For accounts that strangers use. Each layer holds without the others, and none can be taken off again,
/// by the process itself or by what it might be made to run.
public struct Confinement: Sendable {
  /// A part of the confinement.
  public enum Layer: CaseIterable, Sendable {
    /// No program can give more rights, and no other process of the account can look inside.
    case privileges
    /// No path leads to a file (Landlock).
    case files
    /// Calls of the system that the dashboard does not make are refused (seccomp).
    case calls
  }

  /// The only folder in which files can be read and written from then on; nil for none.
  public let folder: String?

  /// A confinement with a folder that stays open, or without one.
  public init(folder: String? = nil) { self.folder = folder }

  /// Closes what can be closed.
  ///
  /// Call it when everything is read and the terminal is taken, in a process with one thread. What the
  /// kernel cannot do is left out, and the report says so.
  ///
  /// - Parameter layers: The layers; all but in tests.
  public func apply(_ layers: [Layer] = Layer.allCases) -> ConfinementReport {
    // Without it a process that is not root's may set no rules.
    let isKept = cconfinement_keep_privileges() == 0
    var report = ConfinementReport()
    if layers.contains(.privileges) {
      report.keepsPrivileges = isKept
      report.hidesMemory = cconfinement_hide_memory() == 0
    }
    if layers.contains(.files) { report.fileRules = FileRules.apply(folder) }
    // Last, for it refuses the calls by which the others are made.
    if layers.contains(.calls) { report.callRules = CallRules.apply(keepsFiles: folder != nil) }
    return report
  }
}

/// What of a confinement is in force.
public struct ConfinementReport: Hashable, Sendable {
  /// Whether no program can give more rights than the process has.
  public var keepsPrivileges = false
  /// Whether other processes of the account are kept out of its memory.
  public var hidesMemory = false
  /// The version of Landlock that keeps paths closed; nil where the kernel has none.
  public var fileRules: Int?
  /// How many calls of the system are open; nil where nothing refuses the others.
  public var callRules: Int?

  /// A report of nothing in force.
  public init() {}

  /// Whether nothing is missing.
  public var isWhole: Bool {
    keepsPrivileges && hidesMemory && fileRules != nil && callRules != nil
  }
}
