/// Writes values down one after the other.
struct SnapshotWriter: SnapshotCoder {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  private var numbers: [String: UInt64] = [:]

  /// Appends a number: six bits a byte, the lowest first, and 0x40 where more follow.
  mutating func append(_ value: UInt64) {
    var rest = value
    while rest >= 0x40 {
      bytes.append(UInt8(rest & 0x3f) | 0x40)
      rest >>= 6
    }
    bytes.append(UInt8(rest))
  }

  mutating func unsigned(_ value: UInt64) -> UInt64 {
    append(value)
    return value
  }

  /// Twice its length and the text, or twice its number and one.
  mutating func text(_ value: String) -> String {
    if let number = numbers[value] {
      append(number << 1 | 1)
      return value
    }
    if !value.isEmpty { numbers[value] = UInt64(numbers.count) }
    append(UInt64(value.utf8.count) << 1)
    bytes += value.utf8
    return value
  }

  mutating func descend() {}

  mutating func ascend() {}
}
