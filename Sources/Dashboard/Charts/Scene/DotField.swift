import Canvas

/// The dots of a plot: each cell's pattern, and the series that the cell belongs to.
///
/// If several series meet in a cell, all of their dots are drawn, so that no line breaks off there.
/// The cell has one colour; where lines share their way its cells belong to them in turn.
package struct DotField: Sendable {
  /// The cells across.
  package let columns: Int
  /// The cells down.
  package let rows: Int
  /// Each cell's pattern, row by row.
  package private(set) var patterns: [UInt8]
  /// Each cell's series, row by row; -1 for none.
  package private(set) var owners: [Int16]

  private let across: Int
  private let down: Int
  /// How many lines share their common cells.
  private let turns: Int
  private let first: Int16?

  /// The dots of a plot.
  ///
  /// - Parameter first: The series that has all cells that it shares; nil if they are shared alike.
  package init(_ plot: ChartScene.Plot, _ glyphs: GlyphSet, first: Int? = nil) {
    columns = plot.area.width
    rows = plot.area.height
    across = glyphs.across
    down = glyphs.down
    patterns = Array(repeating: 0, count: columns * rows)
    owners = Array(repeating: -1, count: columns * rows)
    turns = plot.lines.count
    self.first = first.map { Int16(clamping: $0) }
    for area in plot.areas { fill(area) }
    var turn = 0
    for series in plot.order {
      for line in plot.lines where line.series == series {
        draw(line, turn: turn)
        turn += 1
      }
    }
  }

  /// Draws a line.
  ///
  /// - Parameter turn: How many lines have been drawn before it.
  private mutating func draw(_ line: ChartScene.Line, turn: Int) {
    let owner = Int16(clamping: line.series)
    let (turns, first) = (turns, first)
    var phase = 0
    var wasForward = false
    // A stroke that continues from the end of the last one does not count its first dot again.
    var end: (x: Int, y: Int)?
    let columns = columns
    let (width, height) = (columns * across, rows * down)
    // Each dot's cell and bit are looked up, because a division for every dot would take most of
    // the time.
    let acrossPlaces = Self.places(width, across)
    let downPlaces = Self.places(height, down)
    let bitsInRow = across
    let (solid, forward) = (line.stroke.cycle, Stroke.forward.cycle)
    patterns.withUnsafeMutableBufferPointer { patterns in
      owners.withUnsafeMutableBufferPointer { owners in
        func set(_ x: Int, _ y: Int) {
          guard x >= 0, y >= 0, x < width, y < height else { return }
          let (column, row) = (acrossPlaces[x], downPlaces[y])
          let cell = row.cell * columns + column.cell
          let isLeft =
            owners[cell] >= 0 && owners[cell] != owner
            && (owners[cell] == first || owner != first && column.cell % turns != turn)
          if !isLeft { owners[cell] = owner }
          patterns[cell] |= 1 &<< UInt8(truncatingIfNeeded: row.part * bitsInRow + column.part)
        }
        for stroke in line.strokes {
          let cycle = stroke.isForward ? forward : solid
          var (x, y) = (Int(stroke.x0), Int(stroke.y0))
          let (endX, endY) = (Int(stroke.x1), Int(stroke.y1))
          if stroke.marksEnds {
            set(x, y)
            set(endX, endY)
          }
          let (dx, dy) = (abs(endX - x), -abs(endY - y))
          let (stepX, stepY) = (x < endX ? 1 : -1, y < endY ? 1 : -1)
          var error = dx + dy
          var counts = end.map { $0.x != x || $0.y != y } ?? true
          if stroke.isForward, stroke.marksEnds || !wasForward {
            phase = counts ? 0 : 1
          } else if !stroke.isForward, wasForward {
            phase = 0
          }
          wasForward = stroke.isForward
          end = (endX, endY)
          while true {
            if counts {
              if cycle.isEmpty || cycle[phase] { set(x, y) }
              if !cycle.isEmpty { phase = phase + 1 == cycle.count ? 0 : phase + 1 }
            }
            counts = true
            if x == endX, y == endY { break }
            let twice = 2 * error
            if twice >= dy {
              error += dy
              x += stepX
            }
            if twice <= dx {
              error += dx
              y += stepY
            }
          }
        }
      }
    }
  }

  /// For each dot of a direction its cell and its place in the cell.
  private static func places(_ dots: Int, _ perCell: Int) -> [(cell: Int, part: Int)] {
    (0..<dots).map { ($0 / perCell, $0 % perCell) }
  }

  private mutating func fill(_ area: ChartScene.Area) {
    let owner = Int16(clamping: area.series)
    let bits = GlyphSet.bits(across, down)
    for (index, top) in area.tops.enumerated() where top >= 0 {
      let x = area.start + index
      let base = area.bases[index]
      let (from, to) = (Int(min(top, base)), Int(max(top, base)))
      for y in from...to {
        // The edge at the value is solid, and an empty dot separates it from the filling.
        let isEdge = y == Int(top)
        guard isEdge || (abs(y - Int(top)) > 1 && Hatching.isSet(area.filling, x, y)) else {
          continue
        }
        guard x >= 0, y >= 0, x < columns * across, y < rows * down else { continue }
        let cell = y / down * columns + x / across
        patterns[cell] |= bits[y % down * across + x % across]
        if isEdge || owners[cell] < 0 { owners[cell] = owner }
      }
    }
  }
}

/// The dots of fillings that distinguish areas without colour.
enum Hatching {
  /// Whether a dot of a series' filling is set: solid, checked, rows, columns, slanted, sparse.
  static func isSet(_ series: Int, _ x: Int, _ y: Int) -> Bool {
    switch series % 6 {
    case 0: true
    case 1: (x + y).isMultiple(of: 2)
    case 2: y.isMultiple(of: 2)
    case 3: x.isMultiple(of: 2)
    case 4: (x + y).isMultiple(of: 4)
    default: x.isMultiple(of: 3) && y.isMultiple(of: 3)
    }
  }
}
