/// A number as people write it in tables of their own.
///
/// Thousands may be set off by commas, points, spaces and apostrophes, signs
/// of units may stand around it, a minus may be a hyphen, a minus sign or
/// brackets, and what qualifies it may stand beside it: `≈ 1,234.5 %`,
/// `(US$ 12)`, `3.1e`.
struct DataNumber {
  /// The value.
  var value: Double
  /// How many digits stand after the decimal mark.
  var decimals: Int = 0
  /// The sign of the unit around it, by its place in `signs`; nil for none.
  var sign: Int?
  /// Whether a magnitude stands behind it: `B`, `million`.
  private(set) var hasMagnitude = false
  /// What stands beside it about its exactness.
  var qualifiers: Qualifiers = []

  /// The longest cell that is looked at.
  private static let limit = 64

  /// The signs of units that may stand around a number, the longer of a kind first.
  static let signs = [
    "%", "$", "€", "£", "¥", "‰", "US$", "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "MXN",
    "AUD", "MX$", "C$", "A$", "R$", "°C", "°F", "°", "₹", "₩", "₽", "₺", "₴", "₪", "₱", "kr", "zł",
    "pp",
  ]
  private static let signBytes = signs.map { Array($0.utf8) }
  private static let before: [([UInt8], Qualifiers)] = [
    (Array("≈".utf8), .about), (Array("~".utf8), .about), (Array("<".utf8), .under),
    (Array(">".utf8), .over),
  ]
  private static let after: [([UInt8], Qualifiers)] = [
    (Array("(e)".utf8), .estimated), (Array("(f)".utf8), .projected),
    (Array("(p)".utf8), .provisional),
    (Array("(r)".utf8), []), (Array("(est.)".utf8), .estimated),
    (Array("(proj.)".utf8), .projected),
    (Array("(estimated)".utf8), .estimated), (Array("(estimate)".utf8), .estimated),
    (Array("(projected)".utf8), .projected), (Array("(projection)".utf8), .projected),
    (Array("(forecast)".utf8), .projected), (Array("(expected)".utf8), .expected),
    (Array("(about)".utf8), .about), (Array("(approx.)".utf8), .about),
    (Array("(provisional)".utf8), .provisional),
    (Array("(preliminary)".utf8), .provisional),
    (Array("(revised)".utf8), []), (Array("e".utf8), .estimated), (Array("f".utf8), .projected),
    (Array("p".utf8), .provisional), (Array("r".utf8), []), (Array("*".utf8), []),
    (Array("†".utf8), []),
  ]

  /// Magnitudes behind a number, longer words first; small letters are left to units (m, b, t).
  private static let magnitudes: [([UInt8], power: Int)] = [
    ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3), ("tn", 12), ("bn", 9),
    ("mn", 6), ("T", 12), ("B", 9), ("M", 6), ("K", 3), ("k", 3),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Reads a cell; nil when it holds anything but a finite number.
  ///
  /// - Parameter mark: The decimal mark, a comma or a point.
  init?(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8) {
    guard let first = cell.first, cell.count <= Self.limit else { return nil }
    // Nearly every cell is plain.
    if mark == UInt8(ascii: ".") || cell.count < 2, !first.isBlank, let number = Number(cell) {
      (value, decimals) = (number.value, number.decimals)
      return
    }
    value = 0
    guard read(cell, mark) else { return nil }
  }

  private mutating func read(_ cell: UnsafeBufferPointer<UInt8>, _ mark: UInt8) -> Bool {
    var rest = cell[...]
    var isNegative = false
    var isBracketed = false
    while true {
      Self.skipBlanks(&rest)
      if Self.take("-", &rest) || Self.take("−", &rest) {
        if isNegative { return false }
        isNegative = true
      } else if Self.take("(", &rest) {
        if isBracketed { return false }
        isBracketed = true
      } else if Self.take("+", &rest) || takeSign(&rest) || takeQualifier(&rest, Self.before) {
        continue
      } else {
        break
      }
    }
    guard readDigits(&rest, mark) else { return false }
    Self.skipBlanks(&rest)
    takeMagnitude(&rest)
    while true {
      Self.skipBlanks(&rest)
      if rest.isEmpty { break }
      if isBracketed, Self.take(")", &rest) {
        if !isNegative { value = -value }
        isBracketed = false
      } else if !takeSign(&rest), !takeQualifier(&rest, Self.after) {
        return false
      }
    }
    if isNegative { value = -value }
    return !isBracketed && value.isFinite
  }

