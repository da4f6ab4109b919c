internal import Model

/// Values of a few periods as columns from zero, with their values at their ends.
struct ColumnChart {
  let chart: Chart
  let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    // Side by side stand the series of one period, in the order of the periods' first mention.
    var order: [String: Int] = [:]
    let items = chart.items
    for item in items where order[item.detail] == nil { order[item.detail] = order.count }
    self.items = items.enumerated().sorted {
      (order[$0.element.detail] ?? 0, $0.offset) < (order[$1.element.detail] ?? 0, $1.offset)
    }.map(\.element)
  }

  private var texts: Int { items.reduce(0) { max($0, $1.text.columns) } }

  private func slot(_ rect: Rect) -> Int { items.isEmpty ? 0 : min(24, rect.width / items.count) }

  private func labels(_ slot: Int) -> [[String]] {
    items.map { TextLayout.wrap($0.label.isEmpty ? "not dated" : $0.label, to: slot - 2) }
  }

  /// Whether every label and value finds room below and above its column.
  func fits(_ rect: Rect) -> Bool {
    let slot = slot(rect)
    guard !items.isEmpty, slot >= 6, slot >= texts + 2 else { return false }
    let words = items.flatMap { $0.label.split(separator: " ") }
    guard words.allSatisfy({ $0.columns <= slot - 2 }) else { return false }
    let rows = labels(slot).reduce(0) { max($0, $1.count) }
    return rows <= 4 && rect.height >= rows + 6
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let slot = slot(rect)
    let labels = labels(slot)
    let labelRows = labels.reduce(0) { max($0, $1.count) }
    let low = min(0, items.map(\.value).min() ?? 0)
    let high = max(0, items.map(\.value).max() ?? 0)
    // A row for the zero line, and one for values on each side that has any.
    let rows = rect.height - labelRows - 1 - (high > 0 ? 1 : 0) - (low < 0 ? 1 : 0)
    guard rows > 0, high > low else { return }
    var below = low < 0 ? max(1, Int((-low / (high - low) * Double(rows)).rounded())) : 0
    if high > 0 { below = min(below, rows - 1) }
    let perUnit = min(
      high > 0 ? Double(rows - below) * 8 / high : .infinity,
      low < 0 ? Double(below) * 8 / -low : .infinity)
    let zero = rect.y + (high > 0 ? 1 : 0) + rows - below
    let width = max(2, min(10, slot - 3))
    canvas.fill(
      Rect(x: rect.x, y: zero, width: slot * items.count, height: 1), chart.glyphs.rule,
      Style(.border, .dim))
    for (index, item) in items.enumerated() {
      let left = rect.x + index * slot
      let isNegative = item.value < 0
      let exact = item.value.magnitude * perUnit
      let eighths = item.value == 0 ? 0 : max(1, Int(min(exact, 8e6).rounded()))
      let end = BarFill.vertical(
        eighths, downwards: isNegative, isForward: item.isForward, glyphs: chart.glyphs,
        style: Style(chart.role(item.series)), on: &canvas, at: left + (slot - width) / 2,
        isNegative ? zero + 1 : zero - 1, width: width)
      let text = TextLayout.pad(item.text, to: slot, .center)
      canvas.put(text, at: left, end)
      for (row, line) in labels[index].enumerated() {
        canvas.put(
          TextLayout.pad(line, to: slot, .center), at: left, rect.bottom - labelRows + row, .faint)
      }
    }
  }
}
