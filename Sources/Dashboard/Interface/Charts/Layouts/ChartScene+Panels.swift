internal import Model

extension ChartScene {
  /// Adds a small picture for each series, all with the same scales; false without room.
  mutating func addMultiples(_ numbers: ChartNumbers, _ body: Rect) -> Bool {
    let shown = chart.series.indices.filter { numbers.columns[$0].last != nil }
    guard !shown.isEmpty, let range = numbers.range else { return false }
    let most = max(1, min(body.width / 20, shown.count))
    // The fewest side by side that leave every picture tall enough.
    func tall(_ columns: Int) -> Int { body.height / ((shown.count + columns - 1) / columns) }
    let roomy = (1...most).first { tall($0) >= 7 }
    guard let columns = roomy ?? (tall(most) >= 5 ? most : nil) else { return false }
    return addMultiples(numbers, body, shown, range, columns)
  }

  private mutating func addMultiples(
    _ numbers: ChartNumbers, _ body: Rect, _ shown: [Int], _ range: ClosedRange<Double>,
    _ columns: Int
  ) -> Bool {
    let lines = (shown.count + columns - 1) / columns
    let width = (body.width - 2 * (columns - 1)) / columns
    let height = body.height / lines
    var part = chart
    part.parts = []
    let saved = self
    let names = shown.map { TextLayout.hyphenate(chart.series[$0].name, to: width) }
    let heading = min(max(1, height - 5), names.reduce(1) { max($0, $1.count) })
    for (place, index) in shown.enumerated() {
      let cell = Rect(
        x: body.x + place % columns * (width + 2), y: body.y + place / columns * height,
        width: width, height: height - (lines > 1 ? 1 : 0))
      var layout = LineLayout(part, numbers, cell.splitRows(top: heading).bottom)
      layout.shown = [index]
      layout.range = range
      layout.hasEndLabels = false
      layout.hasNote = false
      guard layout.add(to: &self) else {
        self = saved
        return false
      }
      let name = chart.series[index].name
      if names[place].count <= heading {
        add(.name, lines: names[place], of: name, cell.x, cell.y, chart.style(index), series: index)
      } else {
        omit(.name, name, series: index)
      }
    }
    return true
  }

  /// Several measures as panels one above the other, over the same years.
  ///
  /// Each panel has its own unit and scale: a second axis in one picture would
  /// make crossings that mean nothing. Title and source are the first chart's.
  public init(panels charts: [Chart], size: Size) {
    guard var whole = charts.first else {
      self.init(Chart(.line, title: "", unit: Unit(id: "", title: ""), series: []), size: size)
      return
    }
    whole.series = charts.flatMap(\.series)
    self.init(empty: whole, size: size)
    guard size.width > 0, size.height > 0 else { return }
    var body = Rect(size)
    addTitle(&body)
    addSource(&body)
    whole.parts = []
    var all = charts.map { ChartNumbers($0) }
    let spans = all.compactMap(\.span)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
    else {
      add(.note, "No data", body.x, body.y, .faint)
      return
    }
    var offset = 0
    let height = body.height / charts.count
    var layouts: [LineLayout] = []
    for (index, chart) in charts.enumerated() {
      let count = chart.series.count
      let panel = Rect(
        x: 0, y: body.y + index * height, width: body.width, height: height)
      all[index].span = first...last
      all[index].columns =
        Array(repeating: ChartNumbers.Column(), count: offset) + all[index].columns
        + Array(
          repeating: ChartNumbers.Column(), count: whole.series.count - offset - count)
      let subtitles = chart.subtitles(all[index].scale)
      if let subtitle = subtitles.first(where: { $0.columns <= size.width }) {
        add(.subtitle, subtitle, 0, panel.y, .faint)
      } else {
        omit(.subtitle, subtitles.first ?? "")
      }
      var part = whole
      part.unit = chart.unit
      part.kind = .line
      var layout = LineLayout(part, all[index], panel.splitRows(top: 1).bottom)
      layout.shown = Array(offset..<(offset + count))
      layout.hasNote = false
      layout.hasUnit = false
      layouts.append(layout)
      offset += count
    }
    // Two passes: the second with the widest margins, so that years stand above each other.
    let margins = layouts.compactMap(\.margins)
    for var layout in layouts {
      layout.left = margins.map(\.left).max()
      layout.right = margins.map(\.right).max()
      _ = layout.add(to: &self)
    }
  }
}
