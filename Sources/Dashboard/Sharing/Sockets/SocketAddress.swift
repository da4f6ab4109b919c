import Glibc

/// The address of a Unix domain socket.
struct SocketAddress {
  private var address = sockaddr_un()

  /// The longest path in bytes: one place is taken by the zero at its end.
  static let limit = MemoryLayout.size(ofValue: sockaddr_un().sun_path) - 1

  init(_ path: String) throws(SharingFault) {
    let bytes = Array(path.utf8)
    guard bytes.count <= Self.limit else { throw .longPath(path) }
    guard !bytes.isEmpty, !bytes.contains(0) else { throw .noBriefing(path) }
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
  }

  /// Calls `bind` or `connect` with the address.
  func call(_ function: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        function($0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
  }
}
