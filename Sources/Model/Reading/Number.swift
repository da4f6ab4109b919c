/// A decimal number as tables write it: digits, at most one point, perhaps a minus sign.
struct Number {
  var value: Double
  /// How many digits stand after the point.
  var decimals: Int

  /// Reads a number; nil when the bytes are anything else.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var digits = 0
    var decimals: Int?
    var mantissa: UInt64 = 0
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        digits += 1
        guard digits <= 18 else { return nil }
        mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0"))
        decimals = decimals.map { $0 + 1 }
      } else {
        return nil
      }
    }
    guard digits > 0 else { return nil }
    self.decimals = decimals ?? 0
    // A quotient of two exact numbers is the double nearest to the decimal
    // as long as both fit into 53 bits; beyond that the last digit may differ.
    let size = Double(mantissa) / Self.powers[self.decimals]
    value = isNegative ? -size : size
  }

  private static let powers: [Double] = (0...18).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
