import Text

/// A JSON value that was read.
///
/// Only what a converter's tree needs: numbers are kept as whole numbers.
indirect enum JSONTree {
  /// A text.
  case text(String)
  /// A number, without what follows its point.
  case number(Int)
  /// An array.
  case array([JSONTree])
  /// An object.
  case object([String: JSONTree])
  /// True, false or null.
  case other

  /// The items of an array; empty for anything else.
  var items: [JSONTree] { if case .array(let items) = self { items } else { [] } }
  /// The text; nil for anything else.
  var text: String? { if case .text(let text) = self { text } else { nil } }
  /// The number; nil for anything else.
  var number: Int? { if case .number(let number) = self { number } else { nil } }
  /// A field of an object.
  subscript(name: String) -> JSONTree? {
    if case .object(let fields) = self { fields[name] } else { nil }
  }
  /// An item of an array.
  subscript(index: Int) -> JSONTree {
    let items = items
    return items.indices.contains(index) ? items[index] : .other
  }
}

/// Reads JSON (RFC 8259), nested at most 400 deep.
struct JSONReader {
  private let bytes: [UInt8]
  private var index = 0

  private static let depthLimit = 400

  /// The value in some bytes; nil if they are no JSON.
  static func read(_ bytes: [UInt8]) -> JSONTree? {
    var reader = JSONReader(bytes: bytes)
    return reader.value(0)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private mutating func skip() {
    while index < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[index]) { index += 1 }
  }

  private mutating func take(_ sign: UInt8) -> Bool {
    skip()
    guard index < bytes.count, bytes[index] == sign else { return false }
    index += 1
    return true
  }

  private mutating func value(_ depth: Int) -> JSONTree? {
    skip()
    guard index < bytes.count, depth < Self.depthLimit else { return nil }
    switch bytes[index] {
    case UInt8(ascii: "{"): return object(depth)
    case UInt8(ascii: "["): return array(depth)
    case UInt8(ascii: "\""): return string().map { .text($0) }
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
      while index < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[index]) {
        index += 1
      }
      return .other
    default: return numeral()
    }
  }

  private mutating func object(_ depth: Int) -> JSONTree? {
    index += 1
    var fields: [String: JSONTree] = [:]
    if take(UInt8(ascii: "}")) { return .object(fields) }
    repeat {
      skip()
      guard let name = string(), take(UInt8(ascii: ":")), let value = value(depth + 1) else {
        return nil
      }
      fields[name] = value
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "}")) ? .object(fields) : nil
  }

  private mutating func array(_ depth: Int) -> JSONTree? {
    index += 1
    var items: [JSONTree] = []
    if take(UInt8(ascii: "]")) { return .array(items) }
    repeat {
      guard let value = value(depth + 1) else { return nil }
      items.append(value)
    } while take(UInt8(ascii: ","))
    return take(UInt8(ascii: "]")) ? .array(items) : nil
  }

  private mutating func numeral() -> JSONTree? {
    let start = index
    while index < bytes.count, bytes[index].isDigit || "+-.eE".utf8.contains(bytes[index]) {
      index += 1
    }
    guard index > start else { return nil }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    return .number(Double(text).flatMap { Int(exactly: $0.rounded()) } ?? 0)
  }

  private mutating func string() -> String? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var result: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: result, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\"), index < bytes.count else {
        result.append(byte)
        continue
      }
      let sign = bytes[index]
      index += 1
      switch sign {
      case UInt8(ascii: "n"): result.append(0x0a)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "r"): result.append(0x0d)
      case UInt8(ascii: "b"), UInt8(ascii: "f"): result.append(0x20)
      case UInt8(ascii: "u"): result += Array(String(scalar()).utf8)
      default: result.append(sign)
      }
    }
    return nil
  }

  /// The character of `\u0041`, or of a pair of surrogates.
  private mutating func scalar() -> Unicode.Scalar {
    guard let first = unit() else { return "\u{fffd}" }
    if (0xd800..<0xdc00).contains(first), bytes[index...].starts(with: "\\u".utf8) {
      index += 2
      guard let second = unit(), (0xdc00..<0xe000).contains(second) else { return "\u{fffd}" }
      return Unicode.Scalar(0x10000 + (first - 0xd800) << 10 + (second - 0xdc00)) ?? "\u{fffd}"
    }
    return Unicode.Scalar(first) ?? "\u{fffd}"
  }

  private mutating func unit() -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    defer { index += 4 }
    return UInt32(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
  }
}
