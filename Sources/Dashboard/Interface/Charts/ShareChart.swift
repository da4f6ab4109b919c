internal import Model

/// Parts of a whole: one bar that is 100 percent wide, and a line for each part.
struct ShareChart {
  let chart: Chart
  let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    items = chart.items.filter { $0.value >= 0 }
  }

  /// The columns of each part: largest remainders, and at least one for what is not zero.
  ///
  /// Parts that add up to less than 100 leave the rest of the bar empty.
  static func columns(_ values: [Double], width: Int, whole: Double = 100) -> [Int] {
    let sum = values.reduce(0, +)
    let total = max(sum, whole)
    guard total > 0, total.isFinite, width > 0 else { return values.map { _ in 0 } }
    let exact = values.map { $0 / total * Double(width) }
    var columns = exact.map { $0 > 0 ? max(1, Int($0)) : 0 }
    // Sources round their parts: 99.9 fills the bar as 100 does.
    let wanted = Int((min(1, sum / total * 1.005) * Double(width)).rounded(.down))
    let order = exact.indices.sorted {
      exact[$0] - exact[$0].rounded(.down) > exact[$1] - exact[$1].rounded(.down)
    }
    for index in order where columns.reduce(0, +) < wanted && exact[index] > 0 {
      columns[index] += 1
    }
    while columns.reduce(0, +) > width,
      let widest = columns.indices.max(by: { columns[$0] < columns[$1] }),
      columns[widest] > 0
    {
      columns[widest] -= 1
    }
    return columns
  }

  func draw(on canvas: inout Canvas, in rect: Rect) {
    let whole = chart.unit.suffix == "%" ? 100 : items.reduce(0) { $0 + $1.value }
    let columns = Self.columns(items.map(\.value), width: rect.width, whole: whole)
    let free = rect.height - items.count
    let height = min(max(1, free - 1), 3)
    var x = rect.x
    for (index, item) in items.enumerated() {
      let area = Rect(x: x, y: rect.y, width: columns[index], height: height)
      canvas.fill(area, chart.glyphs.filling(index), Style(chart.role(item.series)))
      x += columns[index]
    }
    let list = rect.splitRows(top: height + (free > height ? 1 : 0)).bottom
    let texts = items.reduce(0) { max($0, $1.text.columns) }
    let names = items.reduce(0) { max($0, $1.label.columns) }
    for (index, item) in items.prefix(list.height).enumerated() {
      let row = list.y + index
      let rest = items.count - index
      if rest > 1, index == list.height - 1 {
        canvas.put(TextLayout.truncate("… \(rest) more", to: rect.width), at: rect.x, row, .faint)
        return
      }
      let sign = String(repeating: Character(chart.glyphs.filling(index)), count: 2)
      canvas.put(sign, at: rect.x, row, Style(chart.role(item.series)))
      let room = rect.width - 3 - 2 - texts
      let name = item.label(room)
      canvas.put(name, at: rect.x + 3, row)
      canvas.put(
        TextLayout.pad(item.text, to: texts, .right), at: rect.x + 3 + min(names, max(0, room)) + 2,
        row)
    }
  }
}
