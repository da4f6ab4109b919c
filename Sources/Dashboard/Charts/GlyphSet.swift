/// The characters used to draw dots: how many dots a cell has, and their patterns.
///
/// A cell's dots are one pattern of at most eight bits in reading order, so
/// that every set is one table and drawing knows no difference between them.
package enum GlyphSet: String, CaseIterable, Sendable {
  /// Three dots, one above another, in printable ASCII.
  case ascii
  /// Two halves above each other.
  case half
  /// Four quarters.
  case quadrant
  /// Six sixths, from Unicode 13.
  case sextant
  /// Eight Braille dots.
  case braille
  /// Eight eighths without gaps, from Unicode 16.
  case octant

  /// The dots side by side in a cell.
  package var across: Int { self == .ascii || self == .half ? 1 : 2 }

  /// The dots above each other in a cell.
  package var down: Int {
    switch self {
    case .half, .quadrant: 2
    case .ascii, .sextant: 3
    case .braille, .octant: 4
    }
  }

  /// The character of a pattern; bit `y * across + x` is the dot in column x and row y.
  package func scalar(_ pattern: UInt8) -> Unicode.Scalar {
    table[Int(pattern) & (1 << (across * down) - 1)]
  }

  /// The characters of all patterns.
  package var table: [Unicode.Scalar] {
    switch self {
    case .ascii: Self.asciiTable
    case .half: Self.halfTable
    case .quadrant: Self.quadrantTable
    case .sextant: Self.sextantTable
    case .braille: Self.brailleTable
    case .octant: Self.octantTable
    }
  }

  /// Whether only printable ASCII may be drawn.
  package var isASCII: Bool { self == .ascii }

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

  // The bits of the last row are separate because eight-dot Braille came later.
  private static let brailleTable: [Unicode.Scalar] = {
    let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
    return (0..<256).map { pattern in
      var value: UInt32 = 0x2800
      for (bit, mask) in bits.enumerated() where pattern & (1 << bit) != 0 { value |= mask }
      return pattern == 0 ? " " : Unicode.Scalar(value) ?? " "
    }
  }()

  /// The bits of a cell's dots in reading order.
  static func bits(_ across: Int, _ down: Int) -> [UInt8] {
    (0..<(across * down)).map { 1 << UInt8($0) }
  }

  // Octants are in the order of their patterns, without those that older characters have.
  private static let octantTable: [Unicode.Scalar] = {
    var table: [Unicode.Scalar?] = Array(repeating: nil, count: 256)
    for (pattern, scalar) in quadrantTable.enumerated() {
      let upper = UInt8(pattern & 3) * 5
      let lower = UInt8(pattern >> 2) * 5
      table[Int(upper | lower << 4)] = scalar
    }
    let older: [(Int, UInt32)] = [
      (0x01, 0x1cea8), (0x02, 0x1ceab), (0x40, 0x1cea3), (0x80, 0x1cea0), (0x03, 0x1fb82),
      (0x3f, 0x1fb85), (0xc0, 0x2582), (0xfc, 0x2586), (0x14, 0x1fbe6), (0x28, 0x1fbe7),
    ]
    for (pattern, value) in older { table[pattern] = Unicode.Scalar(value) }
    var next: UInt32 = 0x1cd00
    return table.map { scalar in
      if let scalar { return scalar }
      defer { next += 1 }
      return Unicode.Scalar(next) ?? " "
    }
  }()
}

extension GlyphSet {
  /// A horizontal rule.
  package var rule: Unicode.Scalar { isASCII ? "-" : "─" }
  // In ASCII the lines behind curves use no character that a curve is drawn with: without
  // colour they would read as data.
  /// The line of zero, behind curves or below columns.
  func zero(_ isHorizontal: Bool, hasCurves: Bool) -> Unicode.Scalar {
    if !isHorizontal { return isASCII ? "|" : "│" }
    return isASCII && hasCurves ? "=" : rule
  }
  /// A faint line behind data.
  func grid(_ isHorizontal: Bool) -> Unicode.Scalar {
    isASCII ? isHorizontal ? "+" : ":" : "┈"
  }
  /// The columns from one cell of a faint horizontal line to the next.
  var gridPitch: Int { isASCII ? 5 : 1 }
  /// A faint vertical line behind data.
  var upright: Unicode.Scalar { isASCII ? "!" : "┊" }
  /// The line of the cursor.
  var cursor: Unicode.Scalar { isASCII ? "I" : "│" }
  /// The mark above a label of the horizontal axis.
  var tick: Unicode.Scalar { isASCII ? "'" : "╵" }
  /// An isolated measured value.
  package var dot: Unicode.Scalar { isASCII ? "@" : "●" }
  /// A value that was not yet measured.
  var hollowDot: Unicode.Scalar { isASCII ? "o" : "○" }
  /// A value of the report on another source's line.
  var overlayDot: Unicode.Scalar { isASCII ? "*" : "◆" }

  /// A bar's end of 1 to 8 eighths of a cell, filled from the left.
  func fromLeft(_ eighths: Int) -> Unicode.Scalar {
    let count = min(max(eighths, 1), 8)
    if isASCII { return "#" }
    return Unicode.Scalar(UInt32(0x2590 - count)) ?? "█"
  }

  /// A column's end of 1 to 8 eighths of a cell, filled from below.
  func fromBelow(_ eighths: Int) -> Unicode.Scalar {
    let count = min(max(eighths, 1), 8)
    if isASCII { return "#" }
    return Unicode.Scalar(UInt32(0x2580 + count)) ?? "█"
  }

  /// The filling of a part or of a value that was not yet measured; six that differ.
  func filling(_ index: Int) -> Unicode.Scalar {
    let signs: [Unicode.Scalar] =
      isASCII ? ["#", "=", "+", "-", ":", "x"] : ["█", "▒", "▓", "░", "▚", "═"]
    return signs[((index % signs.count) + signs.count) % signs.count]
  }

  /// Whether a filling is more than solid, so that only whole cells show it.
  static func isHatched(_ filling: Int) -> Bool { !filling.isMultiple(of: 6) }

  /// The sign of a value.
  func sign(_ sign: ChartScene.DataPoint.Sign) -> Unicode.Scalar {
    switch sign {
    case .measured: dot
    case .forward: hollowDot
    case .estimated: isASCII ? "~" : "◇"
    case .report: overlayDot
    case .square: isASCII ? "#" : "■"
    case .hollowSquare: isASCII ? "%" : "□"
    case .triangle: isASCII ? "^" : "▲"
    case .hollowTriangle: isASCII ? "v" : "△"
    case .cross: isASCII ? "x" : "×"
    case .diamond: isASCII ? "&" : "◇"
    }
  }
}
