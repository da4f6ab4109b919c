/// The characters that dots are drawn with: how many stand in a cell, and which.
///
/// A cell's dots are one pattern of at most eight bits in reading order, so
/// that every set is one table and drawing knows no difference between them.
public enum GlyphSet: String, CaseIterable, Sendable {
  /// Three dots above each other in printable ASCII.
  case ascii
  /// Two halves above each other.
  case half
  /// Four quarters.
  case quadrant
  /// Six sixths, from Unicode 13.
  case sextant
  /// Eight Braille dots.
  case braille

  /// The dots side by side in a cell.
  public var across: Int { self == .ascii || self == .half ? 1 : 2 }

  /// The dots above each other in a cell.
  public var down: Int {
    switch self {
    case .half, .quadrant: 2
    case .ascii, .sextant: 3
    case .braille: 4
    }
  }

  /// The character of a pattern; bit `y * across + x` is the dot in column x and row y.
  public func scalar(_ pattern: UInt8) -> Unicode.Scalar {
    let index = Int(pattern) & (1 << (across * down) - 1)
    switch self {
    case .ascii: return Self.asciiTable[index]
    case .half: return Self.halfTable[index]
    case .quadrant: return Self.quadrantTable[index]
    case .sextant: return Self.sextantTable[index]
    case .braille: return Self.brailleTable[index]
    }
  }

  /// Whether only printable ASCII may be drawn.
  public var isASCII: Bool { self == .ascii }

  private static let asciiTable: [Unicode.Scalar] = [" ", "'", "-", "|", ".", ":", "|", "|"]
  private static let halfTable: [Unicode.Scalar] = [" ", "▀", "▄", "█"]
  private static let quadrantTable: [Unicode.Scalar] = [
    " ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█",
  ]

  // The block of sextants leaves out the four patterns that older characters have.
  private static let sextantTable: [Unicode.Scalar] = (0..<64).map { pattern in
    switch pattern {
    case 0: return " "
    case 21: return "▌"
    case 42: return "▐"
    case 63: return "█"
    default:
      let skipped = 1 + (pattern > 21 ? 1 : 0) + (pattern > 42 ? 1 : 0)
      return Unicode.Scalar(0x1fb00 + UInt32(pattern - skipped)) ?? " "
    }
  }

  // The last row's bits stand apart because eight-dot Braille came later.
  private static let brailleTable: [Unicode.Scalar] = {
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    return (0..<256).map { pattern in
      var value: UInt32 = 0x2800
      for (bit, mask) in bits.enumerated() where pattern & (1 << bit) != 0 { value |= mask }
      return pattern == 0 ? " " : Unicode.Scalar(value) ?? " "
    }
  }()
}
