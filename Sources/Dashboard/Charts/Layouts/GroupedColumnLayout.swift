import Canvas

/// The series of each category as columns, grouped or stacked.
struct GroupedColumnLayout {
  package let chart: Chart
  let groups: ChartGroups
  let isStacked: Bool

  init(_ chart: Chart) {
    self.chart = chart
    groups = ChartGroups(chart)
    isStacked = chart.kind == .stackedColumns
  }

  /// Adds the columns; false if a name or a value finds no room.
  func add(to scene: inout ChartScene, in body: Rect) -> Bool {
    let extent = scene.extent
    guard !groups.names.isEmpty, let rect = scene.addLegend(body, isHatched: true),
      addColumns(to: &scene, in: scene.addSigns(groups, rect))
    else {
      scene.goBack(to: extent)
      return false
    }
    return true
  }

  private func addColumns(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let (low, high) = groups.range(isStacked: isStacked)
    let count = isStacked ? 1 : chart.series.count
    let texts = groups.texts(chart, isStacked: isStacked).map { row in
      // Below a legend a sign is enough for a missing value beside others.
      row.map { $0 == Chart.noData ? "–" : $0 }
    }
    let widest = texts.joined().reduce(0) { max($0, $1.columns) }
    let least = max(widest + (count > 1 ? 1 : 0), 2)
    let slot = min(rect.width / groups.names.count, max(least * count + 2, 10 * count + 4, 20))
    guard slot >= least * count + 2 else { return false }
    let column = max(least, min(10, (slot - 2) / count))
    let names = groups.names.map { TextLayout.hyphenate($0, to: slot - 1) }
    let nameRows = names.reduce(0) { max($0, $1.count) }
    // The parts of sums have a row of their own if all of them fit between the columns.
    let parts = isStacked ? groups.parts(chart) : []
    let fits = parts.allSatisfy { $0.columns < slot } && parts.contains { !$0.isEmpty }
    let lifts = fits && high > 0 && rect.height >= 12 ? 1 : 0
    let above = high > 0 ? 1 + lifts : 0
    let rows = rect.height - nameRows - 1 - above - (low < 0 ? 1 : 0)
    guard rows >= 3, nameRows <= 3, high > low, (high - low).isFinite else { return false }
    var below =
      low < 0 ? max(1, ChartMath.whole((-low / (high - low) * Double(rows)).rounded())) : 0
    if high > 0 { below = min(below, rows - 1) }
    let perUnit = min(
      high > 0 ? Double(rows - below) * 8 / high : .infinity,
      low < 0 ? Double(below) * 8 / -low : .infinity)
    let zero = rect.y + above + rows - below
    var plot = ChartScene.Plot(
      Rect(
        x: rect.x, y: rect.y, width: slot * groups.names.count,
        height: rect.height - nameRows))
    plot.rules.append(
      .init(
        role: .zero, x: rect.x, y: zero, length: plot.area.width, isHorizontal: true))
    let drawn = count > 1 ? column - 1 : max(2, min(14, slot - 4))
    for (place, values) in groups.values.enumerated() {
      let left = rect.x + place * slot
      let start = left + (slot - (count > 1 ? column * count : drawn)) / 2
      if isStacked {
        let ends = addStack(
          values, start, drawn, zero, perUnit, (below, rows - below), &plot)
        let text = texts[place][0]
        // If all values are below zero, there is no row above it.
        let row = high > 0 ? ends.top - 1 : ends.bottom + 1
        scene.add(.value, text, left + (slot - text.columns) / 2, row - lifts)
        if lifts > 0 {
          let part = parts[place]
          scene.add(.value, part, left + (slot - part.columns) / 2, row, .faint)
        }
      } else {
        for (series, value) in values.enumerated() {
          let x = start + series * column
          guard let value else {
            let text = texts[place][series]
            let row = high > 0 ? zero - 1 : zero + 1
            let isWhole = !values.contains { $0 != nil }
            // If all are missing, one sign is enough.
            let middle = isWhole ? left + slot / 2 : x + (drawn - text.columns) / 2
            scene.add(.value, text, middle, row, .faint)
            continue
          }
          let eighths = BarFill.eighths(
            value, perUnit, isWhole: chart.glyphs.isASCII, filling: chart.place(series))
          plot.bars.append(bar(series, value, x, drawn, eighths, zero * 8))
          let cells = BarFill.cells(eighths)
          let text = texts[place][series]
          scene.add(
            .value, text, x + (drawn - text.columns) / 2,
            value < 0 ? zero + 1 + cells : zero - 1 - cells, series: series)
        }
      }
      for (offset, line) in names[place].enumerated() {
        scene.add(
          .name, line, left + (slot - line.columns) / 2, rect.bottom - nameRows + offset, .faint,
          of: groups.names[place])
      }
      scene.stops.append(
        .init(stop: place, area: Rect(x: left, y: rect.y, width: slot, height: rect.height)))
    }
    scene.plots.append(plot)
    return true
  }

  private func bar(
    _ series: Int, _ value: Double, _ x: Int, _ width: Int, _ eighths: Int, _ base: Int
  ) -> ChartScene.Bar {
    ChartScene.Bar(
      series: series, value: value, direction: value < 0 ? .down : .up, x: x * 8,
      y: value < 0 ? base + 8 : base - eighths, width: width * 8, height: eighths,
      isForward: false, filling: chart.place(series), style: chart.style(series))
  }

  /// Adds the parts of a category, whose borders may be within a cell.
  ///
  /// - Returns: The row of the topmost, and that of the lowest or of zero.
  private func addStack(
    _ values: [Double?], _ x: Int, _ width: Int, _ zero: Int, _ perUnit: Double,
    _ room: (below: Int, above: Int), _ plot: inout ChartScene.Plot
  ) -> (top: Int, bottom: Int) {
    var (top, bottom) = (zero * 8, zero * 8)
    for isNegative in [false, true] {
      let parts = values.map { value in
        value.map { ($0 < 0) == isNegative ? $0.magnitude : 0 } ?? 0
      }
      let lengths = StackBorders.eighths(
        parts, perUnit: perUnit, limit: isNegative ? room.below : room.above,
        isWhole: chart.glyphs.isASCII)
      var base = zero * 8
      // Parts below zero start below the row of the zero line.
      var exact = Double(isNegative ? zero + 1 : zero)
      for (series, length) in lengths.enumerated() where length > 0 {
        let value = isNegative ? -parts[series] : parts[series]
        var bar = bar(series, value, x, width, length, base)
        let next = exact - value * perUnit / 8
        bar.exact = min(exact, next)...max(exact, next)
        plot.bars.append(bar)
        base += isNegative ? length : -length
        exact = next
      }
      top = min(top, base)
      bottom = max(bottom, base)
    }
    return (zero - BarFill.cells(zero * 8 - top), zero + BarFill.cells(bottom - zero * 8))
  }
}
