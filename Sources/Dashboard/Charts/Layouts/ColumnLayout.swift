import Canvas
import Records

/// Values of a few periods as columns from zero, with their values at their ends.
struct ColumnLayout {
  package let chart: Chart
  /// The columns, and the places of years without any.
  private let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    items = chart.shownItems
  }

  private init(_ chart: Chart, _ items: [BarItem]) {
    self.chart = chart
    self.items = items
  }

  /// Adds the columns; false if a label or a value finds no room.
  ///
  /// Years in between without a value keep their places if there is room.
  func add(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let missing = YearGaps.missing(items.map(\.period))
    guard !missing.isEmpty, chart.categories.isEmpty else {
      return addColumns(to: &scene, in: rect)
    }
    var all = items
    for period in missing {
      let place = all.firstIndex { $0.period.map { $0 > period } ?? false } ?? all.count
      let item = BarItem(
        name: period.title, detail: "", series: 0, place: -1, text: Chart.noData, value: 0,
        isForward: false, period: period, isMissing: true)
      all.insert(item, at: place)
    }
    if ColumnLayout(chart, all).addColumns(to: &scene, in: rect) { return true }
    // If there is no room for their places, a note names them.
    let note = "No data: " + missing.map(\.title).joined(separator: ", ")
    let lines = TextLayout.hyphenate(note, to: rect.width)
    let parts = rect.splitRows(top: rect.height - lines.count)
    if rect.height >= 10, lines.count == 1, addColumns(to: &scene, in: parts.top) {
      scene.add(.note, lines: lines, of: note, rect.x, parts.bottom.y, .faint)
      return true
    }
    guard addColumns(to: &scene, in: rect) else { return false }
    scene.omit(.note, note)
    return true
  }

  private func addColumns(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let slot = items.isEmpty ? 0 : min(24, rect.width / items.count)
    guard slot >= 3 else { return false }
    let room = slot > 5 ? slot - 2 : slot - 1
    let words = items.flatMap { ($0.label + " " + $0.text).split(separator: " ") }
    guard words.allSatisfy({ $0.columns <= room }) else { return false }
    let labels = items.map {
      TextLayout.wrap($0.label.isEmpty ? "not dated" : $0.label, to: room)
    }
    // A value stays on one line if possible; a word that qualifies it is below it.
    let texts = items.map { TextLayout.wrap($0.text, to: room) }
    func textRows(_ isShown: (BarItem) -> Bool) -> Int {
      zip(items, texts).reduce(0) { isShown($1.0) ? max($0, $1.1.count) : $0 }
    }
    let (above, under) = (textRows { $0.value >= 0 }, textRows { $0.value < 0 })
    guard max(above, under) <= 3 else { return false }
    let labelRows = labels.reduce(0) { max($0, $1.count) }
    guard labelRows <= 4 else { return false }
    let low = min(0, items.map(\.value).min() ?? 0)
    let high = max(0, items.map(\.value).max() ?? 0)
    // A row for the zero line, and those for values on each side that has any.
    let rows = rect.height - labelRows - 1 - above - under
    guard rows >= (max(above, under) > 1 ? 3 : 2) else { return false }
    let span = high > low ? high - low : 1
    var below = low < 0 ? max(1, ChartMath.whole((-low / span * Double(rows)).rounded())) : 0
    if high > 0 { below = min(below, rows - 1) }
    let perUnit = min(
      high > 0 ? Double(rows - below) * 8 / high : .infinity,
      low < 0 ? Double(below) * 8 / -low : .infinity)
    let zero = rect.y + above + rows - below
    let width = max(1, min(14, slot - (slot > 4 ? 3 : 1)))
    var plot = ChartScene.Plot(
      Rect(x: rect.x, y: rect.y, width: slot * items.count, height: rect.height - labelRows))
    plot.rules.append(
      .init(
        role: .zero, x: rect.x, y: zero, length: slot * items.count, isHorizontal: true))
    var stop = 0
    for (index, item) in items.enumerated() {
      let left = rect.x + index * slot
      let isNegative = item.value < 0
      let eighths = BarFill.eighths(item.value, perUnit, isWhole: chart.glyphs.isASCII)
      if !item.isMissing {
        plot.bars.append(
          ChartScene.Bar(
            series: item.series, value: item.value, direction: isNegative ? .down : .up,
            x: (left + (slot - width) / 2) * 8, y: isNegative ? (zero + 1) * 8 : zero * 8 - eighths,
            width: width * 8, height: eighths, isForward: item.isForward, filling: 0,
            style: Style(chart.role(item.series))))
      }
      let cells = BarFill.cells(eighths)
      let row = isNegative ? zero + 1 + cells : zero - texts[index].count - cells
      for (offset, line) in texts[index].enumerated() {
        scene.add(
          .value, line, left + (slot - line.columns) / 2, row + offset,
          item.isMissing ? .faint : .text, series: item.series, of: item.text)
      }
      for (offset, line) in labels[index].enumerated() {
        scene.add(
          .name, line, left + (slot - line.columns) / 2, rect.bottom - labelRows + offset, .faint,
          series: item.series, of: item.label.isEmpty ? "not dated" : item.label)
      }
      guard item.place >= 0 else { continue }
      scene.stops.append(
        .init(
          stop: stop, area: Rect(x: left, y: rect.y, width: slot, height: rect.height)))
      stop += 1
    }
    scene.plots.append(plot)
    return true
  }
}
