/// Text made safe to show: terminal controls are replaced by visible characters.
///
/// All input passes through here once, so that drawing code can trust it.
package enum CleanText {
  /// Whether a scalar may reach a terminal as it is.
  ///
  /// Not allowed are C0 and C1 controls, bidirectional marks, overrides and isolates, byte order
  /// marks, zero-width spaces, line separators, variation selectors and tags, which hide or reorder
  /// text. The caller handles line ends.
  package static func isSafe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7f..<0xa0, 0xad, 0x61c, 0x180e, 0x200b, 0x200e...0x200f, 0x2028...0x202e,
      0x2060...0x206f, 0xfe00...0xfe0f, 0xfeff, 0xfff0...0xfffb, 0xe0000...0xe0fff:
      return false
    default: return true
    }
  }

  /// What replaces an unsafe scalar; empty for those that show nothing.
  package static func substitute(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar)
    case 0x7f: "\u{2421}"
    case 0x80..<0xa0: "\u{fffd}"
    case 0x2028, 0x2029: " "
    default: nil
    }
  }

  /// Whether no byte can be part of an unsafe scalar, as a quick check shows.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isPlain) ?? false
  }

  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in bytes {
      if byte >= 0x20, byte < 0x7f { continue }
      switch byte {
      case 0..<0x20, 0x7f, 0xc2, 0xd8, 0xe1, 0xef, 0xf3...0xff: return false
      // Dashes and quotation marks are E2 80 90 to E2 80 A7; the rest of E2 80 is examined.
      case 0x80...0x8f, 0xa8...0xbf: if last == 0x80 || last == 0x81 { return false }
      default: break
      }
      last = byte
    }
    return true
  }

  /// The text with every unsafe scalar replaced; line ends and tabs become spaces.
  package static func line(_ text: String) -> String {
    if isPlain(text) || text.unicodeScalars.allSatisfy({ isSafe($0.value) }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" || scalar == "\r" {
        result.append(" ")
      } else if isSafe(scalar.value) {
        result.append(scalar)
      } else if let shown = substitute(scalar.value) {
        result.append(shown)
      }
    }
    return String(result)
  }
}
