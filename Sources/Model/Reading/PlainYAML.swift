/// Reads front matter of the plainest kind, in which thousands of files are written, without libyaml.
///
/// Each line is `key: value` from the first column on, and a value is words on that line, a text in
/// double quotes, or a list of words in brackets. Whatever else YAML allows is left to libyaml: the
/// result is what it would give, or there is none.
struct PlainYAML {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0

  /// The pairs of a front matter; nil where it is not of this kind.
  static func pairs(_ bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) -> [YAMLNode.Pair]? {
    var reader = PlainYAML(bytes: bytes)
    var pairs: [YAMLNode.Pair] = []
    pairs.reserveCapacity(16)
    var line = firstLine
    while reader.position < bytes.count {
      guard let pair = reader.pair(line) else { return nil }
      pairs.append(pair)
      line += 1
    }
    return pairs.isEmpty ? nil : pairs
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The byte at the position; 0 behind the end.
  private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Whether a byte that is no printable ASCII begins nothing that libyaml may refuse or take for a
  /// line end, as C2 85 and E2 80 A8.
  private var isPlain: Bool {
    switch byte {
    case 0..<0x80, 0xc2, 0xed, 0xef, 0xf4...0xff: false
    case 0xe2: !isLineEnd
    default: true
    }
  }

  /// Whether a line or paragraph separator stands at the position.
  private var isLineEnd: Bool {
    guard position + 2 < bytes.count else { return true }
    return bytes[position + 1] == 0x80 && bytes[position + 2] & 0xfe == 0xa8
  }

  private func text(_ range: Range<Int>) -> String {
    CleanText.line(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Reads a line with its line feed.
  private mutating func pair(_ line: Int) -> YAMLNode.Pair? {
    let start = position
    guard byte.isSmallLetter else { return nil }
    while byte.isSmallLetter || byte == UInt8(ascii: "-") { position += 1 }
    let key = start..<position
    guard key.count < 100, byte == UInt8(ascii: ":") else { return nil }
    position += 1
    guard byte == 0x20 else { return nil }
    position += 1
    let column = position - start + 1
    let content: YAMLNode.Content?
    switch byte {
    case UInt8(ascii: "\""): content = quoted()
    case UInt8(ascii: "["): content = list(line, start)
    default: content = words()
    }
    guard let content, byte == 0x0a else { return nil }
    position += 1
    return YAMLNode.Pair(
      key: String(decoding: bytes[key], as: UTF8.self), line: line, column: 1,
      value: YAMLNode(content: content, line: line, column: column))
  }

  /// A value that is not quoted: no sign at its start, and none inside that ends or splits it.
  private mutating func words() -> YAMLNode.Content? {
    guard byte.isLetter || byte.isDigit else { return nil }
    let start = position
    var last: UInt8 = 0
    while byte != 0x0a {
      switch byte {
      case 0..<0x20, 0x7f...0xff: if !isPlain { return nil }
      case 0x20: if last == UInt8(ascii: ":") { return nil }
      case UInt8(ascii: "#"): if last == 0x20 { return nil }
      default: break
      }
      last = byte
      position += 1
    }
    guard last != 0x20, last != UInt8(ascii: ":") else { return nil }
    return .scalar(text(start..<position))
  }

  /// A text in double quotes on one line, in which only quotes and backslashes are escaped.
  private mutating func quoted() -> YAMLNode.Content? {
    position += 1
    let start = position
    var escapes = 0
    while byte != UInt8(ascii: "\"") {
      switch byte {
      case 0..<0x20, 0x7f...0xff: if !isPlain { return nil }
      case UInt8(ascii: "\\"):
        position += 1
        guard byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { return nil }
        escapes += 1
      default: break
      }
      position += 1
    }
    let range = start..<position
    position += 1
    if escapes == 0 { return .scalar(text(range)) }
    var plain: [UInt8] = []
    plain.reserveCapacity(range.count)
    var isEscaped = false
    for byte in bytes[range] {
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      if !isEscaped { plain.append(byte) }
    }
    return .scalar(CleanText.line(String(decoding: plain, as: UTF8.self)))
  }

  /// A list of words in brackets, separated by a comma and a space.
  private mutating func list(_ line: Int, _ lineStart: Int) -> YAMLNode.Content? {
    position += 1
    var items: [YAMLNode] = []
    if byte == UInt8(ascii: "]") {
      position += 1
      return .sequence(items)
    }
    while true {
      let start = position
      guard byte.isLetter || byte.isDigit else { return nil }
      while byte.isInWord {
        let isColon = byte == UInt8(ascii: ":")
        position += 1
        // Behind a colon a flow may end or a value begin.
        if isColon, !byte.isLetter, !byte.isDigit { return nil }
      }
      items.append(
        YAMLNode(
          content: .scalar(String(decoding: bytes[start..<position], as: UTF8.self)), line: line,
          column: start - lineStart + 1))
      if byte == UInt8(ascii: "]") {
        position += 1
        return .sequence(items)
      }
      guard byte == UInt8(ascii: ",") else { return nil }
      position += 1
      guard byte == 0x20 else { return nil }
      position += 1
    }
  }
}

extension UInt8 {
  fileprivate var isSmallLetter: Bool { self >= 0x61 && self <= 0x7a }
  fileprivate var isLetter: Bool { (self | 0x20).isSmallLetter }

  /// Whether the byte may stand in a word of a list.
  fileprivate var isInWord: Bool {
    isLetter || isDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
      || self == UInt8(ascii: ".") || self == UInt8(ascii: ":") || self == UInt8(ascii: "#")
  }
}
