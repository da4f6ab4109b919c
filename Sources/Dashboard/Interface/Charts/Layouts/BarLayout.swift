internal import Model

/// Named values side by side: bars to the right, below zero to the left.
struct BarLayout {
  let chart: Chart
  let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    items = chart.items
  }

  /// The columns of names, bars and values, and where zero stands.
  struct Columns {
    var labels: Int
    /// The first column of the bars.
    var start: Int
    /// The columns of the bars alone.
    var bars: Int
    /// The columns left of zero.
    var negative: Int
    /// Eighths of a column for a value of 1.
    var perUnit: Double
  }

  func columns(_ width: Int) -> Columns? {
    let values = items.map(\.value)
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let texts = items.reduce(0) { max($0, $1.text.columns) } + 1
    let leftTexts = items.reduce(0) { $1.value < 0 ? max($0, $1.text.columns + 1) : $0 }
    let longest = items.reduce(0) { max($0, $1.label.columns) }
    let rightTexts = high > 0 ? texts : 1
    for share in [45, 33, 25] {
      let labels = min(longest, width * share / 100)
      let start = labels > 0 ? labels + 1 : 0
      let bars = width - start - leftTexts - rightTexts
      guard bars >= 6 || (share == 25 && bars >= 3) else { continue }
      let span = high - low
      guard span > 0 else {
        return Columns(labels: labels, start: start, bars: bars, negative: 0, perUnit: 0)
      }
      var negative = ChartMath.whole((-low / span * Double(bars)).rounded())
      if low < 0 { negative = min(max(1, negative), high > 0 ? bars - 1 : bars) }
      let perUnit = min(
        high > 0 ? Double(bars - negative) * 8 / high : .infinity,
        low < 0 ? Double(negative) * 8 / -low : .infinity)
      return Columns(
        labels: labels, start: start + leftTexts, bars: bars, negative: negative,
        perUnit: perUnit)
    }
    return nil
  }

  func add(to scene: inout ChartScene, in rect: Rect) {
    // A rank is a place, not a length.
    guard chart.unit.id != "rank", let columns = columns(rect.width) else {
      addList(to: &scene, in: rect)
      return
    }
    var lines = items.map { item -> [String] in
      let lines = TextLayout.wrap(item.label, to: columns.labels)
      return lines.isEmpty ? [""] : lines
    }
    if lines.reduce(0, { $0 + $1.count }) > rect.height {
      lines = items.map { [$0.label(columns.labels)] }
    }
    let total = lines.reduce(0) { $0 + $1.count }
    let gap = total + items.count - 1 <= rect.height ? 1 : 0
    // Bars of three rows keep name and value beside their middle.
    let isThick = rect.height >= items.count * 4 - 1 && lines.allSatisfy { $0.count <= 3 }
    let thickness = isThick ? 3 : 1
    var plot = ChartScene.Plot(
      Rect(
        x: rect.x + columns.start, y: rect.y, width: columns.bars, height: rect.height))
    defer { scene.plots.append(plot) }
    var row = rect.y
    for (index, item) in items.enumerated() {
      let rest = items.count - index
      if rest > 1, row + 1 >= rect.bottom {
        scene.add(.note, "… \(rest) more", rect.x, row, .faint, limit: rect.width)
        return
      }
      let height = max(thickness, lines[index].count)
      let above = (height - lines[index].count) / 2
      for (offset, line) in lines[index].enumerated() {
        scene.add(.name, line, rect.x, row + above + offset, series: item.series)
      }
      let bar = bar(item, columns, rect.x, row, thickness)
      plot.bars.append(bar)
      let cells = BarFill.cells(bar.width)
      let zero = rect.x + columns.start + columns.negative
      let column = item.value < 0 ? zero - cells - 1 - item.text.columns : zero + cells + 1
      scene.add(.value, item.text, column, row + thickness / 2, series: item.series)
      row += height + gap
    }
  }

  private func bar(
    _ item: BarItem, _ columns: Columns, _ x: Int, _ row: Int, _ thickness: Int
  ) -> ChartScene.Bar {
    let zero = (x + columns.start + columns.negative) * 8
    let eighths = BarFill.eighths(
      item.value, columns.perUnit, isWhole: chart.glyphs.isASCII)
    let isNegative = item.value < 0
    return ChartScene.Bar(
      series: item.series, value: item.value, direction: isNegative ? .left : .right,
      x: isNegative ? zero - eighths : zero, y: row * 8, width: eighths, height: thickness * 8,
      isForward: item.isForward, filling: 0,
      style: Style(chart.emphasised.map { $0 == item.series } ?? true ? chart.role(0) : .text))
  }

  /// Names and values alone, where bars find no room.
  func addList(to scene: inout ChartScene, in rect: Rect) {
    let names = items.reduce(0) { max($0, $1.label.columns) }
    let texts = items.reduce(0) { max($0, $1.text.columns) }
    let right = min(rect.width, names + texts + 2)
    let isCut = items.count > rect.height
    for (row, item) in items.prefix(isCut ? rect.height - 1 : rect.height).enumerated() {
      let value = TextLayout.truncate(item.text, to: right)
      let y = rect.y + row
      scene.add(.name, item.label(right - value.columns - 1), rect.x, y, series: item.series)
      scene.add(.value, value, rect.x + right - value.columns, y, series: item.series)
    }
    if isCut, rect.height > 0 {
      let text = "… \(items.count - rect.height + 1) more"
      scene.add(.note, text, rect.x, rect.bottom - 1, .faint, limit: rect.width)
    }
  }
}
