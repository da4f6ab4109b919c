/// A connection of somebody who follows.
///
/// At most one line waits for it: what it is being sent. Of all that happens meanwhile it is told
/// the latest only.
struct Follower {
  let descriptor: Int32
  let size: ScreenSize
  let wantsText: Bool
  var outbox = Outbox()
  /// The version of the shown state that was told last; -1 before any.
  var toldVersion = -1
  var isGone = false

  /// The bytes that the kernel keeps for one that does not read.
  static let kernelBuffer: Int32 = 32 << 10
}
