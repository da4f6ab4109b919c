/// A power of a thousand with its word.
package struct Magnitude: Hashable, Sendable {
  /// What a number is divided by.
  package let factor: Double
  /// The word after the number; empty for 1.
  package let word: String

  /// No division and no word.
  package static let one = Magnitude(factor: 1, word: "")
  static let thousand = Magnitude(factor: 1e3, word: "thousand")
  static let million = Magnitude(factor: 1e6, word: "million")
  static let billion = Magnitude(factor: 1e9, word: "billion")
  static let trillion = Magnitude(factor: 1e12, word: "trillion")

  /// The magnitude in which a single number of a size is shown; nil for plain digits.
  ///
  /// The limits are where rounding to the digits shown would reach 1000.
  static func shown(_ size: Double) -> Magnitude? {
    if size >= 0.99995e12 { return .trillion }
    if size >= 0.99995e9 { return .billion }
    return size >= 999_999.5 ? .million : nil
  }

  /// The magnitude that suits a whole axis or column whose largest number has a size.
  package static func common(_ size: Double) -> Magnitude {
    switch size {
    case 1e12...: .trillion
    case 1e9...: .billion
    case 1e6...: .million
    case 1e5...: .thousand
    default: .one
    }
  }
}
