public import Model

/// A line of values in a single row, for lists.
public struct Sparkline: Sendable {
  private var points: [(x: Double, y: Double)] = []

  /// The values of a series over its periods; values without a period stand in their order.
  public init(_ series: Series) {
    let known = series.observations.filter { $0.value.map(Chart.isDrawable) ?? false }
    let isDated = known.allSatisfy { $0.period != nil }
    for (index, observation) in known.enumerated() {
      guard let value = observation.value else { continue }
      points.append((isDated ? observation.period?.position ?? 0 : Double(index), value))
    }
    points.sort { $0.x < $1.x }
  }

  /// One height for each column, 1…8; nil where there is no value.
  ///
  /// Of several values a column shows the one farthest from the mean of all, so that peaks stay;
  /// the lowest of all stands at 1, and where all are equal they stand at 4. Fewer values than
  /// columns take the columns that they need.
  func heights(_ width: Int) -> [Int?] {
    guard width > 0, let first = points.first?.x, let last = points.last?.x else { return [] }
    let columns = min(width, max(points.count, 1))
    var values = [Double?](repeating: nil, count: columns)
    let scale = Scale(from: first, to: max(last, first), dots: columns)
    let mean = points.reduce(0) { $0 + $1.y / Double(points.count) }
    for (index, point) in points.enumerated() {
      let column = columns == points.count ? index : last > first ? scale.dot(point.x) : 0
      if let other = values[column], (other - mean).magnitude > (point.y - mean).magnitude {
        continue
      }
      values[column] = point.y
    }
    let low = points.map(\.y).min() ?? 0
    let high = points.map(\.y).max() ?? 0
    return values.map { value in
      guard let value else { return nil }
      guard high > low else { return 4 }
      return min(8, 1 + Int((value - low) / (high - low) * 8))
    }
  }

  /// The sparkline as text, at most `width` columns wide; empty without values.
  public func text(width: Int, glyphs: GlyphSet = .braille) -> String {
    let ascii: [Character] = ["_", "_", ".", ".", "-", "-", "'", "'"]
    var text = ""
    for height in heights(width) {
      guard let height else {
        text.append(" ")
        continue
      }
      text.append(glyphs.isASCII ? ascii[height - 1] : Character(glyphs.fromBelow(height)))
    }
    return text
  }

  /// Draws the sparkline in one row, at most `width` columns wide.
  ///
  /// - Returns: The number of columns that it took.
  @discardableResult
  public func draw(
    on canvas: inout Canvas, at x: Int, _ y: Int, width: Int, style: Style = .text,
    glyphs: GlyphSet = .braille
  ) -> Int {
    canvas.put(text(width: width, glyphs: glyphs), at: x, y, style)
  }
}
