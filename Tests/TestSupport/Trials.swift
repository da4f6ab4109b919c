import Glibc

/// How many cases the property tests make, and with which seeds.
///
/// `make test` makes a quarter of the cases, the same ones each time, so that a failure comes from
/// a change and not from chance; `make soak` makes all of them. Two environment variables override
/// this: `DOSSIER_EFFORT` is the percentage of the cases, and `DOSSIER_SEED` the first seed, which
/// repeats the case of a seed that a failure has named.
package enum Trials {
  private static let effort = variable("DOSSIER_EFFORT") ?? 25
  private static let firstSeed = variable("DOSSIER_SEED")

  /// Whether all cases are made.
  package static var areAll: Bool { effort >= 100 }

  /// The share of a number of cases; at least one.
  package static func count(_ all: Int) -> Int { max(1, all * Int(clamping: effort) / 100) }

  /// The seed of a test that has one: the default, unless the environment has another.
  package static func seed(_ usual: UInt64) -> UInt64 { firstSeed ?? usual }

  /// The seeds of a test that has one for each case, for its share of cases.
  package static func seeds(_ all: Int) -> [UInt64] {
    let first = seed(1)
    return (0..<UInt64(count(all))).map { first &+ $0 }
  }

  /// An environment variable; the tests end if it is not a number.
  private static func variable(_ name: String) -> UInt64? {
    guard let text = getenv(name).map({ String(cString: $0) }), !text.isEmpty else { return nil }
    guard let number = UInt64(text) else { fatalError("\(name) is no whole number: '\(text)'") }
    return number
  }
}
