import Glibc

@testable import Sharing
@testable import System

/// A peer that sends whatever it likes, to a host that has to bear it.
final class Peer {
  let descriptor: Int32
  private var reader = LineReader(limit: 1 << 20)

  /// How long anything may take that must happen, in milliseconds.
  static let patience = 20_000

  init(_ path: String) throws {
    descriptor = try Socket.open()
    let address = try SocketAddress(path)
    let deadline = Clock.now + Self.patience
    while address.call({ connect(descriptor, $0, $1) }) != 0 {
      guard errno == EAGAIN, Clock.now < deadline else { throw TestFault("connect") }
      usleep(1000)
    }
  }

  /// A controller that has said hello.
  static func controller(_ place: BriefingPlace) throws -> Peer {
    let peer = try Peer(place.control)
    peer.send("dossier-control\t1\n")
    return peer
  }

  /// A follower that has said hello.
  static func follower(
    _ place: BriefingPlace, size: String = "80x24", wish: String = "state"
  ) throws -> Peer {
    let peer = try Peer(place.audience)
    peer.send("dossier-follow\t1\t\(size)\t\(wish)\n")
    return peer
  }

  deinit { close(descriptor) }

  /// Sends all, waiting for the host to take it.
  ///
  /// - Returns: False where the host is gone or takes nothing.
  @discardableResult
  func send(_ bytes: [UInt8], patience: Int = Peer.patience) -> Bool {
    var rest = bytes[...]
    let deadline = Clock.now + patience
    while !rest.isEmpty {
      guard case .sent(let count) = Socket.send(rest, to: descriptor) else { return false }
      rest = rest.dropFirst(count)
      guard count == 0 else { continue }
      guard Clock.now < deadline else { return false }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&waiting, 1, 100)
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// The next line that the host sends; nil where it closes or nothing comes in time.
  func line(patience: Int = Peer.patience) -> String? {
    let deadline = Clock.now + patience
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let line = reader.next() { return String(decoding: line, as: UTF8.self) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let left = deadline - Clock.now
      guard left > 0, poll(&waiting, 1, Int32(clamping: left)) > 0 else { return nil }
      switch Socket.read(descriptor, into: &buffer) {
      case .bytes(let bytes): reader.append(bytes)
      case .nothing: continue
      case .gone: return nil
      }
    }
  }

  /// Reads lines up to one that begins so; nil where none does in time.
  func line(from beginning: String) -> String? {
    while let line = line() { if line.hasPrefix(beginning) { return line } }
    return nil
  }

  /// Whether the host closes the connection in time; what it sends before is passed over.
  func isClosed() -> Bool {
    while line() != nil {}
    var byte: UInt8 = 0
    let count = recv(descriptor, &byte, 1, 0)
    return count == 0 || count < 0 && errno != EAGAIN
  }

  /// Reads so many lines or more without looking at them; false where they do not come in time.
  func pass(lines: Int) -> Bool {
    var left = lines
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while left > 0 {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(Self.patience)) > 0 else { return false }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { return false }
      for byte in buffer[..<count] where byte == UInt8(ascii: "\n") { left -= 1 }
    }
    return true
  }

  /// Whether a line comes on one of the connections that are made one after another.
  static func comes(_ line: String, _ connect: () throws -> Peer) rethrows -> Bool {
    let deadline = Clock.now + patience
    while Clock.now < deadline { if try connect().line() == line { return true } }
    return false
  }

  /// Puts a state on top of a revision and waits for the answer.
  func put(_ base: Int, _ state: String) -> String? {
    send("put\t\(base)\t\(state)\tprivate\n")
    while let line = line() {
      if line.hasPrefix("accepted") || line.hasPrefix("stale") { return line }
    }
    return nil
  }
}
