import Canvas
import Query
import Records
import Text

/// Values as signs on a common scale, a row for each; in a dumbbell the first and the last are
/// joined.
struct DotLayout {
  package let chart: Chart

  init(_ chart: Chart) { self.chart = chart }

  /// A row: its name, and its values with their texts.
  private struct Row {
    var series: Int
    var name: String
    var marks: [Mark]
  }

  /// A value with its text; `number` leaves out magnitude and status, which the axis and the key
  /// show.
  private struct Mark {
    package var value: Double
    package var text: String
    package var number = ""
    var isForward: Bool
    /// Whether it is the first of two ends, which has the other sign.
    var isFirst = false
  }

  private var rows: [Row] {
    if chart.kind == .dots {
      return chart.shownItems.map {
        Row(
          series: $0.series, name: $0.label,
          marks: $0.isMissing
            ? [] : [Mark(value: $0.value, text: $0.text, isForward: $0.isForward)])
      }
    }
    let format = ValueFormat(chart.unit)
    let scale = chart.scale
    let unit = AxisUnit(scale)
    let periods = (first: chart.periods.first, last: chart.periods.last)
    return chart.series.enumerated().compactMap { index, series in
      var (first, last) = chart.ends(index)
      guard first != nil || last != nil else { return nil }
      // A single value is the first end if it is of the first period.
      let isFirst = first?.period == periods.first && periods.first != periods.last
      if chart.endNames.isEmpty, last == nil, !isFirst { (first, last) = (nil, first) }
      let ends = [(first, periods.first, true), (last, periods.last, false)]
      return Row(
        series: index, name: series.name,
        marks: ends.compactMap { end, period, isFirst in
          guard let end else { return nil }
          let number = DecimalText.telling(scale.scaled(end.value ?? 0), decimals: scale.decimals)
          // The key names the periods of all.
          let own = end.period.flatMap { $0 == period ? nil : " (\($0.title))" } ?? ""
          return Mark(
            value: end.value ?? 0, text: format.text(end) + own,
            number: ValueFormat.sign(end.qualifiers) + unit.text(number) + own,
            isForward: end.qualifiers.isForward, isFirst: isFirst)
        })
    }
  }

  /// Adds the rows; false if they find no room.
  func add(to scene: inout ChartScene, in rect: Rect) -> Bool {
    let whole = rows
    guard chart.kind == .dumbbell, let standing, texts(whole) * 2 > rect.width / 3,
      key(standing).columns + 2 + AxisUnit(chart.scale).label.columns <= rect.width
    else { return add(whole, nil, to: &scene, in: rect) }
    // Long values leave no plot: the axis shows their magnitude, the key what they have in common.
    var short = whole
    for row in short.indices {
      for mark in short[row].marks.indices {
        short[row].marks[mark].text = short[row].marks[mark].number
      }
    }
    return add(short, standing, to: &scene, in: rect)
  }

  private func texts(_ rows: [Row]) -> Int {
    rows.reduce(0) { most, row in
      row.marks.reduce(max(most, row.marks.isEmpty ? Chart.noData.columns : 0)) {
        max($0, $1.text.columns)
      }
    }
  }

  /// The words that all first and all last values share; nil if they differ.
  private var standing: [String]? {
    let known = chart.series.map {
      $0.observations.filter { $0.value.map(Chart.isDrawable) ?? false }
    }
    .filter { !$0.isEmpty }
    guard known.allSatisfy({ $0.count > 1 }), chart.periods.count > 1 else { return nil }
    let ends = [known.compactMap(\.first), known.compactMap(\.last)]
    let periods = [chart.periods.first, chart.periods.last]
    let told = zip(ends, periods).map { ends, period in
      let words = Set(ends.map { ValueFormat.standing($0.qualifiers).joined(separator: ", ") })
      return ends.allSatisfy { $0.period == period } && words.count == 1 ? words.first : nil
    }
    guard let first = told[0], let last = told[1] else { return nil }
    return [first, last]
  }

  /// - Parameter standing: What the key says about all first and all last values; nil if the texts
  ///   say it.
  private func add(
    _ rows: [Row], _ standing: [String]?, to scene: inout ChartScene, in rect: Rect
  ) -> Bool {
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
    let texts = texts(rows)
    // Values are on both sides of a dumb-bell, and to the right of a dot.
    let before = chart.kind == .dumbbell ? texts + 1 : 0
    let left = (names > 0 ? names + 1 : 0) + before
    let width = rect.width - left - texts - 1
    guard width >= 8, used + 2 <= rect.height else { return false }
    // A row for the numbers of the axis and one for the unit or the key.
    let gap = min(3, (rect.height - 2 - used) / max(1, rows.count - 1))
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
    let key = chart.kind == .dumbbell ? key(standing ?? ["", ""]) : ""
    addUnit(area, rect, key, to: &scene)
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
          ChartScene.DataPoint(
            series: row.series,
            sign: mark.isForward || mark.isFirst ? .forward : .measured,
            x: scale.scaled(mark.value), y: Double(number), column: places[index],
            row: (y - area.y) * glyphs.down + glyphs.down / 2, style: chart.style(row.series)))
      }
      if row.marks.isEmpty {
        scene.add(.value, Chart.noData, area.x + 1, y, .faint, series: row.series)
      } else {
        addTexts(row.marks.map(\.text), cells, area.x, y, row.series, to: &scene)
      }
      y += heights[number] + gap
    }
    if !key.isEmpty, area.bottom + 1 < rect.bottom {
      scene.add(.note, key, rect.x, rect.bottom - 1, .faint)
    }
    scene.plots.append(plot)
    return true
  }

  /// The unit below the numbers of the axis, if a row is left.
  private func addUnit(_ area: Rect, _ rect: Rect, _ key: String, to scene: inout ChartScene) {
    let unit = AxisUnit(chart.scale).label
    // In the last row it is beside the key.
    let row = min(area.bottom + 1, rect.bottom - 1)
    let taken = row == rect.bottom - 1 && !key.isEmpty ? key.columns : -2
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

  /// What the two signs mean: the first and the last period, and the words for all values there;
  /// empty unless there are two.
  private func key(_ standing: [String]) -> String {
    var names = chart.endNames
    let periods = chart.periods
    if names.isEmpty, let first = periods.first, let last = periods.last, first != last {
      names = [first.title, last.title]
    }
    guard names.count == 2 else { return "" }
    let titles = zip(names, standing).map { name, word in
      word.isEmpty ? name : "\(name), \(word)"
    }
    let glyphs = chart.glyphs
    return "\(glyphs.hollowDot) \(titles[0])   \(glyphs.dot) \(titles[1])"
  }
}
