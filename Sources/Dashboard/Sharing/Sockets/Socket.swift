import Glibc

/// Calls on stream sockets that never block and that no started program inherits.
enum Socket {
  /// The result of a send.
  enum Sending: Equatable {
    /// How many bytes were sent; fewer than given if the peer is slow.
    case sent(Int)
    /// The peer is gone.
    case gone
  }

  /// The result of a read.
  enum Reading {
    case bytes(ArraySlice<UInt8>)
    /// Nothing is there for now.
    case nothing
    /// The peer is gone.
    case gone
  }

  /// Opens a socket.
  static func open() throws(SharingFault) -> Int32 {
    let kind = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue
    let descriptor = socket(AF_UNIX, Int32(bitPattern: kind), 0)
    guard descriptor >= 0 else { throw .system("cannot open a socket", errno) }
    return descriptor
  }

  /// Accepts a waiting connection; nil if there is none, or if none can be accepted.
  ///
  /// Sets `errno`, to tell the two apart.
  static func accept(_ listener: Int32) -> Int32? {
    let descriptor = Glibc.accept(listener, nil, nil)
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    return descriptor
  }

  /// Sends what the peer accepts at once.
  static func send(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) -> Sending {
    guard !bytes.isEmpty else { return .sent(0) }
    while true {
      let count = bytes.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 { return .sent(count) }
      switch errno {
      case EINTR: continue
      case EAGAIN, ENOBUFS: return .sent(0)
      default: return .gone
      }
    }
  }

  /// Reads what is there, at most as many bytes as the buffer has.
  static func read(_ descriptor: Int32, into buffer: inout [UInt8]) -> Reading {
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 { return .bytes(buffer[..<count]) }
      if count == 0 { return .gone }
      switch errno {
      case EINTR: continue
      case EAGAIN: return .nothing
      default: return .gone
      }
    }
  }

  /// The user at the other end according to the kernel; nil if unknown.
  static func user(of descriptor: Int32) -> uid_t? {
    // struct ucred: the process, the user, the group. Glibc shows its name to GNU programs only.
    var credentials: [UInt32] = [0, 0, 0]
    let size = socklen_t(MemoryLayout<UInt32>.stride * 3)
    var length = size
    guard getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &credentials, &length) == 0,
      length == size
    else { return nil }
    return credentials[1]
  }

  /// Whether a user may be at the other end of a control socket: the same user, or root.
  static func isTrusted(_ user: uid_t?) -> Bool { user == geteuid() || user == 0 }
}
