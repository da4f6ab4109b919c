/// Splits text into words as a search compares them: lower case, accents folded.
///
/// A word is a run of letters and digits; everything else separates words, so `U.S.-Mexico` is
/// three words and `1.7` is two. The sign `%` is the word `percent`.
package struct Words {
  /// Calls a function with each word's folded bytes and its range of UTF-8 offsets in the text.
  ///
  /// The array is reused; it is valid during the call only.
  package static func forEach(in text: String, _ body: ([UInt8], Range<Int>) -> Void) {
    var text = text
    text.withUTF8 { bytes in
      var word: [UInt8] = []
      var start = 0
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if let folded = fold(byte) {
            if word.isEmpty { start = index }
            word.append(folded)
          } else {
            if !word.isEmpty {
              body(word, start..<index)
              word.removeAll(keepingCapacity: true)
            }
            if byte == UInt8(ascii: "%") { body(percent, index..<index + 1) }
          }
          index += 1
          continue
        }
        let (scalar, length) = decode(bytes, at: index)
        switch role(of: scalar) {
        case .letter:
          if word.isEmpty { start = index }
          var folded = String.UnicodeScalarView()
          Folding.fold(Character(scalar), into: &folded)
          word.append(contentsOf: String(folded).utf8)
        case .mark: break
        case .other:
          if !word.isEmpty {
            body(word, start..<index)
            word.removeAll(keepingCapacity: true)
          }
        }
        index += length
      }
      if !word.isEmpty { body(word, start..<bytes.count) }
    }
  }

  /// The words of a text, folded.
  package static func split(_ text: String) -> [[UInt8]] {
    var result: [[UInt8]] = []
    forEach(in: text) { word, _ in result.append(word) }
    return result
  }

  private static let percent = Array("percent".utf8)

  private static func fold(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte + 32
    default: nil
    }
  }

  private enum Role {
    case letter, mark, other
  }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      .letter
    case .nonspacingMark, .spacingMark, .enclosingMark: .mark
    default: .other
    }
  }

  /// The scalar at an offset of valid UTF-8, with its length in bytes.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (Unicode.Scalar, Int) {
    let lead = UInt32(bytes[index])
    let length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    guard index + length <= bytes.count else { return ("\u{fffd}", bytes.count - index) }
    var value = lead & (length == 4 ? 0x07 : length == 3 ? 0x0f : 0x1f)
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3f) }
    return (Unicode.Scalar(value) ?? "\u{fffd}", length)
  }
}
