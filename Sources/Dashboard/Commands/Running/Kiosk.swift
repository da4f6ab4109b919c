import Confinement
import Glibc

/// A dashboard for an account that is open to strangers: it reads one dossier and does nothing
/// else.
///
/// The command line is the owner's choice; the person at the terminal can name nothing.
struct Kiosk {
  /// How long it waits for a key.
  let idle: IdleLimit
  private let limits: ProcessLimits
  private let areLimitsInForce: Bool
  private let folder: String?

  /// Shows the dossier and nothing else.
  static let kiosk = OptionSpec(
    "kiosk", "for an account that is open to strangers: show the dossier, give up all other rights")
  /// When it ends by itself.
  static let idle = OptionSpec(
    "idle", .text("MINUTES"), "with --kiosk: end after this time without a key (default: 30)")
  /// How much memory it may use.
  static let memory = OptionSpec(
    "memory", .number(16...65536), "with --kiosk: the limit of memory in MiB (default: 256)")
  /// Reports the restrictions in force.
  static let check = OptionSpec(
    "check", "with --kiosk: say what the kernel protects, and exit")

  /// The kiosk that the options ask for; nil if they do not.
  ///
  /// Cleans the environment and limits what the process may use: nothing may have been read
  /// before but the command line.
  init?(_ arguments: Arguments) throws(Failure) {
    guard arguments.has("kiosk") else {
      for option in ["idle", "memory", "check"] where arguments.has(option) {
        throw arguments.fault("--\(option) needs --kiosk")
      }
      return nil
    }
    guard let minutes = Double(arguments.value("idle") ?? "30"),
      IdleLimit.minutes.contains(minutes)
    else {
      throw arguments.fault("--idle: not a number of minutes between 0.05 and 10080")
    }
    CleanEnvironment.apply()
    limits = ProcessLimits(memory: arguments.number("memory") ?? 256)
    areLimitsInForce = limits.apply()
    idle = IdleLimit(minutes: minutes)
    folder = arguments.value("state")
  }

  /// Gives up all rights that are no longer needed, once everything is loaded and the screen is
  /// open.
  @discardableResult
  func confine() -> ConfinementReport {
    // A talk shows local time, and the file of the time zone cannot be read afterwards.
    tzset()
    return Confinement(folder: folder).apply()
  }

  /// Confines the process and reports what is in force, one line for each part.
  ///
  /// - Returns: Success if nothing is missing.
  func check(_ output: inout Output) -> ExitCode {
    let report = confine()
    let isWhole = report.isWhole && areLimitsInForce
    output.line("limits            \(limitsText)")
    output.line("privileges        \(report.keepsPrivileges ? "none can be gained" : Self.missing)")
    output.line(
      "memory            \(report.hidesMemory ? "closed to other processes" : Self.missing)")
    let files = folder == nil ? "no file can be opened" : "no file outside the state can be opened"
    let rules = report.fileRules.map { "\(files) (Landlock, version \($0))" }
    output.line("files             \(rules ?? "\(Self.missing): no Landlock")")
    let calls = report.callRules.map { "\($0) are open, all others are refused (seccomp)" }
    output.line("calls             \(calls ?? "\(Self.missing): no seccomp")")
    output.line("idle              ends after \(idle.text)")
    return isWhole ? .success : .findings
  }

  private static let missing = "NOT IN FORCE"

  private var limitsText: String {
    guard areLimitsInForce else { return Self.missing }
    return "\(limits.memory) MiB of memory, \(ProcessLimits.descriptors) open files, no processes"
  }
}
