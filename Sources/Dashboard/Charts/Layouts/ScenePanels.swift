import Canvas
import Records

extension ChartScene {
  /// Adds a small picture for each series, all with the same scales; false without room.
  mutating func addMultiples(_ numbers: ChartNumbers, _ body: Rect) -> Bool {
    let shown = chart.series.indices.filter { numbers.columns[$0].last != nil }
    guard !shown.isEmpty, let range = numbers.range else { return false }
    let most = max(1, min(body.width / 20, shown.count))
    // The fewest side by side for which every picture is tall enough.
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

  /// Adds two measures in the form that the chart names; false without room.
  mutating func addMeasures(_ body: Rect) -> Bool {
    guard chart.second?.place == .axis else { return addPanels(body) }
    return LineLayout(twoAxes: chart, body)?.addTwoAxes(to: &self) ?? false
  }

  /// Adds two measures as pictures one above the other, over the same years; false without room.
  ///
  /// Each has its own unit and scale: a second axis in one picture would make crossings that mean
  /// nothing.
  private mutating func addPanels(_ body: Rect) -> Bool {
    let measures = chart.measures
    let parts = measures.map(\.chart)
    var numbers = parts.map { ChartNumbers($0) }
    let spans = numbers.compactMap(\.span)
    guard spans.count == parts.count, body.width >= 16, body.height >= 6,
      let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max()
    else { return false }
    // The lower one has the years below it.
    let upper = (body.height - 1) / 2
    let panels = body.splitRows(top: upper)
    var layouts: [LineLayout] = []
    for (index, panel) in [panels.top, panels.bottom].enumerated() {
      numbers[index].span = first...last
      var part = parts[index]
      if index > 0 { part.parts.remove(.events) }
      var layout = LineLayout(part, numbers[index], panel)
      layout.shown = chart.priorities.filter { measures[index].own.contains($0) }
      layout.hasAcross = index > 0
      layout.isPanel = true
      layouts.append(layout)
    }
    // Two passes: the second with the widest margins, so that years are aligned.
    let margins = layouts.compactMap(\.margins)
    let extent = extent
    for var layout in layouts {
      layout.left = margins.map(\.left).max()
      layout.right = margins.map(\.right).max()
      guard layout.add(to: &self) else {
        goBack(to: extent)
        return false
      }
    }
    // Sparklines in so few rows have room for every name.
    if body.height < 8, lacksName(since: extent) {
      goBack(to: extent)
      return false
    }
    return true
  }
}
