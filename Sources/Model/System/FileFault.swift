import Glibc

/// Why a file or folder could not be read.
package enum FileFault: Error, Hashable, Sendable {
  /// There is no such file or folder.
  case missing
  /// It is a folder, a device, a pipe or a socket.
  case notRegular
  /// It has more bytes than are read; the size is unknown if it comes through a pipe.
  case tooLarge(bytes: Int?, limit: Int)
  /// The system refused access.
  case system(SystemError)
  /// A rule of the reader refused it.
  case refused(String, remedy: String)

  /// The fault of a system call.
  package init(_ error: SystemError) {
    self = error.code == ENOENT ? .missing : .system(error)
  }

  /// What is wrong.
  package var message: String {
    switch self {
    case .missing: return "no such file or folder"
    case .notRegular: return "not a regular file"
    case .tooLarge(let bytes, let limit):
      let size = bytes.map { "the file has \($0 >> 20) MiB" } ?? "the file is too large"
      return "\(size); at most \(limit >> 20) MiB are read"
    case .system(let error):
      switch error.code {
      case ENOTDIR: return "not a folder"
      case EACCES, EPERM: return "no permission to read it"
      case EMFILE, ENFILE: return "too many files are open"
      default: return error.reason
      }
    case .refused(let message, _): return message
    }
  }

  /// How to correct it; empty if there is no advice.
  package var remedy: String {
    switch self {
    case .missing, .system: ""
    case .notRegular: "replace it with a plain file"
    case .tooLarge: "split the dossier"
    case .refused(_, let remedy): remedy
    }
  }
}
