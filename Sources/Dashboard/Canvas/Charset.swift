import Text

/// The characters that a terminal or a file can have.
package enum Charset: Hashable, Sendable {
  /// All of Unicode.
  case unicode
  /// The 95 printable characters of ASCII; all others are replaced, column by column.
  case ascii
  /// ASCII and the letters and signs of Western Europe (ISO 8859-1).
  case latin1

  /// The characters of a codeset as `nl_langinfo(CODESET)` names it.
  package init(codeset: String) {
    let name = codeset.lowercased().filter { $0.isLetter || $0.isNumber }
    switch name {
    case "utf8": self = .unicode
    case "iso88591": self = .latin1
    default: self = .ascii
    }
  }

  /// A character as this set can show it, in the same number of columns.
  ///
  /// A wide character becomes its replacement and a space; a character without columns vanishes.
  package func text(for character: Character) -> String {
    guard self != .unicode, let first = character.unicodeScalars.first else {
      return String(character)
    }
    // No-break space and soft hyphen, at the edges of the range, are drawn as others are.
    if self == .latin1, (0xa1...0xff).contains(first.value), first.value != 0xad {
      return String(Character(first))
    }
    if first.isASCII {
      return first.value < 0x20 || first.value == 0x7f ? " " : String(Character(first))
    }
    let pieces = TextWidth.pieces(of: character)
    if pieces.count > 1 {
      return pieces.reduce(into: "") { $0 += text(for: Character(String($1))) }
    }
    switch character.columns {
    case 0: return ""
    case 2: return String(Character(Self.ascii(for: first))) + " "
    default: return String(Character(Self.ascii(for: first)))
    }
  }

  /// A text as this set can show it, in the same number of columns.
  package func text(for text: some StringProtocol) -> String {
    if self == .unicode || text.utf8.allSatisfy({ (0x20..<0x7f).contains($0) }) {
      return String(text)
    }
    return text.reduce(into: "") { $0 += self.text(for: $1) }
  }

  /// The ASCII character that replaces a scalar; a question mark if there is no similar one.
  package static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x20..<0x7f: return scalar
    case 0x2500...0x257f: return AsciiForms.line(scalar.value)
    case 0x2580...0x259f: return AsciiForms.block(scalar.value)
    case 0x2800...0x28ff: return AsciiForms.braille(scalar.value)
    // The letters of flags.
    case 0x1f1e6...0x1f1ff: return Unicode.Scalar(scalar.value - 0x1f1e6 + 0x41) ?? "?"
    // Full-width forms repeat ASCII in order.
    case 0xff01...0xff5e: return Unicode.Scalar(scalar.value - 0xff01 + 0x21) ?? "?"
    default: return AsciiForms.signs[scalar] ?? AsciiForms.letter(scalar) ?? "?"
    }
  }
}
