import BuiltIn
import Glibc
import TestSupport

/// Random keys and sizes on the built-in dossier, to see that nothing breaks and nothing is kept.
struct Soak {
  /// How many keys are pressed.
  let keys: Int
  /// What decides which.
  let seed: UInt64

  /// After so many keys everything that is made on first use is there.
  static let warmUp = 10_000
  /// How much more than after the warm-up may be resident, in MiB.
  ///
  /// It is room for what allocating and freeing in ever another order leaves between the blocks;
  /// 16 bytes kept for each of a million keys would be more.
  static let tolerance = 8.0

  /// Presses the keys and prints how memory went; false for a wrong frame or growing memory.
  func run() -> Bool {
    print("\(keys) random keys and sizes, seed \(seed)\n")
    print(Bench.row("keys", "", ["MiB", "ms/key", "slowest ms"]))
    var walk = RandomWalk(BuiltInDossier.reading(), seed: seed)
    var settled: Double?
    var slowest = 0.0
    var lap = (count: 0, start: Run.now())
    for count in 1...keys {
      let start = Run.now()
      if let fault = walk.step() {
        print("dossier-bench: key \(count): \(fault) after \(walk.recent)")
        return false
      }
      slowest = max(slowest, Run.now() - start)
      guard count == Self.warmUp || count % max(1, keys / 10) == 0 else { continue }
      guard let memory = Self.resident() else {
        print("dossier-bench: /proc/self/statm cannot be read")
        return false
      }
      let pace = (Run.now() - lap.start) / Double(count - lap.count)
      let cells = [(memory, 1), (pace, 3), (slowest, 1)].map { Figure.text($0, decimals: $1) }
      print(Bench.row("\(count)", "", cells))
      // Whoever watches a long run through a pipe wants to see it go on.
      fflush(nil)
      (lap, slowest) = ((count, Run.now()), 0)
      guard count >= Self.warmUp else { continue }
      let first = settled ?? memory
      settled = first
      if memory > first + Self.tolerance {
        print("dossier-bench: memory grew from \(Figure.text(first, decimals: 1)) MiB")
        return false
      }
    }
    return true
  }

  /// The resident memory of this process in MiB; nil where the system does not say.
  private static func resident() -> Double? {
    guard let words = Files.read("/proc/self/statm")?.split(separator: " "), words.count > 1,
      let pages = Double(words[1])
    else { return nil }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1_048_576
  }
}
