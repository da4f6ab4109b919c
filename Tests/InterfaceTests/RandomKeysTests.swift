import TestSupport
import Testing

@testable import Interface

@Suite struct RandomKeysTests {
  /// Ten thousand random keys and sizes never trap and leave every frame whole.
  ///
  /// Every row is as wide as the screen, and the cursor stays on it. `make soak` goes on to a
  /// million.
  @Test(arguments: [1, 2, 3, 4]) func anyKeysAtAnySize(seed: UInt64) {
    var walk = RandomWalk(builtInReading, seed: seed)
    for _ in 0..<2500 {
      guard let fault = walk.step() else { continue }
      Issue.record("seed \(seed): \(fault) after \(walk.recent)")
      return
    }
  }
}
