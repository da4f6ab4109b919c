import Testing

@testable import Interface

@Suite struct RandomKeysTests {
  /// Random keys and sizes never trap, and the cursor stays on the screen.
  @Test(arguments: [1, 2, 3, 4]) func anyKeysAtAnySize(seed: UInt64) {
    var random = ChartRandom(seed)
    var driver = Driver()
    var keys = KeyMap.standard.bindings.flatMap(\.keys)
    keys += "aeiounrst ".map { Key.character($0) } + [.delete, .insert, .function(9)]
    keys.removeAll { KeyMap.standard.action(for: $0) == .quit }
    var pressed: [String] = []
    for _ in 0..<400 {
      if random.int(0...19) == 0 {
        let size = Size(width: random.int(0...200), height: random.int(0...60))
        pressed.append(size.description)
        driver.send(.resize(size))
      } else {
        let key = keys[random.int(0...keys.count - 1)]
        pressed.append(key.description)
        driver.send(.key(key))
      }
      let canvas = driver.canvas
      if let cursor = canvas.cursor, !canvas.bounds.contains(cursor) {
        Issue.record("seed \(seed): cursor outside after \(pressed.suffix(8))")
      }
      for row in canvas.text().split(separator: "\n", omittingEmptySubsequences: false)
      where row.columns > canvas.size.width {
        Issue.record("seed \(seed): a row of \(row.columns) columns after \(pressed.suffix(8))")
      }
    }
  }
}
