import Canvas

/// The lines of frames that share their sides: one line between two panels.
struct FrameLines {
  /// Where the line of a cell leads, as `Glyphs.line` counts it; nothing for cells without a line.
  private var arms: [Point: UInt8] = [:]

  /// The lines of frames of at least two columns and rows.
  init(_ frames: [Rect]) {
    for frame in frames where frame.width >= 2 && frame.height >= 2 { add(frame) }
  }

  private mutating func add(_ frame: Rect) {
    let (right, bottom) = (frame.right - 1, frame.bottom - 1)
    for x in frame.x...right {
      let arms: UInt8 = (x > frame.x ? 8 : 0) + (x < right ? 2 : 0)
      for y in [frame.y, bottom] { self.arms[Point(x: x, y: y), default: 0] |= arms }
    }
    for y in frame.y...bottom {
      let arms: UInt8 = (y > frame.y ? 1 : 0) + (y < bottom ? 4 : 0)
      for x in [frame.x, right] { self.arms[Point(x: x, y: y), default: 0] |= arms }
    }
  }

  /// Draws the lines with their corners and crossings.
  func draw(on canvas: inout Canvas, _ glyphs: Glyphs) {
    for (point, arms) in arms {
      canvas.set(point.x, point.y, glyphs.line(arms), Style(.border, .dim))
    }
  }
}
