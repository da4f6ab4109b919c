import Interface
import Model

/// Numbers that look random and are the same for the same seed (SplitMix64).
struct ChartRandom {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }

  /// A number from 0 to 1.
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
}

/// A series of yearly values from a first year.
func yearly(_ name: String, from year: Int, _ values: [Double?], _ forward: Int = 0) -> Series {
  Series(
    name: name,
    observations: values.enumerated().map { index, value in
      Observation(
        period: .year(year + index), value: value, decimals: 1,
        qualifiers: index >= values.count - forward ? .projected : [])
    })
}

let testUnit = Unit(id: "usd-million", title: "U.S. dollars", prefix: "$", multiplier: 1_000_000)
