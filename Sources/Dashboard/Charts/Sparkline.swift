package import Canvas
package import Records

/// A line of values in a single row, for lists.
package struct Sparkline: Sendable {
  private var points: [(x: Double, y: Double)] = []
  /// The places that get their own column if there is room, in order, without repetition.
  private var places: [Double]

  /// The values of a series over its periods; values without a period keep their order.
  package init(_ series: Series) { self.init(series, among: [series]) }

  /// The values of one of several series, which share the columns of their periods.
  init(_ series: Series, among all: [Series]) {
    points = Self.points(series)
    let places =
      all.count == 1 ? points.map(\.x) : all.flatMap { Self.points($0).map(\.x) }.sorted()
    self.places = places.indices.filter { $0 == 0 || places[$0 - 1] != places[$0] }
      .map { places[$0] }
  }

  private static func points(_ series: Series) -> [(x: Double, y: Double)] {
    let known = series.observations.filter { $0.value.map(Chart.isDrawable) ?? false }
    let isDated = known.allSatisfy { $0.period != nil }
    return known.enumerated().map { index, observation in
      (isDated ? observation.period?.position ?? 0 : Double(index), observation.value ?? 0)
    }
    .sorted { $0.x < $1.x }
  }

  /// One height for each column, 1…8; nil if there is no value.
  ///
  /// If several values share a column, it shows the one farthest from the mean, so that peaks stay;
  /// the lowest of all is at 1, and if all are equal they are at 4. Fewer periods than columns take
  /// the columns that they need.
  func heights(_ width: Int) -> [Int?] {
    guard width > 0, !points.isEmpty, let first = places.first, let last = places.last else {
      return []
    }
    let columns = min(width, places.count)
    var values = [Double?](repeating: nil, count: columns)
    let scale = Scale(from: first, to: last, dots: columns)
    let mean = points.reduce(0) { $0 + $1.y / Double(points.count) }
    var own = 0
    for point in points {
      while columns == places.count, places[own] < point.x { own += 1 }
      let column = columns == places.count ? own : last > first ? scale.dot(point.x) : 0
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
  package func text(width: Int, glyphs: GlyphSet = .braille) -> String {
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
  package func draw(
    on canvas: inout Canvas, at x: Int, _ y: Int, width: Int, style: Style = .text,
    glyphs: GlyphSet = .braille
  ) -> Int {
    canvas.put(text(width: width, glyphs: glyphs), at: x, y, style)
  }
}

extension Chart {
  /// The sparkline of a series in the columns that all series of the chart share.
  func sparkline(_ index: Int) -> Sparkline {
    let isDated = series.allSatisfy { $0.observations.allSatisfy { $0.period != nil } }
    return isDated ? Sparkline(series[index], among: series) : Sparkline(series[index])
  }
}
