/// The dashes of a line and the signs on it, which distinguish series without colour.
package struct Stroke: Hashable, Sendable {
  /// The lengths of dashes and gaps in dots, alternating; empty for a solid line.
  package var dashes: [Int]
  /// The sign on some of its values; nil if there is none.
  package var sign: ChartScene.DataPoint.Sign?

  /// A stroke of dashes and gaps.
  package init(_ dashes: [Int], sign: ChartScene.DataPoint.Sign? = nil) {
    self.dashes = dashes
    self.sign = sign
  }

  /// A line without gaps.
  package static let solid = Stroke([])
  /// A line to values that were not yet measured.
  package static let forward = Stroke([1, 3])

  /// The stroke of a series by its place: solid, dashed, dotted, dash and dot, solid with
  /// squares, dashed with triangles.
  package static func series(_ index: Int) -> Stroke {
    switch ((index % 6) + 6) % 6 {
    case 0: solid
    case 1: Stroke([4, 2])
    case 2: Stroke([1, 1])
    case 3: Stroke([6, 2, 1, 2])
    case 4: Stroke([], sign: .square)
    default: Stroke([4, 2], sign: .triangle)
    }
  }

  /// For each dot of a dash and its gap whether it is set; empty for a solid line.
  var cycle: [Bool] {
    dashes.enumerated().flatMap { index, length in
      Array(repeating: index.isMultiple(of: 2), count: max(0, length))
    }
  }

  /// The strokes without ends that are so close that they would fill every gap of the dashes.
  ///
  /// An end is always drawn if a stroke is as long as dash and gap, where the curve begins and
  /// ends, and where it turns by more than a gap. In a line to values that were not yet measured,
  /// only adjacent ends are left out; others show gaps.
  func dashed(_ strokes: [ChartScene.Segment]) -> [ChartScene.Segment] {
    let length = dashes.reduce(0, +)
    guard length > 0 || strokes.contains(where: \.isForward) else { return strokes }
    func rise(_ index: Int) -> Int {
      strokes.indices.contains(index) ? Int(strokes[index].y1 - strokes[index].y0) : 0
    }
    return strokes.enumerated().map { index, stroke in
      let reach = max(abs(stroke.x1 - stroke.x0), abs(stroke.y1 - stroke.y0))
      let isEnd = reach == 0 || index == 0 || index == strokes.count - 1
      let turns = rise(index) * rise(index - 1) < 0 || rise(index) * rise(index + 1) < 0
      let isKept =
        stroke.isForward
        ? reach > 1 : length == 0 || Int(reach) >= length || turns && abs(rise(index)) > 2
      if isEnd || isKept { return stroke }
      var stroke = stroke
      stroke.marksEnds = false
      return stroke
    }
  }

  /// A sample of two columns for a label at the line's end.
  static func sample(_ index: Int, _ glyphs: GlyphSet) -> String {
    let signs =
      glyphs.isASCII
      ? ["--", "- ", "..", "-.", "-#", " ^"] : ["──", "╌╌", "┈┈", "─·", "─■", "╌▲"]
    return signs[((index % signs.count) + signs.count) % signs.count]
  }
}
