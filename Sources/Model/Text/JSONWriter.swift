/// Writes JSON (RFC 8259) in the order of the calls.
///
/// Control characters and line separators are escaped; everything else stays UTF-8.
package struct JSONWriter {
  /// Where lines break.
  package enum Layout {
    /// Before each field and item, indented by two spaces.
    case indented
    /// Only between the items of arrays, as large tables need it. A `<` is escaped, so that a page
    /// can contain the text.
    case dense
  }

  private let layout: Layout
  private var bytes: [UInt8] = []
  private var depth = 0
  private var needsComma = false
  private var isAfterKey = false
  private var breaksBetween = false

  /// A writer at the start.
  package init(_ layout: Layout = .indented) { self.layout = layout }

  /// The text so far, with a line end.
  package var text: String { String(decoding: bytes, as: UTF8.self) + "\n" }

  /// Writes an object; the function writes its fields.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    nest(UInt8(ascii: "{"), UInt8(ascii: "}"), breaksBetween: false, body)
  }

  /// Writes an array; the function writes each item.
  package mutating func array<Item>(
    _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void
  ) {
    nest(UInt8(ascii: "["), UInt8(ascii: "]"), breaksBetween: true) { writer in
      for item in items { body(&writer, item) }
    }
  }

  /// Writes an object's key; write its value next.
  package mutating func key(_ key: String) {
    start()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(UInt8(ascii: " ")) }
    isAfterKey = true
  }

  /// Writes a text.
  mutating func string(_ text: String) {
    start()
    quote(text)
    needsComma = true
  }

  /// Writes a number as it is given, or null for nil.
  package mutating func number(_ digits: String?) {
    start()
    bytes += Array((digits ?? "null").utf8)
    needsComma = true
  }

  private mutating func nest(
    _ open: UInt8, _ close: UInt8, breaksBetween: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    start()
    bytes.append(open)
    let before = bytes.count
    let outer = self.breaksBetween
    self.breaksBetween = breaksBetween
    depth += 1
    needsComma = false
    body(&self)
    depth -= 1
    self.breaksBetween = outer
    if bytes.count > before, layout == .indented { breakLine() }
    bytes.append(close)
    needsComma = true
  }

  private mutating func start() {
    if isAfterKey {
      isAfterKey = false
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    switch layout {
    case .indented: if depth > 0 { breakLine() }
    case .dense: if needsComma, breaksBetween { bytes.append(UInt8(ascii: "\n")) }
    }
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
        || $0 == UInt8(ascii: "<") && layout == .dense
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
      case "<" where layout == .indented: bytes.append(UInt8(ascii: "<"))
      case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}", "\u{2028}", "\u{2029}", "<":
        let digits = String(scalar.value, radix: 16)
        bytes += Array(("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}

extension JSONWriter {
  /// Writes a field.
  package mutating func field(_ name: String, _ value: some JSONValue) {
    key(name)
    value.write(to: &self)
  }

  /// Writes a field with an array.
  package mutating func field<Item>(
    _ name: String, _ items: some Sequence<Item>, _ body: (inout JSONWriter, Item) -> Void
  ) {
    key(name)
    array(items, body)
  }
}
