import Glibc

/// Why something could not be kept, or what was kept could not be read.
struct StateFault: Error, Hashable, CustomStringConvertible {
  /// The error's number.
  let code: Int32

  /// Why, as the end of a sentence.
  var description: String {
    switch code {
    case ENOSPC, EDQUOT: "the disk is full"
    case EROFS: "the disk is read-only"
    case EACCES, EPERM: "there is no permission"
    case ENOENT: "the folder has gone"
    case ENOTDIR: "a file stands in the folder's place"
    case EMFILE, ENFILE: "too many files are open"
    case EFBIG: "no larger file is allowed"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}
