import Text

/// A value of JSON as it was written; numbers are text, and `null` is empty.
package indirect enum JSONNode: Sendable {
  /// A text, number or boolean.
  case text(String)
  /// An array.
  case list([JSONNode])
  /// An object, with its names in order.
  case object([(name: String, value: JSONNode)])

  /// How deep a file may nest.
  private static let depthLimit = 32

  /// Reads a file; nil if it is not JSON, or nests too deep.
  ///
  /// JSON is read by the reader of YAML, of which it is a part, after its two escapes that YAML
  /// does not have are undone.
  package init?(_ bytes: [UInt8]) {
    guard let first = bytes.first(where: { !$0.isBlank }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    var log = DiagnosticLog()
    let plain = Self.withoutEscapes(bytes)
    let node = YAMLNode.parse(
      plain[...], file: "", firstLine: 1, depthLimit: Self.depthLimit, log: &log)
    guard log.errorCount == 0 else { return nil }
    self.init(node)
  }

  private init(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let text): self = .text(text == "null" ? "" : text)
    case .sequence(let items): self = .list(items.map(JSONNode.init))
    case .mapping(let pairs): self = .object(pairs.map { ($0.key, JSONNode($0.value)) })
    }
  }

  /// The bytes with `\/` and pairs of surrogates written out.
  private static func withoutEscapes(_ bytes: [UInt8]) -> [UInt8] {
    let backslash = UInt8(ascii: "\\")
    guard bytes.contains(backslash) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      guard bytes[index] == backslash, index + 1 < bytes.count else {
        result.append(bytes[index])
        index += 1
        continue
      }
      if bytes[index + 1] == UInt8(ascii: "/") {
        result.append(UInt8(ascii: "/"))
        index += 2
      } else if let high = unit(bytes, index), let low = unit(bytes, index + 6),
        (0xd800...0xdbff).contains(high), (0xdc00...0xdfff).contains(low)
      {
        let scalar = 0x10000 + (UInt32(high) - 0xd800) << 10 + (UInt32(low) - 0xdc00)
        result += Array(String(Unicode.Scalar(scalar) ?? "\u{fffd}").utf8)
        index += 12
      } else {
        result += bytes[index..<index + 2]
        index += 2
      }
    }
    return result
  }

  /// The number of an escape `\u1234` at a place; nil if there is none.
  private static func unit(_ bytes: [UInt8], _ index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { return nil }
    return UInt16(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
  }

  /// The value of an object's name; nil if it has none or is no object.
  package subscript(_ name: String) -> JSONNode? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.name == name }?.value
  }

  /// The text of a text or number; nil for anything else and for an empty one.
  package var text: String? {
    guard case .text(let text) = self, !text.isEmpty else { return nil }
    return text
  }

  /// The items of an array; empty for anything else.
  package var items: [JSONNode] {
    if case .list(let items) = self { items } else { [] }
  }

  /// The fields of an object; empty for anything else.
  package var fields: [(name: String, value: JSONNode)] {
    if case .object(let fields) = self { fields } else { [] }
  }
}
