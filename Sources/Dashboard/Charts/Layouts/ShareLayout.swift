import Canvas
import Query
import Records

/// Parts of a whole: one bar that is 100 percent wide, and a line for each part.
package struct ShareLayout {
  package let chart: Chart
  let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    items = chart.shownItems.map { item in
      // A single value may have no name besides the chart's.
      guard item.label.isEmpty else { return item }
      var item = item
      item.name = [chart.valueTitle, chart.title, chart.unit.title].first { !$0.isEmpty } ?? ""
      return item
    }
  }

  /// The columns of each part, at least one for each part that is not zero.
  ///
  /// Parts that add up to less than 100 leave the rest of the bar empty.
  static func columns(_ values: [Double], width: Int, whole: Double = 100) -> [Int] {
    let sum = values.reduce(0, +)
    let total = max(sum, whole)
    guard total > 0, total.isFinite, width > 0 else { return values.map { _ in 0 } }
    // Sources round their parts: 99.9 fills the bar as 100 does.
    let isFull = sum >= total * 0.995
    let exact = Double(width) * sum / total
    let end = min(width, max(values.count { $0 > 0 }, ChartMath.whole(exact.rounded())))
    let borders = StackBorders.cells(
      values, perUnit: Double(width) / (isFull ? sum : total), end: isFull ? width : end)
    return zip(borders, [0] + borders).map { $0 - $1 }
  }

  /// The filling of a part: by its series if others are hidden, so that it stays the same.
  private func filling(_ index: Int) -> Int {
    chart.places.isEmpty ? index : chart.place(items[index].series)
  }

  /// Why values are not parts of one whole, as the end of a sentence; nil if they may be.
  static func fault(_ chart: Chart) -> String? {
    let items = chart.items.filter { !$0.isMissing }
    if items.contains(where: { $0.value < 0 }) { return "there are values below zero" }
    if Set(items.map(\.period)).count > 1 { return "the values are of several periods" }
    let sum = items.reduce(0) { $0 + $1.value }
    if chart.unit.suffix == "%", sum > 101 { return "the parts add up to \(Self.told(sum, chart))" }
    return nil
  }

  private static func told(_ value: Double, _ chart: Chart) -> String {
    ValueFormat(chart.unit).text(value, decimals: chart.decimals)
  }

  /// What the length of the bar means if the values do not say it.
  private var note: String? {
    let sum = items.reduce(0) { $0 + $1.value }
    if chart.unit.suffix == "%" {
      return sum < 99 ? "The parts add up to \(Self.told(sum, chart)); the rest has no data." : nil
    }
    return "The whole bar is the sum of the parts, \(Self.told(sum, chart))."
  }

  func add(to scene: inout ChartScene, in rect: Rect) {
    guard let note else { return addParts(to: &scene, in: rect) }
    let lines = TextLayout.hyphenate(note, to: rect.width)
    let rows = items.count + lines.count + 2
    guard rect.height >= rows else {
      scene.omit(.note, note)
      return addParts(to: &scene, in: rect)
    }
    let parts = rect.splitRows(top: rect.height - lines.count)
    scene.add(.note, lines: lines, of: note, rect.x, parts.bottom.y, .faint)
    addParts(to: &scene, in: parts.top)
  }

  private func addParts(to scene: inout ChartScene, in rect: Rect) {
    let whole = chart.unit.suffix == "%" ? 100 : items.reduce(0) { $0 + $1.value }
    let columns = Self.columns(items.map(\.value), width: rect.width, whole: whole)
    let texts = items.reduce(0) { max($0, $1.text.columns) }
    let longest = items.reduce(0) { max($0, $1.label.columns) }
    // If name and value do not fit side by side, the value goes below.
    let isBeside = rect.width - 5 - texts >= min(longest, 8)
    let room = isBeside ? min(longest, rect.width - 5 - texts) : rect.width - 3
    let names = items.map { TextLayout.hyphenate($0.label, to: room) }
    let values = items.map {
      isBeside ? [$0.text] : TextLayout.hyphenate($0.text, to: rect.width - 3)
    }
    let heights = zip(names, values).map { max(1, isBeside ? $0.count : $0.count + $1.count) }
    let free = rect.height - heights.reduce(0, +)
    let height = min(max(1, free - 1), 3)
    var plot = ChartScene.Plot(Rect(x: rect.x, y: rect.y, width: rect.width, height: height))
    var x = rect.x
    var exact = Double(rect.x)
    for (index, item) in items.enumerated() {
      let next = exact + item.value / max(whole, .leastNormalMagnitude) * Double(rect.width)
      plot.bars.append(
        ChartScene.Bar(
          series: item.series, value: item.value, direction: .right, x: x * 8, y: rect.y * 8,
          width: columns[index] * 8, height: height * 8,
          exact: next.isFinite ? exact...max(exact, next) : nil, isForward: false,
          filling: filling(index), style: Style(chart.role(item.series))))
      x += columns[index]
      exact = next
    }
    scene.plots.append(plot)
    let list = rect.splitRows(top: height + (free > height ? 1 : 0)).bottom
    let shown = BarLayout.shown(heights, rows: list.height)
    var row = list.y
    for (index, item) in items.prefix(shown).enumerated() {
      let sign = String(repeating: Character(chart.glyphs.filling(filling(index))), count: 2)
      scene.add(
        .sample, sign, rect.x, row, Style(chart.role(item.series)), series: item.series)
      scene.add(
        .name, lines: names[index], of: item.label, rect.x + 3, row, series: item.series)
      let x = isBeside ? rect.x + 5 + room + texts - item.text.columns : rect.x + 3
      let y = isBeside ? row : row + names[index].count
      scene.add(.value, lines: values[index], of: item.text, x, y, series: item.series)
      scene.stops.append(
        .init(
          stop: index, area: Rect(x: rect.x, y: row, width: rect.width, height: heights[index])))
      row += heights[index]
    }
    guard shown < items.count else { return }
    for item in items.dropFirst(shown) {
      scene.omit(.name, item.label, series: item.series)
      scene.omit(.value, item.text, series: item.series)
    }
    if row < list.bottom {
      scene.add(.note, "\(items.count - shown) more", rect.x, row, .faint)
    }
  }
}
