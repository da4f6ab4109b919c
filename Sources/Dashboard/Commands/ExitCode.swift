/// How the program ends, in one table.
enum ExitCode: Int32 {
  /// All was done, and nothing was found that a caller should know of.
  case success = 0
  /// Faults were found, or what was asked for could not be done.
  case findings = 1
  /// The command line, or a table to chart, makes no sense.
  case usage = 2

  /// What help says about the code.
  var help: String {
    switch self {
    case .success: "success"
    case .findings: "faults were found, or something could not be read or written"
    case .usage: "the command line is wrong, or a table given to chart cannot be read"
    }
  }

  static let all: [ExitCode] = [.success, .findings, .usage]
}
