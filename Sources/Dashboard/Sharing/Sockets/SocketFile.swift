import Glibc

/// A socket that listens at a path.
final class SocketFile {
  /// The socket; -1 once it is closed.
  private(set) var descriptor: Int32
  let path: String
  private let device: dev_t
  private let inode: ino_t

  /// What is at a path.
  enum Occupant { case nothing, stale, live }

  /// Creates a socket at an unused path and listens.
  ///
  /// At no moment can anybody connect with more rights than the mode gives: the file is created
  /// with its owner's rights only, which are widened before the socket listens.
  init(_ path: String, mode: mode_t) throws(SharingFault) {
    let address = try SocketAddress(path)
    let descriptor = try Socket.open()
    // The file's mode is the socket's mode at the time of `bind`, less the umask.
    var status = stat()
    guard fchmod(descriptor, 0o600) == 0, address.call({ bind(descriptor, $0, $1) }) == 0,
      lstat(path, &status) == 0
    else {
      let code = errno
      close(descriptor)
      throw .system("cannot make the socket '\(path)'", code)
    }
    self.descriptor = descriptor
    self.path = path
    device = status.st_dev
    inode = status.st_ino
    guard fchmodat(AT_FDCWD, path, mode & 0o777, AT_SYMLINK_NOFOLLOW) == 0,
      listen(descriptor, 1024) == 0
    else {
      let code = errno
      remove()
      throw .system("cannot open the socket '\(path)'", code)
    }
  }

  deinit { remove() }

  /// Whether the path still leads to this socket.
  var isInPlace: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_dev == device && status.st_ino == inode
  }

  /// Closes the socket and removes its file, unless another file has replaced it.
  func remove() {
    guard descriptor >= 0 else { return }
    // The inode cannot be given to another file before the socket is closed.
    if isInPlace { unlink(path) }
    close(descriptor)
    descriptor = -1
  }

  /// Finds out what is at a path.
  ///
  /// - Throws: `inTheWay` if it is not a socket, in particular for a symbolic link; `stranger` for
  ///   the socket of another user.
  static func occupant(_ path: String) throws(SharingFault) -> Occupant {
    let address = try SocketAddress(path)
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return .nothing }
      throw .system("cannot look at '\(path)'", errno)
    }
    guard status.st_mode & S_IFMT == S_IFSOCK else { throw .inTheWay(path) }
    guard status.st_uid == geteuid() else { throw .stranger(path) }
    let descriptor = try Socket.open()
    defer { close(descriptor) }
    if address.call({ connect(descriptor, $0, $1) }) == 0 { return .live }
    switch errno {
    case ECONNREFUSED: return .stale
    case ENOENT: return .nothing
    // The queue of waiting connections is full.
    case EAGAIN, EINPROGRESS: return .live
    case EPROTOTYPE: throw .inTheWay(path)
    default: throw .system("cannot look at '\(path)'", errno)
    }
  }
}
