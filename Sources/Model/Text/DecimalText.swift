/// Numbers in decimal digits, without Foundation and without e-notation.
package enum DecimalText {
  /// A number with a fixed count of decimals, rounded half away from zero.
  ///
  /// - Parameters:
  ///   - decimals: 0…12.
  ///   - groups: Whether commas separate thousands.
  /// - Returns: An empty text for a number that is not finite.
  package static func text(_ value: Double, decimals: Int, groups: Bool = true) -> String {
    guard value.isFinite else { return "" }
    var places = min(max(decimals, 0), 12)
    let size = value.magnitude
    while places > 0, size * power(places) > 9e15 { places -= 1 }
    let shifted = (size * power(places)).rounded()
    var digits = wholeDigits(shifted)
    while digits.count <= places { digits.insert(UInt8(ascii: "0"), at: 0) }
    let isZero = digits.allSatisfy { $0 == UInt8(ascii: "0") }
    var bytes: [UInt8] = []
    let whole = digits.count - places
    for (index, digit) in digits.enumerated() {
      if index == whole { bytes.append(UInt8(ascii: ".")) }
      if groups, index > 0, index < whole, (whole - index).isMultiple(of: 3) {
        bytes.append(UInt8(ascii: ","))
      }
      bytes.append(digit)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return value < 0 && !isZero ? "−" + text : text
  }

  /// A number with some decimals, or with as many more as a value other than zero needs to show a
  /// second digit; a value too small for twelve decimals is `0`.
  ///
  /// - Parameters:
  ///   - decimals: The decimals to use if they are enough, 0…12.
  ///   - most: The decimals that the source gives, the most that are shown.
  package static func telling(_ value: Double, decimals: Int, most: Int = 12) -> String {
    var places = decimals
    let size = value.magnitude
    guard size > 0, size.isFinite, size * power(min(max(places, 0), 12)) < 0.5 else {
      return text(value, decimals: decimals)
    }
    while places < min(most, 12), size * power(places) < 9.95 { places += 1 }
    return size * power(places) < 0.5 ? "0" : text(value, decimals: places)
  }

  /// A text without zeros at the end of its decimals.
  package static func trimmed(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    var rest = Substring(text)
    while rest.last == "0" { rest.removeLast() }
    if rest.last == "." { rest.removeLast() }
    return String(rest)
  }

  /// Ten to a power from 0 to 12.
  package static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<max(0, exponent) { result *= 10 }
    return result
  }

  /// The digits of a whole number that may be larger than any integer type.
  private static func wholeDigits(_ value: Double) -> [UInt8] {
    var rest = value
    var zeros = 0
    // A double has at most 17 significant digits; the others are shown as zeros.
    while rest >= 9e17 {
      rest /= 10
      zeros += 1
    }
    return Array(String(UInt64(rest)).utf8) + Array(repeating: UInt8(ascii: "0"), count: zeros)
  }
}

extension Double {
  /// The number in plain digits for tables and JSON; nil if it is not finite.
  ///
  /// The requested decimals are used if they preserve the number; otherwise as many as it needs.
  package func digits(decimals: Int) -> String? {
    guard isFinite else { return nil }
    let text = DecimalText.text(self, decimals: decimals, groups: false)
    let plain = text.hasPrefix("−") ? "-" + text.dropFirst() : text
    return Double(plain) == self ? plain : "\(self)"
  }
}
