/// Lines, blocks and dots of a run of cells as the paths of a picture.
struct SVGShapes {
  /// Filled shapes.
  private var fills = ""
  /// Filled shapes by their opacity: the shades.
  private var shades: [(opacity: String, path: String)] = []
  /// Lines.
  private var lines = ""
  private var dashes = ""

  /// Whether a character is drawn as a shape.
  static func isShape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2580...0x259f, 0x2801...0x28ff, 0x1fb00...0x1fb3b: true
    default: box[scalar] != nil
    }
  }

  /// Adds a character in a cell; false if it must be written as text.
  mutating func add(_ scalar: Unicode.Scalar, _ x: Int, _ y: Int) -> Bool {
    let left = Double(x) * SVGCell.width
    let top = Double(y) * SVGCell.height
    switch scalar.value {
    case 0x2801...0x28ff:
      addDots(scalar.value - 0x2800, left, top)
    case 0x2580...0x259f:
      addBlock(scalar.value, left, top)
    case 0x1fb00...0x1fb3b:
      var pattern = scalar.value - 0x1fb00 + 1
      if pattern >= 21 { pattern += 1 }
      if pattern >= 42 { pattern += 1 }
      for bit in 0..<6 where pattern & (1 << bit) != 0 {
        addCells(left, top, bit % 2, bit / 2, across: 2, down: 3)
      }
    default:
      guard let arms = Self.box[scalar] else { return false }
      addLine(arms, left, top)
    }
    return true
  }

  private mutating func addDots(_ pattern: UInt32, _ left: Double, _ top: Double) {
    // Places of the dots 1 to 8: the last row was added later.
    let places = [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (0, 3), (1, 3)]
    for (bit, place) in places.enumerated() where pattern & (1 << bit) != 0 {
      let x = left + (Double(place.0) + 0.5) * SVGCell.width / 2 - 1.6
      let y = top + (Double(place.1) + 0.5) * SVGCell.height / 4 - 1.6
      fills += Self.rectangle(x, y, 3.2, 3.2)
    }
  }

  private mutating func addCells(
    _ left: Double, _ top: Double, _ column: Int, _ row: Int, across: Int, down: Int
  ) {
    let (width, height) = (SVGCell.width / Double(across), SVGCell.height / Double(down))
    fills += Self.rectangle(
      left + Double(column) * width, top + Double(row) * height, width, height)
  }

  private mutating func addBlock(_ value: UInt32, _ left: Double, _ top: Double) {
    let (width, height) = (SVGCell.width, SVGCell.height)
    switch value {
    case 0x2580: fills += Self.rectangle(left, top, width, height / 2)
    case 0x2581...0x2588:
      let part = Double(value - 0x2580) / 8 * height
      fills += Self.rectangle(left, top + height - part, width, part)
    case 0x2589...0x258f:
      fills += Self.rectangle(left, top, Double(0x2590 - value) / 8 * width, height)
    case 0x2590: fills += Self.rectangle(left + width / 2, top, width / 2, height)
    case 0x2591...0x2593:
      let opacity = ["0.25", "0.5", "0.75"][Int(value - 0x2591)]
      let path = Self.rectangle(left, top, width, height)
      if let index = shades.firstIndex(where: { $0.opacity == opacity }) {
        shades[index].path += path
      } else {
        shades.append((opacity, path))
      }
    case 0x2594: fills += Self.rectangle(left, top, width, height / 8)
    case 0x2595: fills += Self.rectangle(left + width * 7 / 8, top, width / 8, height)
    default:
      // The quarters set in U+2596 to U+259F: upper left 1, upper right 2, lower left 4, lower
      // right 8.
      let pattern = [4, 8, 1, 13, 9, 7, 11, 2, 6, 14][Int(value - 0x2596)]
      for bit in 0..<4 where pattern & (1 << bit) != 0 {
        addCells(left, top, bit % 2, bit / 2, across: 2, down: 2)
      }
    }
  }

  private mutating func addLine(_ arms: Arms, _ left: Double, _ top: Double) {
    let (middle, center) = (left + SVGCell.width / 2, top + SVGCell.height / 2)
    let right = left + SVGCell.width
    let bottom = top + SVGCell.height
    var path = ""
    func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
      path += "M\(SVGCell.number(x1)) \(SVGCell.number(y1))"
      path += "L\(SVGCell.number(x2)) \(SVGCell.number(y2))"
    }
    if arms.contains(.left) || arms.contains(.right) {
      line(
        arms.contains(.left) ? left : middle, center, arms.contains(.right) ? right : middle,
        center)
    }
    if arms.contains(.up) || arms.contains(.down) {
      line(
        middle, arms.contains(.up) ? top : center, middle, arms.contains(.down) ? bottom : center)
    }
    if arms.contains(.dashed) { dashes += path } else { lines += path }
  }

  private static func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double
  ) -> String {
    "M\(SVGCell.number(x)) \(SVGCell.number(y))h\(SVGCell.number(width))v\(SVGCell.number(height))"
      + "h\(SVGCell.number(-width))z"
  }

  /// The paths in a colour.
  func paths(_ colour: String, _ opacity: String) -> String {
    var svg = ""
    if !fills.isEmpty { svg += "<path fill=\"\(colour)\"\(opacity) d=\"\(fills)\"/>\n" }
    for shade in shades {
      svg += "<path fill=\"\(colour)\" fill-opacity=\"\(shade.opacity)\" d=\"\(shade.path)\"/>\n"
    }
    if !lines.isEmpty {
      svg +=
        "<path stroke=\"\(colour)\" fill=\"none\" stroke-width=\"1.2\"\(opacity) d=\"\(lines)\"/>\n"
    }
    if !dashes.isEmpty {
      svg +=
        "<path stroke=\"\(colour)\" fill=\"none\" stroke-width=\"1\" stroke-dasharray=\"2 3\""
        + "\(opacity) d=\"\(dashes)\"/>\n"
    }
    return svg
  }

  /// The directions that a line leaves a cell's middle in.
  private struct Arms: OptionSet {
    var rawValue: UInt8
    static let up = Arms(rawValue: 1)
    static let right = Arms(rawValue: 2)
    static let down = Arms(rawValue: 4)
    static let left = Arms(rawValue: 8)
    static let dashed = Arms(rawValue: 16)
  }

  private static let box: [Unicode.Scalar: Arms] = [
    "─": [.left, .right], "│": [.up, .down], "┌": [.down, .right], "┐": [.down, .left],
    "└": [.up, .right], "┘": [.up, .left], "├": [.up, .down, .right], "┤": [.up, .down, .left],
    "┬": [.left, .right, .down], "┴": [.left, .right, .up], "┼": [.left, .right, .up, .down],
    "╭": [.down, .right], "╮": [.down, .left], "╰": [.up, .right], "╯": [.up, .left],
    "╵": [.up], "╷": [.down], "╴": [.left], "╶": [.right], "┈": [.left, .right, .dashed],
    "╌": [.left, .right, .dashed], "┄": [.left, .right, .dashed], "┊": [.up, .down, .dashed],
    "┆": [.up, .down, .dashed], "╎": [.up, .down, .dashed],
  ]
}
