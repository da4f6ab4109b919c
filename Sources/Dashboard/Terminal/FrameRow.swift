import Interface

/// A row of a picture as it is to be shown.
struct FrameRow {
  typealias Spot = TerminalPicture.Spot

  /// Its place, from 0.
  let y: Int
  /// Its cells, from index 0.
  let spots: [Spot]

  /// The columns of the cells that differ from what is shown.
  let changed: [Int]

  // The bits of the layers that each of these cells may be in, and those of all of them.
  private var layers: [UInt32]
  private var allLayers: UInt32 = 0

  /// A row of a picture, where another one is shown; nil where they do not differ.
  init?(_ picture: TerminalPicture, _ y: Int, over shown: TerminalPicture) {
    let (old, new) = (shown.row(y), picture.row(y))
    guard old != new else { return nil }
    self.y = y
    spots = Array(new)
    var changed: [Int] = []
    for (x, (old, new)) in zip(old, new).enumerated() where old != new { changed.append(x) }
    self.changed = changed
    layers = Array(repeating: 0, count: changed.count)
  }

  /// Takes down which of some layers each cell may be in: the first has the lowest bit.
  mutating func divide(into candidates: [FrameLayer]) {
    for (place, x) in changed.enumerated() {
      for (bit, layer) in candidates.enumerated() where layer.contains(spots[x], x) {
        layers[place] |= 1 << UInt32(bit)
      }
      allLayers |= layers[place]
    }
  }

  /// The columns that differ from those of another picture, as ranges of whole characters.
  ///
  /// - Parameters:
  ///   - layer: The bit of the layer whose cells are meant; 0 for those of none.
  ///   - others: The bits of the layers that come before it, or of all of them.
  ///   - gap: The most blanks that stand unchanged between changed blanks of the same look and are
  ///     taken along, since a run of them is sent as one.
  func differences(in layer: UInt32, without others: UInt32, gap: Int) -> [Range<Int>] {
    if layer != 0, allLayers & layer == 0 { return [] }
    var ranges: [Range<Int>] = []
    for (place, x) in changed.enumerated() {
      let bits = layers[place]
      if bits & others != 0 || layer != 0 && bits & layer == 0 { continue }
      let start = spots[x].glyph == Spot.continuation ? max(0, x - 1) : x
      let end = x + columns(at: x)
      if let last = ranges.last, start - last.upperBound <= gap,
        last.upperBound >= start || isRun((last.upperBound - 1)...start)
      {
        ranges[ranges.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        ranges.append(start..<end)
      }
    }
    return ranges
  }

  /// Whether columns hold nothing but blanks of the same look.
  private func isRun(_ columns: ClosedRange<Int>) -> Bool {
    let first = spots[columns.lowerBound]
    return first.isBlank && spots[columns].allSatisfy { $0 == first }
  }

  /// Whether a character begins in a column.
  func isStart(_ x: Int) -> Bool { spots[x].glyph != Spot.continuation }

  /// The columns of the character in a column: 1 or 2.
  func columns(at x: Int) -> Int {
    x + 1 < spots.count && spots[x + 1].glyph == Spot.continuation ? 2 : 1
  }

  /// Where the characters end that are the same as the one in a column, at most at a limit.
  func endOfRun(_ start: Int, _ limit: Int) -> Int {
    let columns = columns(at: start)
    var end = start + columns
    while columns == 1, end < limit, spots[end] == spots[start], self.columns(at: end) == 1 {
      end += 1
    }
    return end
  }

  /// The pen to write a cell with after another pen: that one where it looks the same.
  ///
  /// Blanks look alike with many pens; the best is then the one that the next character before a
  /// limit needs.
  func pen(at x: Int, before limit: Int, after pen: Pen?) -> Pen {
    let spot = spots[x]
    guard spot.isBlank else { return spot.pen }
    if let pen, pen.onBlank == spot.pen { return pen }
    let next = spots[x..<limit].first { !$0.isBlank }?.pen
    if let next, next.onBlank == spot.pen { return next }
    guard var kept = pen, spot.pen.attributes.isEmpty else { return spot.pen }
    kept.attributes.subtract(.shownOnBlanks)
    kept.ground = spot.pen.ground
    return kept
  }
}
