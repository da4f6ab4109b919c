extension GlyphSet {
  /// A horizontal rule.
  var rule: Unicode.Scalar { isASCII ? "-" : "─" }
  /// A faint horizontal line behind data.
  var grid: Unicode.Scalar { isASCII ? "." : "┈" }
  /// A faint vertical line behind data.
  var upright: Unicode.Scalar { isASCII ? ":" : "┊" }
  /// The line of the cursor.
  var cursor: Unicode.Scalar { isASCII ? "|" : "│" }
  /// The mark above a label of the horizontal axis.
  var tick: Unicode.Scalar { isASCII ? "'" : "╵" }
  /// A measured value that stands alone.
  var dot: Unicode.Scalar { isASCII ? "o" : "●" }
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

  /// The filling of a part or of a value that was not yet measured.
  func filling(_ index: Int) -> Unicode.Scalar {
    let signs: [Unicode.Scalar] = isASCII ? ["#", "=", "+", "-", "."] : ["█", "▒", "▓", "░"]
    return signs[index % signs.count]
  }

  /// The sign of a value.
  func sign(_ sign: ChartScene.Point.Sign) -> Unicode.Scalar {
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
    case .diamond: isASCII ? "+" : "◇"
    }
  }
}
