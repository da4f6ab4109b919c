/// The connection of a follower.
///
/// At most one line is waiting for it. Of everything that happens in the meantime it gets only the
/// latest.
struct Follower {
  let descriptor: Int32
  let size: ScreenSize
  let wantsText: Bool
  var outbox = Outbox()
  /// The last version of the shown state that was sent; -1 before the first.
  var toldVersion = -1
  var isGone = false

  /// The bytes that the kernel keeps for a follower that does not read.
  static let kernelBuffer: Int32 = 32 << 10
}
