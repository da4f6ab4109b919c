import CConfinement
import Glibc

/// What a process gives up once it has started: everything except its terminal, its memory and, if
/// it saves something, one folder.
///
/// For accounts that strangers use. Each layer works without the others, and none can be removed
/// again, neither by the process itself nor by anything that it might be made to run.
package struct Confinement: Sendable {
  /// A part of the confinement.
  package enum Layer: CaseIterable, Sendable {
    /// No program can give it more rights, and no other process of the account can inspect it.
    case privileges
    /// No path leads to a file (Landlock).
    case files
    /// System calls that the dashboard does not make are refused (seccomp).
    case calls
  }

  /// The only folder in which files can be read and written afterwards; nil if there is none.
  package let folder: String?

  /// A confinement with a folder that stays open, or without one.
  package init(folder: String? = nil) { self.folder = folder }

  /// Closes whatever can be closed.
  ///
  /// Call it when everything is read and the terminal is open, in a process with one thread. What
  /// the kernel does not support is left out, and the report says so.
  ///
  /// - Parameter layers: The layers; all of them, except in tests.
  package func apply(_ layers: [Layer] = Layer.allCases) -> ConfinementReport {
    // Without it a process that is not root's cannot set rules.
    let isKept = cconfinement_keep_privileges() == 0
    var report = ConfinementReport()
    if layers.contains(.privileges) {
      report.keepsPrivileges = isKept
      report.hidesMemory = cconfinement_hide_memory() == 0
    }
    if layers.contains(.files) { report.fileRules = FileRules.apply(folder) }
    // Last, because it refuses the calls that the other layers need.
    if layers.contains(.calls) { report.callRules = CallRules.apply(keepsFiles: folder != nil) }
    return report
  }
}

/// What of a confinement is in force.
package struct ConfinementReport: Hashable, Sendable {
  /// Whether no program can give more rights than the process has.
  package var keepsPrivileges = false
  /// Whether other processes of the account are kept out of its memory.
  package var hidesMemory = false
  /// The version of Landlock that is in force; nil if the kernel has none.
  package var fileRules: Int?
  /// How many system calls are allowed; nil if nothing refuses the others.
  package var callRules: Int?

  /// A report of nothing in force.
  package init() {}

  /// Whether nothing is missing.
  package var isWhole: Bool {
    keepsPrivileges && hidesMemory && fileRules != nil && callRules != nil
  }
}
