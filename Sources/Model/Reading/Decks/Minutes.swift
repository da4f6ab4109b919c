import Records
import Text

/// Numbers of minutes as decks write them: `15`, `1.5`.
package enum Minutes {
  package static let remedy = "write a number from 0.01 to 1440, as in 1.5"

  /// Reads a number; nil if it is not a number, too small or longer than a day.
  static func read(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, text.utf8.count <= 8, let minutes = Double(text), minutes >= 0.01,
      minutes <= 1440
    else { return nil }
    return minutes
  }

  /// The number with as few digits as possible.
  package static func text(_ minutes: Double) -> String {
    let rounded = (minutes * 1e5).rounded() / 1e5
    return rounded.digits(decimals: 0) ?? "0"
  }
}
