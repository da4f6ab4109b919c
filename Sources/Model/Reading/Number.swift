package import Records
import Text

/// A number read from its text: the only reader, for dossiers and for any other table.
///
/// Strictly, as a dossier writes it, a number has at most 18 digits, optionally with a point and
/// with a hyphen as its minus. In other tables, thousands may be separated by commas, points,
/// spaces and apostrophes, unit signs may surround the number, a minus may be a hyphen, a minus
/// sign or brackets, and qualifiers may be next to it: `≈ 1,234.5 %`, `(US$ 12)`, `3.1e`.
package struct Number {
  /// The value: the double nearest to the written number.
  package private(set) var value: Double
  /// How many digits follow the decimal mark.
  package private(set) var decimals = 0
  /// The unit sign next to it, one of `signs`; nil if there is none.
  package private(set) var sign: String?
  /// Whether a magnitude follows it: `B`, `million`.
  package private(set) var hasMagnitude = false
  /// What the text next to it says about its exactness.
  package private(set) var qualifiers: Qualifiers = []
  /// The flags and note marks next to it, as written: `b`, `1/`.
  package private(set) var mark = ""
  /// What the flags next to it say besides: `break in the series`.
  package private(set) var note = ""

  /// The longest cell that is examined, in bytes.
  private static let limit = 64

  /// Reads a cell; nil if it holds anything but a finite number.
  ///
  /// - Parameter mark: The decimal mark of a table that is not a dossier's, a comma or a point; nil
  ///   reads strictly.
  package init?(_ cell: UnsafeBufferPointer<UInt8>, mark: UInt8? = nil) {
    value = 0
    // Nearly every cell is plain.
    if mark == nil || mark == UInt8(ascii: "."), readPlain(cell, isStrict: mark == nil) { return }
    guard let mark, cell.count <= Self.limit, readFree(cell, mark) else { return nil }
  }

  // MARK: Plain digits

  private static let powers: [Double] = (0...18).map { exponent in
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// Reads digits with at most one point and an optional hyphen before them.
  private mutating func readPlain(
    _ bytes: UnsafeBufferPointer<UInt8>, isStrict: Bool = false
  ) -> Bool {
    var digits = 0
    var decimals: Int?
    var mantissa: UInt64 = 0
    var rest = bytes[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    for byte in rest {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if byte.isDigit {
        digits += 1
        guard digits <= 18 || !isStrict else { return false }
        if digits <= 18 { mantissa = mantissa * 10 + UInt64(byte - UInt8(ascii: "0")) }
        decimals = decimals.map { $0 + 1 }
      } else {
        return false
      }
    }
    guard digits > 0, bytes.count <= Self.limit else { return false }
    self.decimals = decimals ?? 0
    // A quotient of two exact numbers is the double nearest to the decimal as long as both fit into
    // 53 bits; longer numbers are read in the slower way.
    if digits <= 18, mantissa < 1 << 53 {
      let size = Double(mantissa) / Self.powers[self.decimals]
      value = isNegative ? -size : size
      return true
    }
    guard let value = Double(String(decoding: bytes, as: UTF8.self)) else { return false }
    self.value = value
    return true
  }

  // MARK: Digits as people write them

  /// The signs of units that may be next to a number.
  package static let signs = [
    "%", "$", "€", "£", "¥", "‰", "US$", "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "CAD", "MXN",
    "AUD", "MX$", "C$", "A$", "R$", "°C", "°F", "°", "₹", "₩", "₽", "₺", "₴", "₪", "₱", "kr", "zł",
    "pp",
  ]
  private static let signBytes = signs.map { Array($0.utf8) }

  /// Magnitudes after a number, longer words first; small letters are left to units (m, b, t).
  private static let magnitudes: [([UInt8], power: Int)] = [
    ("trillion", 12), ("billion", 9), ("million", 6), ("thousand", 3), ("tn", 12), ("bn", 9),
    ("mn", 6), ("T", 12), ("B", 9), ("M", 6), ("K", 3), ("k", 3),
  ].map { (Array($0.0.utf8), $0.1) }

  /// Signs before a number that qualify it.
  private static let before: [([UInt8], Qualifiers)] = [
    (Array("≈".utf8), .about), (Array("~".utf8), .about), (Array("<".utf8), .under),
    (Array(">".utf8), .over),
  ]

  private mutating func readFree(_ cell: UnsafeBufferPointer<UInt8>, _ mark: UInt8) -> Bool {
    var rest = cell[...]
    var isNegative = false
    var isBracketed = false
    while true {
      Self.skipBlanks(&rest)
      if Self.takeMinus(&rest) {
        if isNegative { return false }
        isNegative = true
      } else if Self.take("(", &rest) {
        if isBracketed { return false }
        isBracketed = true
      } else if !Self.take("+", &rest), !takeSign(&rest), !takeQualifierBefore(&rest) {
        break
      }
    }
    guard readDigits(&rest, mark) else { return false }
    Self.skipBlanks(&rest)
    takeMagnitude(&rest)
    while true {
      Self.skipBlanks(&rest)
      if rest.isEmpty { break }
      if !isNegative, !isBracketed, Self.takeMinusBehind(rest) {
        isNegative = true
        break
      }
      if isBracketed, Self.take(")", &rest) {
        if !isNegative { value = -value }
        isBracketed = false
      } else if !takeSign(&rest), !takeFlag(&rest) {
        return false
      }
    }
    if isNegative { value = -value }
    return !isBracketed && value.isFinite
  }

  /// Reads digits with their separators and an exponent.
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
          // 1.2e-9 has ten digits after the point, 1.25e1 has one.
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
      if !hasExponent { return readPlain(written) }
      guard let value = Double(String(decoding: written, as: UTF8.self)) else { return false }
      (self.value, self.decimals) = (value, decimals ?? 0)
      return true
    }
  }

  /// Whether an E and digits follow, with an optional sign.
  private static func isExponent(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var rest = rest.dropFirst()
    if let sign = rest.first, sign == 0x2b || sign == 0x2d { rest = rest.dropFirst() }
    return rest.first?.isDigit ?? false
  }

  /// The bytes of a thousands separator before a digit; nil if there is none.
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
    guard let length else { return nil }
    let digits = rest.dropFirst(length).prefix { $0.isDigit }.count
    // A blank may also precede a note mark: 125 2/.
    return first == other || first == UInt8(ascii: "'")
      ? digits > 0 ? length : nil
      : digits == 3 ? length : nil
  }

  /// Multiplies the value by a magnitude that follows it.
  private mutating func takeMagnitude(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) {
    for (word, power) in Self.magnitudes where rest.starts(with: word) {
      // A longer word is a different word: Mexico, kr, B2.
      if let next = rest.dropFirst(word.count).first,
        next.isDigit || next >= 0x80 || (0x61...0x7a).contains(next | 0x20)
      {
        continue
      }
      rest.removeFirst(word.count)
      hasMagnitude = true
      multiply(power)
      return
    }
  }

  /// Multiplies the value by a power of ten, exactly: 0.07 million is 70,000.
  private mutating func multiply(_ power: Int) {
    guard decimals < Self.powers.count else {
      value *= Self.powers[power]
      decimals -= power
      return
    }
    // All digits as a whole number are exact, and are rounded only once, to the value.
    let digits = (value * Self.powers[decimals]).rounded()
    value =
      decimals < power
      ? digits * Self.powers[power - decimals] : digits / Self.powers[decimals - power]
    decimals = max(0, decimals - power)
  }

  private mutating func takeSign(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let first = rest.first, !first.isDigit else { return false }
    let found = Self.signBytes.indices.filter {
      Self.signBytes[$0][0] == first && rest.starts(with: Self.signBytes[$0])
    }
    guard let longest = found.max(by: { Self.signBytes[$0].count < Self.signBytes[$1].count })
    else { return false }
    rest.removeFirst(Self.signBytes[longest].count)
    sign = Self.signs[longest]
    return true
  }

  private mutating func takeQualifierBefore(
    _ rest: inout Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    for (mark, qualifier) in Self.before where rest.starts(with: mark) {
      rest.removeFirst(mark.count)
      qualifiers.formUnion(qualifier)
      return true
    }
    return false
  }

  /// Takes a flag after the digits: letters of the table of flags, a word in brackets, or marks of
  /// notes, which end the cell.
  private mutating func takeFlag(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let isAfterBlank =
      rest.startIndex > rest.base.startIndex
      && rest.base[rest.startIndex - 1].isBlank
    var word = rest.prefix { (0x61...0x7a).contains($0 | 0x20) || $0 == UInt8(ascii: ".") }
    var length = word.count
    let isSquare = rest.first == UInt8(ascii: "[")
    if isSquare || rest.first == UInt8(ascii: "("),
      let end = rest.firstIndex(of: UInt8(ascii: isSquare ? "]" : ")"))
    {
      word = rest[rest.index(after: rest.startIndex)..<end]
      length = word.count + 2
    } else if let first = word.first, first < 0x60, !isAfterBlank, first != UInt8(ascii: "E") {
      // 7A and 7D are names; flags in capital letters have a blank before them.
      return false
    }
    if !word.isEmpty, word.count <= 24,
      let flags = StatusFlags(known: String(decoding: word, as: UTF8.self))
    {
      add(word)
      qualifiers.formUnion(flags.qualifiers)
      if !flags.note.isEmpty { note += note.isEmpty ? flags.note : "; \(flags.note)" }
      rest.removeFirst(length)
      // p/ as Spanish tables write it.
      if !isSquare, word.count == 1 { _ = Self.take("/", &rest) }
      return true
    }
    let tail = isAfterBlank ? rest.base[(rest.startIndex - 1)...] : rest
    guard CellMark.mark(tail) != nil else { return false }
    add(rest)
    rest = rest.suffix(0)
    return true
  }

  private mutating func add(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    let text = String(decoding: text, as: UTF8.self).trimmed
    mark += mark.isEmpty ? text : " \(text)"
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

  /// Takes a minus as typesetters and accountants write it: any dash of Unicode, a triangle.
  private static func takeMinus(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    if take("-", &rest) { return true }
    guard let first = rest.first, first >= 0x80 else { return false }
    return take("−", &rest) || take("–", &rest) || take("‒", &rest) || take("‐", &rest)
      || take("‑", &rest) || take("﹣", &rest) || take("－", &rest) || take("△", &rest)
      || take("▲", &rest)
  }

  /// Whether a number ends as accountants mark one below zero: `5-`, `5 CR`.
  private static func takeMinusBehind(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    rest.elementsEqual("-".utf8) || rest.elementsEqual("−".utf8) || rest.elementsEqual("CR".utf8)
      || rest.elementsEqual("Cr".utf8)
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
