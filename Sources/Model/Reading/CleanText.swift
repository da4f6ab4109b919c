/// Text made safe to show: what a terminal would obey is replaced by what a reader can see.
///
/// Everything read passes through here once, so that drawing code can trust it.
public enum CleanText {
  /// Whether a scalar may reach a terminal as it is.
  ///
  /// Not allowed are C0 and C1 controls, bidirectional overrides and isolates,
  /// byte order marks, zero-width spaces, line separators and tags, which
  /// hide or reorder what stands there. Line ends are the caller's business.
  static func isSafe(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x20, 0x7f..<0xa0, 0xad, 0x200b, 0x200e...0x200f, 0x2028...0x202e, 0x2060...0x2069,
      0xfeff, 0xfff9...0xfffb, 0xfe00...0xfe0f, 0xe0000...0xe0fff:
      return false
    default: return true
    }
  }

  /// What is shown in place of an unsafe scalar; empty for those that show nothing.
  static func substitute(_ scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar)
    case 0x7f: "\u{2421}"
    case 0x80..<0xa0: "\u{fffd}"
    case 0x2028, 0x2029: " "
    default: nil
    }
  }

  /// The text with every unsafe scalar replaced; line ends and tabs become spaces.
  public static func line(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7f }) { return text }
    if text.unicodeScalars.allSatisfy({ isSafe($0.value) }) { return text }
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
