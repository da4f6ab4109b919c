extension String: SnapshotValue {
  static var blank: String { "" }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    self = try coder.text(self)
  }
}

extension Bool: SnapshotValue {
  static var blank: Bool { false }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    self = try coder.tag(self ? 1 : 0, below: 2) == 1
  }
}

extension Int: SnapshotValue {
  static var blank: Int { 0 }

  /// Only what fits in 32 bits is read: with more, sums of lines and numbers could overflow.
  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    var wide = Int64(self)
    try wide.codeSigned(with: &coder)
    guard let narrow = Int32(exactly: wide) else { throw .damaged }
    self = Int(narrow)
  }
}

extension Int64 {
  /// Numbers near zero are short, whatever their sign.
  fileprivate mutating func codeSigned(
    with coder: inout some SnapshotCoder
  ) throws(SnapshotFault) {
    let folded = try coder.unsigned(UInt64(bitPattern: (self << 1) ^ (self >> 63)))
    self = Int64(bitPattern: folded >> 1) ^ -Int64(bitPattern: folded & 1)
  }
}

extension Double: SnapshotValue {
  static var blank: Double { 0 }

  /// A decimal number stands as its digits and how many of them are decimals, any other as its bits.
  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    let bits = UInt64(Self.tens.count)
    var (decimals, digits) = decimal ?? (bits, 0)
    decimals = try coder.tag(decimals, below: bits + 1)
    if decimals == bits {
      self = Double(bitPattern: try coder.unsigned(bitPattern))
    } else {
      try digits.codeSigned(with: &coder)
      self = Double(digits) / Self.tens[Int(decimals)]
    }
  }

  private var decimal: (decimals: UInt64, digits: Int64)? {
    for (decimals, ten) in Self.tens.enumerated() {
      let digits = (self * ten).rounded()
      // Up to 2^53 every whole number is exact, and so is the quotient's rounding.
      guard abs(digits) < 0x1p53 else { return nil }
      if (digits / ten).bitPattern == bitPattern, digits != 0 || sign == .plus {
        return (UInt64(decimals), Int64(digits))
      }
    }
    return nil
  }

  private static var tens: [Double] { [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9] }
}

extension Array: SnapshotValue where Element: SnapshotValue {
  static var blank: [Element] { [] }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    let count = try coder.unsigned(UInt64(count))
    // A reader starts with no elements, and a writer without any is done.
    guard isEmpty else {
      for index in indices { try self[index].code(with: &coder) }
      return
    }
    // A count is believed only so far: each element must still be there to be read.
    reserveCapacity(Int(Swift.min(count, 1024)))
    for _ in 0..<count {
      var element = Element.blank
      try element.code(with: &coder)
      append(element)
    }
  }
}

extension Optional: SnapshotValue where Wrapped: SnapshotValue {
  static var blank: Wrapped? { nil }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    guard try coder.tag(self == nil ? 0 : 1, below: 2) == 1 else {
      self = nil
      return
    }
    var value = self ?? Wrapped.blank
    try value.code(with: &coder)
    self = value
  }
}

/// An enumeration without associated values, which stands as the number of its case.
protocol SnapshotCase: SnapshotValue, CaseIterable, Equatable where AllCases == [Self] {}

extension SnapshotCase {
  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    let cases = Self.allCases
    let number = UInt64(cases.firstIndex(of: self) ?? 0)
    self = cases[Int(try coder.tag(number, below: UInt64(cases.count)))]
  }
}

/// A set of flags, which stands as its bits.
protocol SnapshotFlags: SnapshotValue, OptionSet where RawValue: FixedWidthInteger {
  /// One more than the greatest raw value.
  static var limit: UInt64 { get }
}

extension SnapshotFlags {
  static var blank: Self { [] }

  mutating func code(with coder: inout some SnapshotCoder) throws(SnapshotFault) {
    self = Self(
      rawValue: RawValue(truncatingIfNeeded: try coder.tag(UInt64(rawValue), below: Self.limit)))
  }
}
