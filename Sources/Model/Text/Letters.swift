/// The letters and signs of a text, without its line breaks and spacing.
package enum Letters {
  /// The letters of a text.
  package static func of(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    append(Array(text.utf8)[...], to: &result)
    return result
  }

  /// Appends the letters of UTF-8 bytes, valid or not.
  ///
  /// Leaves out C0 controls, white space, hyphens of every kind, soft hyphens, no-break and
  /// zero-width spaces; curly quotes become plain ones.
  package static func append(_ bytes: ArraySlice<UInt8>, to letters: inout [UInt8]) {
    var index = bytes.startIndex
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.endIndex ? bytes[index + offset] : 0
    }
    while index < bytes.endIndex {
      let first = byte(0)
      switch (first, byte(1), byte(2)) {
      case (0...0x20, _, _), (0x7f, _, _), (UInt8(ascii: "-"), _, _): index += 1
      case (0xc2, 0xa0, _), (0xc2, 0xad, _): index += 2
      // U+2000…U+2015 are spaces, zero-width signs, hyphens and dashes; U+2028 … U+202F line ends.
      case (0xe2, 0x80, 0x80...0x95), (0xe2, 0x80, 0xa8...0xaf), (0xe2, 0x88, 0x92),
        (0xef, 0xbb, 0xbf):
        index += 3
      case (0xe2, 0x80, 0x98...0x9b):
        letters.append(UInt8(ascii: "'"))
        index += 3
      case (0xe2, 0x80, 0x9c...0x9f):
        letters.append(UInt8(ascii: "\""))
        index += 3
      default:
        letters.append(first)
        index += 1
      }
    }
  }
}
