import Glibc
import System

/// Why something could not be saved, or why saved data could not be read.
struct StateFault: Error, Hashable, CustomStringConvertible {
  /// The error's number.
  let code: Int32

  /// The fault for the system's error.
  init(_ error: SystemError) { code = error.code }

  /// The fault that prevents reading a file.
  init(_ fault: FileFault) {
    switch fault {
    case .system(let error): code = error.code
    case .tooLarge: code = EFBIG
    case .missing, .notRegular, .refused: code = ENOENT
    }
  }

  /// Why, as the end of a sentence.
  var description: String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the disk is read-only"
    case EACCES, EPERM: "there is no permission"
    case ENOENT: "the folder is gone"
    case ENOTDIR: "a file is in the folder's place"
    case EMFILE, ENFILE: "too many files are open"
    case EFBIG: "the file is too large"
    default: SystemError(code).reason.lowercased()
    }
  }
}
