/// Text as a field of a line: no tab, no line end, no control character.
///
/// A tab, a line end and a backslash are written as `\t`, `\n` and `\\`. Other control characters
/// do not belong in a briefing; they become `?` when written and are refused when read.
enum WireText {
  private static let backslash = UInt8(ascii: "\\")

  /// The bytes of a text as a field.
  static func encoded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\t"): bytes += [backslash, UInt8(ascii: "t")]
      case UInt8(ascii: "\n"): bytes += [backslash, UInt8(ascii: "n")]
      case backslash: bytes += [backslash, backslash]
      case 0..<0x20, 0x7f: bytes.append(UInt8(ascii: "?"))
      case 0x80..<0xa0 where previous == 0xc2:
        bytes[bytes.count - 1] = UInt8(ascii: "?")
      default: bytes.append(byte)
      }
      previous = byte
    }
    return bytes
  }

  /// The text of a field; nil if it is longer than the limit, not UTF-8, or contains a control
  /// character or an unknown escape.
  static func decoded(_ field: ArraySlice<UInt8>, limit: Int) -> String? {
    guard field.count <= 2 * limit else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.count)
    var isEscaped = false
    var previous: UInt8 = 0
    for byte in field {
      defer { previous = byte }
      if isEscaped {
        switch byte {
        case UInt8(ascii: "t"): bytes.append(UInt8(ascii: "\t"))
        case UInt8(ascii: "n"): bytes.append(UInt8(ascii: "\n"))
        case backslash: bytes.append(backslash)
        default: return nil
        }
        isEscaped = false
        continue
      }
      switch byte {
      case backslash: isEscaped = true
      case 0..<0x20, 0x7f: return nil
      // Control characters outside ASCII, which some terminals obey.
      case 0x80..<0xa0 where previous == 0xc2: return nil
      default: bytes.append(byte)
      }
    }
    guard !isEscaped, bytes.count <= limit else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// A number of at most fifteen digits; nil for anything else.
  package static func number(_ field: ArraySlice<UInt8>) -> Int? {
    guard (1...15).contains(field.count) else { return nil }
    var number = 0
    for byte in field {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// A line of fields, with tabs between them and a line end.
  static func line(_ fields: [[UInt8]]) -> [UInt8] {
    var line = Array(fields.joined(separator: [UInt8(ascii: "\t")]))
    line.append(UInt8(ascii: "\n"))
    return line
  }

  /// A field that needs no escapes.
  package static func field(_ value: some CustomStringConvertible) -> [UInt8] {
    Array(value.description.utf8)
  }

  /// The fields of a line without its end.
  static func fields(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    line.split(separator: UInt8(ascii: "\t"), maxSplits: 8, omittingEmptySubsequences: false)
  }

  /// A field as a word; empty if it is not a word.
  static func word(_ field: ArraySlice<UInt8>?) -> String {
    guard let field, field.count <= 32 else { return "" }
    return String(validating: field, as: UTF8.self) ?? ""
  }
}
