/// Why a command ends early.
package enum Failure: Error {
  /// The command line is wrong; `command` is the command that was given, if any.
  case usage(String, command: String?)
  /// A user's table cannot be charted as requested.
  case table(String)
  /// Something could not be read, written or found.
  case failed(String)

  /// The code that the program ends with.
  var code: ExitCode {
    switch self {
    case .usage, .table: .usage
    case .failed: .findings
    }
  }

  /// What went wrong, for a line among others.
  var reason: String {
    switch self {
    case .failed(let reason), .table(let reason), .usage(let reason, _): reason
    }
  }

  /// The lines for the standard error.
  var message: String {
    switch self {
    case .failed(let reason), .table(let reason): return "dossier: \(reason)\n"
    case .usage(let reason, let command):
      let name = command.map { " \($0)" } ?? ""
      let prefix = command.map { "\($0): " } ?? ""
      return "dossier: \(prefix)\(reason)\nTry: dossier\(name) --help\n"
    }
  }
}
