import Canvas

/// The series of each category as bars to the right, grouped or stacked.
struct GroupedBarLayout {
  package let chart: Chart
  let groups: ChartGroups
  let isStacked: Bool

  init(_ chart: Chart) {
    self.chart = chart
    groups = ChartGroups(chart)
    // Columns without room become bars.
    isStacked = chart.kind == .stackedBars || chart.kind == .stackedColumns
  }

  /// Adds the bars; false if there is no room.
  func add(to scene: inout ChartScene, in body: Rect) -> Bool {
    let extent = scene.extent
    guard !groups.names.isEmpty, let rect = scene.addLegend(body, isHatched: true),
      addBars(to: &scene, in: scene.addSigns(groups, rect))
    else {
      scene.goBack(to: extent)
      return false
    }
    return true
  }

  private func addBars(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let (low, high) = groups.range(isStacked: isStacked)
    var texts = groups.texts(chart, isStacked: isStacked)
    if isStacked {
      let whole = zip(texts, groups.parts(chart)).map { $1.isEmpty ? $0 : ["\($0[0]) (\($1))"] }
      // Parts are written if they leave most of the width to the bars.
      let widest = whole.joined().reduce(0) { max($0, $1.columns) }
      if widest * 5 <= rect.width * 2 { texts = whole }
    }
    let widest = texts.joined().reduce(0) { max($0, $1.columns) } + 1
    let names = min(groups.names.reduce(0) { max($0, $1.columns) }, rect.width * 2 / 5)
    let lines = groups.names.map { TextLayout.hyphenate($0, to: names) }
    let bars = texts.map { row in isStacked ? 1 : max(1, row.count { !$0.isEmpty }) }
    let (thickness, gap) = BarLayout.spacing(
      lines.map(\.count), of: lines.count, bars: bars.max() ?? 1, rows: rect.height)
    let rows = zip(lines, bars).map { max($0.count, $1 * thickness) }
    let used = rows.reduce(0, +)
    // Names and values are next to the middle of a bar.
    let middle = (thickness - 1) / 2
    let before = low < 0 ? widest : 0
    let width = rect.width - names - 1 - widest - before
    guard used <= rect.height, width >= 6, high > low, (high - low).isFinite else { return false }
    var left = ChartMath.whole((-low / (high - low) * Double(width)).rounded())
    if low < 0 { left = min(max(1, left), high > 0 ? width - 1 : width) }
    let perUnit = min(
      high > 0 ? Double(width - left) * 8 / high : .infinity,
      low < 0 ? Double(left) * 8 / -low : .infinity)
    let zero = rect.x + names + 1 + before + left
    var plot = ChartScene.Plot(
      Rect(
        x: rect.x + names + 1 + before, y: rect.y, width: width, height: rect.height))
    var row = rect.y
    for (place, values) in groups.values.enumerated() {
      let nameRow = row + min(middle, rows[place] - lines[place].count)
      scene.add(.name, lines: lines[place], of: groups.names[place], rect.x, nameRow)
      scene.stops.append(
        .init(
          stop: place, area: Rect(x: rect.x, y: row, width: rect.width, height: rows[place])))
      if isStacked {
        let end = addStack(
          values, zero, row..<(row + thickness), perUnit, (left, width - left), &plot)
        scene.add(.value, texts[place][0], end + 1, row + middle)
      } else {
        var offset = 0
        for (series, value) in values.enumerated() where !texts[place][series].isEmpty {
          guard let value else {
            scene.add(.value, texts[place][series], zero + 1, row + offset + middle, .faint)
            offset += thickness
            continue
          }
          let bar = bar(
            series, value,
            BarFill.eighths(
              value, perUnit, isWhole: chart.glyphs.isASCII, filling: chart.place(series)),
            zero * 8,
            (row + offset)..<(row + offset + thickness))
          plot.bars.append(bar)
          let cells = BarFill.cells(bar.width)
          let text = texts[place][series]
          scene.add(
            .value, text, value < 0 ? zero - cells - 1 - text.columns : zero + cells + 1,
            row + offset + middle, series: series)
          offset += thickness
        }
      }
      row += rows[place] + gap
    }
    scene.plots.append(plot)
    return true
  }

  private func bar(
    _ series: Int, _ value: Double, _ eighths: Int, _ base: Int, _ rows: Range<Int>
  ) -> ChartScene.Bar {
    ChartScene.Bar(
      series: series, value: value, direction: value < 0 ? .left : .right,
      x: value < 0 ? base - eighths : base, y: rows.lowerBound * 8, width: eighths,
      height: rows.count * 8,
      isForward: false, filling: chart.place(series), style: chart.style(series))
  }

  /// Adds the parts of a category, whose borders may be within a cell.
  ///
  /// - Returns: The column after the last of them.
  private func addStack(
    _ values: [Double?], _ zero: Int, _ rows: Range<Int>, _ perUnit: Double,
    _ room: (below: Int, above: Int), _ plot: inout ChartScene.Plot
  ) -> Int {
    var end = zero * 8
    let start = Double(zero)
    for isNegative in [false, true] {
      let parts = values.map { value in
        value.map { ($0 < 0) == isNegative ? $0.magnitude : 0 } ?? 0
      }
      let lengths = StackBorders.eighths(
        parts, perUnit: perUnit, limit: isNegative ? room.below : room.above,
        isWhole: chart.glyphs.isASCII)
      var base = zero * 8
      var exact = start
      for (series, length) in lengths.enumerated() where length > 0 {
        let value = isNegative ? -parts[series] : parts[series]
        var bar = bar(series, value, length, base, rows)
        let next = exact + value * perUnit / 8
        bar.exact = min(exact, next)...max(exact, next)
        plot.bars.append(bar)
        base += isNegative ? -length : length
        exact = next
      }
      end = max(end, base)
    }
    return BarFill.cells(end)
  }
}
