internal import Model

/// Named values side by side: bars to the right, below zero to the left.
struct BarChart {
  let chart: Chart
  let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    items = chart.items
  }

  /// The columns of names, bars and values, and where zero stands.
  struct Layout {
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

  func layout(_ width: Int) -> Layout? {
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
        return Layout(labels: labels, start: start, bars: bars, negative: 0, perUnit: 0)
      }
      var negative = Int((-low / span * Double(bars)).rounded())
      if low < 0 { negative = min(max(1, negative), high > 0 ? bars - 1 : bars) }
      let perUnit = min(
        high > 0 ? Double(bars - negative) * 8 / high : .infinity,
        low < 0 ? Double(negative) * 8 / -low : .infinity)
      return Layout(
        labels: labels, start: start + leftTexts, bars: bars, negative: negative, perUnit: perUnit)
    }
    return nil
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    // A rank is a place, not a length.
    guard chart.unit.id != "rank", let layout = layout(rect.width) else {
      drawList(on: &canvas, in: rect)
      return
    }
    var lines = items.map { item -> [String] in
      let lines = TextLayout.wrap(item.label, to: layout.labels)
      return lines.isEmpty ? [""] : lines
    }
    if lines.reduce(0, { $0 + $1.count }) > rect.height {
      lines = items.map { [$0.label(layout.labels)] }
    }
    let total = lines.reduce(0) { $0 + $1.count }
    let gap = total + items.count - 1 <= rect.height ? 1 : 0
    // Bars of three rows keep name and value beside their middle.
    let isThick = rect.height >= items.count * 4 - 1 && lines.allSatisfy { $0.count <= 3 }
    let thickness = isThick ? 3 : 1
    var row = rect.y
    for (index, item) in items.enumerated() {
      let rest = items.count - index
      if rest > 1, row + 1 >= rect.bottom {
        let text = TextLayout.truncate("… \(rest) more", to: rect.width)
        canvas.put(text, at: rect.x, row, .faint)
        return
      }
      let height = max(thickness, lines[index].count)
      let above = (height - lines[index].count) / 2
      for (offset, line) in lines[index].enumerated() {
        canvas.put(line, at: rect.x, row + above + offset)
      }
      for offset in 0..<thickness {
        drawBar(
          item, layout, on: &canvas, at: rect.x, row + offset, isNamed: offset == thickness / 2)
      }
      row += height + gap
    }
  }

  private func drawBar(
    _ item: BarItem, _ layout: Layout, on canvas: inout Canvas, at x: Int, _ row: Int,
    isNamed: Bool
  ) {
    let zero = x + layout.start + layout.negative
    let style = Style(chart.emphasised.map { $0 == item.series } ?? true ? chart.role(0) : .text)
    let exact = item.value.magnitude * layout.perUnit
    // A value that is not zero never vanishes.
    let eighths = item.value == 0 ? 0 : max(1, Int(min(exact, 8e6).rounded()))
    let end = BarFill.horizontal(
      eighths, leftwards: item.value < 0, isForward: item.isForward, glyphs: chart.glyphs,
      style: style, on: &canvas, at: zero, row)
    guard isNamed else { return }
    let column = item.value < 0 ? end - item.text.columns - 1 : end + 1
    canvas.put(item.text, at: column, row)
  }

  /// Names and values alone, where bars find no room.
  func drawList(on canvas: inout Canvas, in rect: Rect) {
    let names = items.reduce(0) { max($0, $1.label.columns) }
    let texts = items.reduce(0) { max($0, $1.text.columns) }
    let right = min(rect.width, names + texts + 2)
    for (row, item) in items.prefix(rect.height).enumerated() {
      let value = TextLayout.truncate(item.text, to: right)
      canvas.put(item.label(right - value.columns - 1), at: rect.x, rect.y + row)
      canvas.put(value, at: rect.x + right - value.columns, rect.y + row)
    }
    if items.count > rect.height, rect.height > 0 {
      let text = TextLayout.pad("… \(items.count - rect.height + 1) more", to: rect.width)
      canvas.put(text, at: rect.x, rect.bottom - 1, .faint)
    }
  }
}
