internal import Model

/// Values as signs on a common scale, a row for each; first and last value joined in a dumb-bell.
struct DotLayout {
  let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  /// A row: its name, and its values with their texts.
  private struct Row {
    var series: Int
    var name: String
    var marks: [(value: Double, text: String, isForward: Bool)]
  }

  private var rows: [Row] {
    if chart.kind == .dots {
      return chart.shownItems.map {
        Row(series: $0.series, name: $0.label, marks: [($0.value, $0.text, $0.isForward)])
      }
    }
    let format = ValueFormat(chart.unit)
    return chart.series.enumerated().compactMap { index, series in
      let known = series.observations.filter { $0.value.map(Chart.isDrawable) ?? false }
      guard let first = known.first, let last = known.last else { return nil }
      let ends = known.count > 1 ? [first, last] : [last]
      return Row(
        series: index, name: series.name,
        marks: ends.map { ($0.value ?? 0, format.text($0), $0.qualifiers.isForward) })
    }
  }

  /// Adds the rows; false where they find no room.
  func add(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let rows = rows
    let scale = chart.scale
    let values = rows.flatMap { $0.marks.map { scale.scaled($0.value) } }
    guard let low = values.min(), let high = values.max(), rows.count + 2 <= rect.height else {
      return false
    }
    let longest = rows.reduce(0) { max($0, $1.name.columns) }
    let names = min(longest, rect.width * 2 / 5)
    let lines = rows.map { row -> [String] in TextLayout.hyphenate(row.name, to: names) }
    let heights = lines.map { max(1, $0.count) }
    let used = heights.reduce(0, +)
    let texts = rows.flatMap { $0.marks.map(\.text.columns) }.max() ?? 0
    // Values stand on both sides of a dumb-bell, and right of a dot.
    let before = chart.kind == .dumbbell ? texts + 1 : 0
    let left = (names > 0 ? names + 1 : 0) + before
    let width = rect.width - left - texts - 1
    guard width >= 8, used + 2 <= rect.height else { return false }
    let gap = used + rows.count + 1 <= rect.height ? 1 : 0
    let area = Rect(
      x: rect.x + left, y: rect.y, width: width, height: used + gap * (rows.count - 1))
    let glyphs = chart.glyphs
    let unit = AxisUnit(scale)
    let (across, starts) = ChartScene.Axis.across(
      low...high, columns: width, dotsPerColumn: glyphs.across, before: left, after: texts + 1,
      label: unit.text)
    var plot = ChartScene.Plot(area)
    plot.across = across
    for (tick, start) in zip(across.ticks, starts) {
      plot.rules.append(
        .init(
          role: tick.value == 0 ? .zero : .grid, x: area.x + tick.cell, y: area.y,
          length: area.height, isHorizontal: false))
      scene.add(.tick, tick.label, area.x + start, area.bottom, .faint)
    }
    addUnit(area, rect, to: &scene)
    var y = rect.y
    for (number, row) in rows.enumerated() {
      scene.add(.name, lines: lines[number], of: row.name, rect.x, y, series: row.series)
      scene.stops.append(
        .init(
          stop: number, area: Rect(x: rect.x, y: y, width: rect.width, height: heights[number])))
      let places = row.marks.map { across.dot(scale.scaled($0.value)) }
      let cells = places.map { $0 / glyphs.across }
      if let first = cells.min(), let last = cells.max(), last > first + 1 {
        plot.rules.append(
          .init(
            role: .range, x: area.x + first + 1, y: y, length: last - first - 1,
            isHorizontal: true))
      }
      for (index, mark) in row.marks.enumerated() {
        plot.points.append(
          ChartScene.Point(
            series: row.series,
            sign: mark.isForward || (row.marks.count > 1 && index == 0) ? .forward : .measured,
            x: scale.scaled(mark.value), y: Double(number), column: places[index],
            row: (y - area.y) * glyphs.down + glyphs.down / 2, style: chart.style(row.series)))
      }
      addTexts(row.marks.map(\.text), cells, area.x, y, row.series, to: &scene)
      y += heights[number] + gap
    }
    if chart.kind == .dumbbell, area.bottom + 1 < rect.bottom, let key {
      scene.add(.note, key, rect.x, rect.bottom - 1, .faint)
    }
    scene.plots.append(plot)
    return true
  }

  /// The unit below the numbers of the axis, where a row is left.
  private func addUnit(_ area: Rect, _ rect: Rect, to scene: inout ChartScene) {
    let unit = AxisUnit(chart.scale).label
    // In the last row it stands beside the key.
    let row = min(area.bottom + 1, rect.bottom - 1)
    let taken = row == rect.bottom - 1 && chart.kind == .dumbbell ? key?.columns ?? 0 : -2
    guard row > area.bottom, taken + 2 + unit.columns <= rect.width else {
      scene.omit(.unit, unit)
      return
    }
    scene.add(.unit, unit, max(rect.x, rect.right - unit.columns), row, .faint)
  }

  private func addTexts(
    _ texts: [String], _ cells: [Int], _ x: Int, _ y: Int, _ series: Int,
    to scene: inout ChartScene
  ) {
    guard texts.count > 1 else {
      scene.add(.value, texts[0], x + cells[0] + 2, y, series: series)
      return
    }
    let (low, high) = cells[0] <= cells[1] ? (0, 1) : (1, 0)
    scene.add(
      .value, texts[low], x + cells[low] - 1 - texts[low].columns, y, series: series)
    scene.add(.value, texts[high], x + cells[high] + 2, y, series: series)
  }

  /// What the two signs mean: the first and the last period; nil where there are no two.
  private var key: String? {
    let periods = chart.periods
    guard let first = periods.first, let last = periods.last, first != last else { return nil }
    return "\(chart.glyphs.hollowDot) \(first.title)   \(chart.glyphs.dot) \(last.title)"
  }
}
