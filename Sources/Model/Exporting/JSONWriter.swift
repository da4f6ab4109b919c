/// Writes JSON (RFC 8259) in the order of the calls, indented by two spaces.
///
/// Control characters, line separators and anything that could end a script element in a page are
/// escaped; everything else stays UTF-8.
struct JSONWriter {
  private var bytes: [UInt8] = []
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false

  /// The text so far, with a line end.
  var text: String { String(decoding: bytes, as: UTF8.self) + "\n" }

  /// Writes an object; the function writes its fields.
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  /// Writes an array; the function writes each item.
  mutating func array<Item>(
    _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void
  ) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]")) { writer in
      for item in items { body(&writer, item) }
    }
  }

  /// Writes an object's key; write its value next.
  mutating func key(_ key: String) {
    start()
    quote(key)
    bytes += [UInt8(ascii: ":"), UInt8(ascii: " ")]
    isAfterKey = true
  }

  /// Writes a text.
  mutating func string(_ text: String) {
    start()
    quote(text)
    needsComma = true
  }

  /// Writes a number as it is given, or null for nil.
  mutating func number(_ digits: String?) {
    start()
    bytes += Array((digits ?? "null").utf8)
    needsComma = true
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void
  ) {
    start()
    bytes.append(open)
    let before = bytes.count
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    if bytes.count > before { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func start() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    needsComma = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: depth * 2)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    // Most texts contain nothing to escape; the scalars are inspected only if one may.
    let mayNeedEscapes = text.utf8.contains {
      $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == 0x7f || $0 == 0xc2
    }
    guard
      mayNeedEscapes
        || text.unicodeScalars.contains(where: { $0 == "\u{2028}" || $0 == "\u{2029}" })
    else {
      bytes += text.utf8
      return
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
      case "\n": bytes += Array("\\n".utf8)
      case "\t": bytes += Array("\\t".utf8)
      case "\r": bytes += Array("\\r".utf8)
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}

extension JSONWriter {
  /// Writes a field with a text.
  mutating func field(_ name: String, _ text: String) {
    key(name)
    string(text)
  }

  /// Writes a field with a text, or null.
  mutating func field(_ name: String, _ text: String?) {
    key(name)
    if let text { string(text) } else { number(nil) }
  }

  /// Writes a field with a whole number.
  mutating func field(_ name: String, _ value: Int) {
    key(name)
    number(String(value))
  }

  /// Writes a field with true or false.
  mutating func field(_ name: String, _ value: Bool) {
    key(name)
    number(value ? "true" : "false")
  }

  /// Writes a field with a list of texts.
  mutating func field(_ name: String, _ texts: [String]) {
    key(name)
    array(texts) { $0.string($1) }
  }

  /// Writes a field with an array.
  mutating func field<Item>(
    _ name: String, _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void
  ) {
    key(name)
    array(items, body)
  }
}
