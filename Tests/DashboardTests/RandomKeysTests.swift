import TestSupport
import Testing

@Suite struct RandomKeysTests {
  /// Ten thousand random keys and sizes never trap and leave every frame whole.
  ///
  /// Every row is as wide as the screen, and the cursor stays on it. `make soak` goes on to a
  /// million.
  @Test(arguments: Trials.seeds(16)) func anyKeysAtAnySize(seed: UInt64) {
    var walk = RandomWalk(builtInReading, seed: seed)
    for _ in 0..<625 {
      guard let fault = walk.step() else { continue }
      Issue.record("seed \(seed): \(fault) after \(walk.recent)")
      return
    }
  }
}
