internal import Model

/// Parts of a whole: one bar that is 100 percent wide, and a line for each part.
struct ShareLayout {
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
    var columns = exact.map { $0 > 0 ? max(1, ChartMath.whole($0)) : 0 }
    // Sources round their parts: 99.9 fills the bar as 100 does.
    let wanted = ChartMath.whole((min(1, sum / total * 1.005) * Double(width)).rounded(.down))
    let order = exact.indices.sorted {
      exact[$0] - exact[$0].rounded(.down) > exact[$1] - exact[$1].rounded(.down)
    }
    var taken = columns.reduce(0, +)
    for index in order where taken < wanted && exact[index] > 0 {
      columns[index] += 1
      taken += 1
    }
    while taken > width, let widest = columns.indices.max(by: { columns[$0] < columns[$1] }),
      columns[widest] > 0
    {
      columns[widest] -= 1
      taken -= 1
    }
    return columns
  }

  func add(to scene: inout ChartScene, in rect: Rect) {
    let whole = chart.unit.suffix == "%" ? 100 : items.reduce(0) { $0 + $1.value }
    let columns = Self.columns(items.map(\.value), width: rect.width, whole: whole)
    let free = rect.height - items.count
    let height = min(max(1, free - 1), 3)
    var plot = ChartScene.Plot(Rect(x: rect.x, y: rect.y, width: rect.width, height: height))
    var x = rect.x
    for (index, item) in items.enumerated() {
      plot.bars.append(
        ChartScene.Bar(
          series: item.series, value: item.value, direction: .right, x: x * 8, y: rect.y * 8,
          width: columns[index] * 8, height: height * 8, isForward: false, filling: index,
          style: Style(chart.role(item.series))))
      x += columns[index]
    }
    scene.plots.append(plot)
    let list = rect.splitRows(top: height + (free > height ? 1 : 0)).bottom
    let texts = items.reduce(0) { max($0, $1.text.columns) }
    let names = items.reduce(0) { max($0, $1.label.columns) }
    for (index, item) in items.prefix(list.height).enumerated() {
      let row = list.y + index
      let rest = items.count - index
      if rest > 1, index == list.height - 1 {
        scene.add(.note, "… \(rest) more", rect.x, row, .faint, limit: rect.width)
        return
      }
      let sign = String(repeating: Character(chart.glyphs.filling(index)), count: 2)
      scene.add(
        .sample, sign, rect.x, row, Style(chart.role(item.series)), series: item.series)
      let room = rect.width - 3 - 2 - texts
      scene.add(.name, item.label(room), rect.x + 3, row, series: item.series)
      scene.add(
        .value, item.text, rect.x + 3 + min(names, max(0, room)) + 2 + texts - item.text.columns,
        row, series: item.series)
    }
  }
}
