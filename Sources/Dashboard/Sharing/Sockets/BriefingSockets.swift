package import Glibc
import System

/// The two listening sockets of a briefing.
package final class BriefingSockets {
  package let place: BriefingPlace
  private let audienceMode: mode_t
  private(set) var control: SocketFile
  private(set) var audience: SocketFile

  /// Creates the sockets, in a folder that is created if it is missing.
  ///
  /// Sockets on which nobody answers are replaced.
  ///
  /// - Parameters:
  ///   - audienceMode: Who may follow; the control socket's mode is always 0600.
  /// - Throws: `isOn` if a briefing of that name is on; `inTheWay` for a file or a symbolic link,
  ///   which is neither followed nor removed.
  package init(_ place: BriefingPlace, audienceMode: mode_t = 0o600) throws(SharingFault) {
    self.place = place
    self.audienceMode = audienceMode
    (control, audience) = try Self.open(place, audienceMode)
  }

  /// Whether both paths still lead to these sockets.
  ///
  /// A runtime folder may be removed when its user logs out.
  var areInPlace: Bool { control.isInPlace && audience.isInPlace }

  /// Creates both sockets again; existing connections stay.
  ///
  /// If it fails, nothing changes.
  func restore() {
    // Otherwise the remaining file would be mistaken for a briefing that is on.
    let copies = (control.isInPlace, audience.isInPlace)
    if copies.0 { unlink(place.control) }
    if copies.1 { unlink(place.audience) }
    guard let pair = try? Self.open(place, audienceMode) else { return }
    control.remove()
    audience.remove()
    (control, audience) = pair
  }

  /// Closes both sockets and removes their files, if the files still belong to them.
  package func remove() {
    control.remove()
    audience.remove()
  }

  private static func open(
    _ place: BriefingPlace, _ audienceMode: mode_t
  ) throws(SharingFault) -> (SocketFile, SocketFile) {
    try place.prepare()
    // Two hosts that start at once must not mistake each other's new socket for a stale one.
    let lock = try lockFolder(of: place.control)
    defer { close(lock) }
    let paths = [place.control, place.audience]
    var stale: [String] = []
    for path in paths {
      switch try SocketFile.occupant(path) {
      case .nothing: break
      case .live: throw .isOn(path)
      case .stale: stale.append(path)
      }
    }
    for path in stale where unlink(path) != 0 && errno != ENOENT {
      throw .system("cannot remove '\(path)', on which nobody answers", errno)
    }
    return (
      try SocketFile(place.control, mode: 0o600),
      try SocketFile(place.audience, mode: audienceMode)
    )
  }

  private static func lockFolder(of path: String) throws(SharingFault) -> Int32 {
    let end = path.lastIndex(of: "/") ?? path.startIndex
    let folder = end == path.startIndex ? "/" : String(path[..<end])
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .badFolder(folder, reason: SystemError.last.reason)
    }
    let deadline = Clock.now + 3000
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, Clock.now < deadline else {
        close(descriptor)
        throw .badFolder(folder, reason: "another program holds it")
      }
      usleep(10_000)
    }
    return descriptor
  }
}
