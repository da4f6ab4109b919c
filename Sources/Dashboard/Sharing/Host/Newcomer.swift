/// A connection that has not said its hello.
struct Newcomer {
  let descriptor: Int32
  /// Whether it came to the control socket.
  let isController: Bool
  /// When it is refused, by the host's clock.
  let deadline: Int
  var reader = LineReader(limit: WireLimit.hello)
  /// Whether it was admitted or refused.
  var isSettled = false
}
