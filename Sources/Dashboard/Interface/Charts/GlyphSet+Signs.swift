extension GlyphSet {
  /// A horizontal rule.
  var rule: Unicode.Scalar { isASCII ? "-" : "─" }
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
  var dot: Unicode.Scalar { isASCII ? "@" : "●" }
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
    case .diamond: isASCII ? "&" : "◇"
    }
  }
}