  /// Reads digits with their separators, and an exponent.
  private mutating func readDigits(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, _ mark: UInt8
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.limit) { digits in
      var count = 0
      var decimals: Int?
      var group: Int?
      var hasExponent = false
      func add(_ byte: UInt8) {
        if count < digits.count { digits.initializeElement(at: count, to: byte) }
        count += 1
      }
      while let byte = rest.first {
        if byte.isDigit {
          add(byte)
          decimals = decimals.map { $0 + 1 }
          group = group.map { $0 + 1 }
        } else if byte == mark {
          if decimals != nil || group.map({ $0 != 3 }) ?? false { return false }
          (decimals, group) = (0, nil)
          add(UInt8(ascii: "."))
        } else if byte | 0x20 == UInt8(ascii: "e"), Self.isExponent(rest) {
          hasExponent = true
          add(byte)
          rest.removeFirst()
          let isSmall = rest.first == UInt8(ascii: "-")
          var exponent = 0
          while let byte = rest.first, byte.isDigit || byte == 0x2b || byte == 0x2d {
            add(byte)
            if byte.isDigit { exponent = min(exponent * 10 + Int(byte - 0x30), 400) }
            rest.removeFirst()
          }
          // 1.2e-9 has ten digits behind the point, 1.25e1 has one.
          decimals = max(0, (decimals ?? 0) + (isSmall ? exponent : -exponent))
          break
        } else if decimals == nil, count > 0, let length = Self.separator(rest, mark) {
          if let group, group != 3, group != 2 { return false }
          if group == nil, count > 3 { return false }
          group = 0
          rest.removeFirst(length)
          continue
        } else {
          break
        }
        rest.removeFirst()
      }
      if let group, group != 3 { return false }
      guard count > 0, count < digits.count else { return false }
      let written = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[..<count])
      if !hasExponent, let number = Number(written) {
        (value, self.decimals) = (number.value, number.decimals)
        return true
      }
      guard let value = Double(String(decoding: written, as: UTF8.self)) else { return false }
      (self.value, self.decimals) = (value, decimals ?? 0)
      return true
    }
  }

  /// Whether an E and digits follow, with a sign perhaps.
  private static func isExponent(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = rest.dropFirst()
    if let sign = rest.first, sign == 0x2b || sign == 0x2d { rest = rest.dropFirst() }
    return rest.first?.isDigit ?? false
  }

  /// The bytes of a separator of thousands before a digit; nil when there is none.
  private static func separator(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, _ mark: UInt8
  ) -> Int? {
    guard let first = rest.first else { return nil }
    let other = mark == UInt8(ascii: ".") ? UInt8(ascii: ",") : UInt8(ascii: ".")
    var length: Int?
    if first == other || first == UInt8(ascii: "'") || first == 0x20 { length = 1 }
    if first >= 0x80 {
      for sign in ["\u{a0}", "\u{202f}", "\u{2009}", "’"] where rest.starts(with: sign.utf8) {
        length = sign.utf8.count
      }
    }
    guard let length, rest.dropFirst(length).first?.isDigit ?? false else { return nil }
    return length
  }

  /// Multiplies the value by a magnitude behind it.
  private mutating func takeMagnitude(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    for (word, power) in Self.magnitudes where rest.starts(with: word) {
      // A word that goes on is another: Mexico, kr, B2.
      if let next = rest.dropFirst(word.count).first,
        next.isDigit || next >= 0x80 || (0x61...0x7a).contains(next | 0x20)
      {
        continue
      }
      rest.removeFirst(word.count)
      for _ in 0..<power { value *= 10 }
      decimals = max(0, decimals - power)
      hasMagnitude = true
      return
    }
  }

  private mutating func takeSign(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = rest.first, !first.isDigit else { return false }
    var found: Int?
    for (index, sign) in Self.signBytes.enumerated()
    where sign[0] == first && rest.starts(with: sign)
      && sign.count > found.map({ Self.signBytes[$0].count }) ?? 0
    {
      found = index
    }
    guard let found else { return false }
    rest.removeFirst(Self.signBytes[found].count)
    sign = found
    return true
  }

  private mutating func takeQualifier(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>, _ table: [([UInt8], Qualifiers)]
  ) -> Bool {
    guard let first = rest.first else { return false }
    for (mark, qualifier) in table where mark[0] == first && rest.starts(with: mark) {
      rest.removeFirst(mark.count)
      qualifiers.formUnion(qualifier)
      return true
    }
    return false
  }

  private static func take(
    _ text: StaticString, _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    text.withUTF8Buffer { bytes in
      guard rest.starts(with: bytes) else { return false }
      rest.removeFirst(bytes.count)
      return true
    }
  }

  private static func skipBlanks(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    while let first = rest.first {
      if first.isBlank {
        rest.removeFirst()
      } else if !take("\u{a0}", &rest), !take("\u{202f}", &rest), !take("\u{2009}", &rest) {
        return
      }
    }
  }
}

extension UInt8 {
  /// Whether the byte is a digit from 0 to 9.
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}
