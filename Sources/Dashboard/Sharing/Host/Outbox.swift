/// What waits to be sent to a peer: a line is finished before another begins.
struct Outbox {
  private var rest: ArraySlice<UInt8> = []

  /// Whether all was sent.
  var isEmpty: Bool { rest.isEmpty }

  /// The bytes that wait.
  package var count: Int { rest.count }

  /// Takes a line; if nothing else waits, its bytes are shared with other outboxes, not copied.
  mutating func append(_ line: [UInt8]) {
    if rest.isEmpty { rest = line[...] } else { rest += line }
  }

  /// Sends what the peer accepts at once; false if it is gone.
  mutating func flush(to descriptor: Int32) -> Bool {
    while !rest.isEmpty {
      guard case .sent(let count) = Socket.send(rest, to: descriptor) else { return false }
      if count == 0 { return true }
      rest = count == rest.count ? [] : rest.dropFirst(count)
    }
    return true
  }
}
