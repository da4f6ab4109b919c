import Glibc

/// How many cases the tests of properties make, and with which seeds.
///
/// `make test` makes a quarter of the cases, the same ones each time, so that a failure is the
/// change's and not the day's; `make soak` makes all of them. Two variables of the environment say
/// otherwise: `DOSSIER_EFFORT` is the percentage of the cases that are made, and `DOSSIER_SEED` the
/// first seed, which repeats the case of a seed that a failure has named.
package enum Trials {
  private static let effort = variable("DOSSIER_EFFORT") ?? 25
  private static let firstSeed = variable("DOSSIER_SEED")

  /// Whether all cases are made.
  package static var areAll: Bool { effort >= 100 }

  /// The share of a number of cases that is made; at least one.
  package static func count(_ all: Int) -> Int { max(1, all * Int(clamping: effort) / 100) }

  /// The seed of a test that has one: the usual one, unless the environment has another.
  package static func seed(_ usual: UInt64) -> UInt64 { firstSeed ?? usual }

  /// The seeds of a test that has one for each case, for the share of its cases that is made.
  package static func seeds(_ all: Int) -> [UInt64] {
    let first = seed(1)
    return (0..<UInt64(count(all))).map { first &+ $0 }
  }

  /// A variable of the environment; one that is no number ends the tests.
  private static func variable(_ name: String) -> UInt64? {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
    guard let number = UInt64(text) else { fatalError("\(name) is no whole number: '\(text)'") }
    return number
  }
}
