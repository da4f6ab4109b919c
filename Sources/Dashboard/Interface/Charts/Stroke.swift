/// The dashes of a line, which tell series apart without colour.
public struct Stroke: Hashable, Sendable {
  /// The lengths of dashes and gaps in dots, alternating; empty for a solid line.
  public var dashes: [Int]
  private var position = 0

  /// A stroke of dashes and gaps.
  public init(_ dashes: [Int]) { self.dashes = dashes }

  /// A line without gaps.
  public static let solid = Stroke([])
  /// A line to values that were not yet measured.
  public static let forward = Stroke([1, 3])

  /// The stroke of a series by its place: solid, dashed, dotted, dash and dot, long dashes, sparse dots.
  public static func series(_ index: Int) -> Stroke {
    let all = [[], [4, 2], [1, 1], [6, 2, 1, 2], [9, 3], [1, 3]]
    return Stroke(all[((index % all.count) + all.count) % all.count])
  }

  /// Whether the next dot is set.
  mutating func next() -> Bool {
    guard !dashes.isEmpty else { return true }
    var rest = position
    for (index, length) in dashes.enumerated() {
      if rest < length {
        position += 1
        return index.isMultiple(of: 2)
      }
      rest -= length
    }
    position = 1
    return true
  }

  /// A sample of two columns for a label at the line's end.
  static func sample(_ index: Int, _ glyphs: GlyphSet) -> String {
    let signs =
      glyphs.isASCII
      ? ["--", "- ", "..", "-.", "==", ". "] : ["──", "╌╌", "┈┈", "─·", "━━", "· "]
    return signs[((index % signs.count) + signs.count) % signs.count]
  }
}
