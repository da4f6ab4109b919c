/// The exit statuses, in one table.
enum ExitCode: Int32 {
  /// Success, with nothing that a caller should know.
  case success = 0
  /// Faults were found, or the request failed.
  case findings = 1
  /// The command line or a table to chart is wrong.
  case usage = 2

  /// The help text for the code.
  var help: String {
    switch self {
    case .success: "success"
    case .findings: "faults were found, or something could not be read or written"
    case .usage: "the command line is wrong, or a table given to chart cannot be read"
    }
  }

  static let all: [ExitCode] = [.success, .findings, .usage]
}
