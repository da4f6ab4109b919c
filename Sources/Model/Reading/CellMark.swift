import Text

/// A note mark or flag at the end of a cell: `1/`, `[1]`, `¹`, `*`, `(r)`, `a`.
struct CellMark {
  /// The bytes before the mark, without blanks at their end.
  let rest: UnsafeBufferPointer<UInt8>
  /// The mark as written, without the blanks around it.
  let mark: String

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// Signs that refer to a note, wherever they follow something.
  private static let signs = [
    "*", "†", "‡", "§", "¶", "⁽", "⁾", "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "ᵃ", "ᵇ",
    "ᶜ", "ᵈ", "ᵉ", "ᵖ", "ʳ", "#",
  ].map { Array($0.utf8) }

  /// Splits a cell without surrounding blanks; nil if it has no mark or nothing before it.
  init?(_ cell: UnsafeBufferPointer<UInt8>) {
    var rest = cell[...]
    while Self.takeLast(&rest) { Self.dropBlanks(&rest) }
    guard !rest.isEmpty, rest.count < cell.count else { return nil }
    let tail = cell[rest.endIndex...]
    self.rest = UnsafeBufferPointer(rebasing: rest)
    mark = String(decoding: tail, as: UTF8.self).trimmed
  }

  /// Whether some bytes are nothing but marks, as they follow a number; their text if they are.
  static func mark(_ tail: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var rest = tail
    while !rest.isEmpty, takeLast(&rest) { dropBlanks(&rest) }
    guard rest.isEmpty else { return nil }
    return String(decoding: tail, as: UTF8.self).trimmed
  }

  private static func dropBlanks(_ rest: inout Bytes) {
    while let last = rest.last {
      if last.isBlank { rest.removeLast() } else if !drop("\u{a0}", &rest) { return }
    }
  }

  private static func drop(_ text: String, _ rest: inout Bytes) -> Bool {
    let bytes = Array(text.utf8)
    guard rest.count >= bytes.count, rest.suffix(bytes.count).elementsEqual(bytes) else {
      return false
    }
    rest.removeLast(bytes.count)
    return true
  }

  /// Takes the last mark; false if there is none.
  private static func takeLast(_ rest: inout Bytes) -> Bool {
    guard let last = rest.last else { return false }
    switch last {
    case UInt8(ascii: "]"): return takeBrackets("[", most: 14, &rest)
    case UInt8(ascii: ")"): return takeBrackets("(", most: 3, &rest)
    case UInt8(ascii: "/"): return takeSlash(&rest)
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return takeLetter(&rest)
    default:
      for sign in signs where last == sign.last && rest.suffix(sign.count).elementsEqual(sign) {
        rest.removeLast(sign.count)
        return true
      }
      return false
    }
  }

  /// `[1]`, `[note 1]`, `(1)`, `(a)`.
  private static func takeBrackets(
    _ opening: Unicode.Scalar, most: Int, _ rest: inout Bytes
  ) -> Bool {
    guard let start = rest.lastIndex(of: UInt8(ascii: opening)) else { return false }
    let inside = rest[rest.index(after: start)..<rest.index(before: rest.endIndex)]
    guard !inside.isEmpty, inside.count <= most else { return false }
    // Words in round brackets say what a number counts: 5 (kg).
    let isDigits = inside.allSatisfy(\.isDigit)
    guard opening == "[" || isDigits || inside.count == 1 else { return false }
    rest = rest[..<start]
    return true
  }

  /// `1/`, `a/`, with a blank before it or nothing.
  private static func takeSlash(_ rest: inout Bytes) -> Bool {
    let before = rest.dropLast()
    let digits = before.reversed().prefix { $0.isDigit }.count
    let length = digits > 0 ? digits : 1
    guard length <= 2, before.count >= length,
      digits > 0 || before.last.map({ (0x61...0x7a).contains($0 | 0x20) }) ?? false
    else { return false }
    let head = before.dropLast(length)
    guard head.last.map({ $0.isBlank || $0 == UInt8(ascii: ",") }) ?? true else { return false }
    rest = head
    if rest.last == UInt8(ascii: ",") { rest.removeLast() }
    return true
  }

  /// One letter after a blank.
  private static func takeLetter(_ rest: inout Bytes) -> Bool {
    let head = rest.dropLast()
    guard head.last.map(\.isBlank) ?? false else { return false }
    rest = head
    return true
  }
}
