import System

/// Why a briefing cannot be started or joined.
package enum SharingFault: Error, Equatable {
  /// A name that cannot be a file's.
  case badName(String)
  /// The path of a socket that is longer than the system allows.
  case longPath(String)
  /// A folder that cannot be created, or that others could tamper with.
  case badFolder(String, reason: String)
  /// Something that is not a socket is where a socket should be.
  case inTheWay(String)
  /// A briefing answers at this path already.
  case isOn(String)
  /// Nobody answers at this path.
  case noBriefing(String)
  /// The socket of a host that has died, on which nobody answers.
  case leftOver(String)
  /// The socket or what answers on it belongs to another user.
  case stranger(String)
  /// A system call failed: what was attempted, and the error's number.
  case system(String, Int32)
  /// The background process could not start, with its own message.
  case host(String)

  /// The reason as a sentence without a full stop.
  package var message: String {
    switch self {
    case .badName(let name):
      "'\(name)' cannot be a briefing's name; use letters, digits, '-', '_' and '.', at most 64"
    case .longPath(let path):
      "the path '\(path)' is too long for a socket (at most \(SocketAddress.limit) bytes);"
        + " name a shorter one with --socket"
    case .badFolder(let path, let reason): "the folder '\(path)' cannot be used: \(reason)"
    case .inTheWay(let path): "'\(path)' exists and is not a socket; nothing was changed"
    case .isOn(let path):
      "a briefing of this name is already running ('\(path)');"
        + " continue it with --resume, or give yours another --name"
    case .noBriefing(let path): "no briefing answers at '\(path)'"
    case .leftOver(let path):
      "no briefing answers at '\(path)': the process that held one has died, and the next one"
        + " replaces what is left of it"
    case .stranger(let path): "'\(path)' belongs to another user"
    case .system(let what, let code): "\(what): \(SystemError(code).reason)"
    case .host(let reason): reason
    }
  }
}
