/// Numbers that look random and are the same for the same seed: SplitMix64 (Steele, Lea and Flood,
/// 2014).
package struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  /// The numbers of a seed.
  package init(_ seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A whole number of a range.
  package mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// A number from 0 to 1, without 1.
  package mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }

  /// Damages bytes in one place, as bad luck or an attacker would: changes a byte, removes or
  /// duplicates a run, swaps two bytes, or inserts a piece of text.
  ///
  /// - Parameter pieces: Texts that mean something to the reader of the bytes.
  package mutating func damage(_ bytes: inout [UInt8], with pieces: [String]) {
    guard !bytes.isEmpty else { return }
    let place = int(0...bytes.count - 1)
    let end = min(bytes.count, place + int(1...200))
    switch int(0...5) {
    case 0: bytes[place] = UInt8(int(0...255))
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3: bytes.swapAt(place, int(0...bytes.count - 1))
    default: bytes.insert(contentsOf: (pieces.randomElement(using: &self) ?? "").utf8, at: place)
    }
  }
}
