import Canvas
import Records

/// Named values as bars: to the right, or to the left if below zero.
struct BarLayout {
  package let chart: Chart
  let items: [BarItem]

  init(_ chart: Chart) {
    self.chart = chart
    items = chart.shownItems
  }

  /// The columns of names, bars and values, and the place of zero.
  struct Columns {
    var labels: Int
    /// The first column of the bars.
    var start: Int
    /// The columns of the bars only.
    var bars: Int
    /// The columns left of zero.
    var negative: Int
    /// Eighths of a column for a value of 1.
    var perUnit: Double
  }

  /// - Parameter shares: The percentages of the width that names may take, the best first.
  func columns(_ width: Int, _ shares: [Int] = [45, 33, 25]) -> Columns? {
    let values = items.map(\.value)
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 0)
    let texts = items.reduce(0) { max($0, $1.text.columns) } + 1
    let leftTexts = items.reduce(0) { $1.value < 0 ? max($0, $1.text.columns + 1) : $0 }
    let longest = items.reduce(0) { max($0, $1.label.columns) }
    let rightTexts = high > 0 ? texts : 1
    for share in shares {
      let labels = min(longest, width * share / 100)
      let start = labels > 0 ? labels + 1 : 0
      let bars = width - start - leftTexts - rightTexts
      guard bars >= 6 || (share == shares.last && bars >= 3) else { continue }
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

  /// The names in lines, and their columns, which are wider if names would take too many rows.
  private func names(_ rect: Rect) -> (columns: Columns, lines: [[String]])? {
    func lines(_ columns: Columns) -> [[String]] {
      // There cannot be more than one name for each row.
      items.prefix(rect.height + 1).map { item -> [String] in
        let lines = TextLayout.hyphenate(item.label, to: columns.labels)
        return lines.isEmpty ? [""] : lines
      }
    }
    func rows(_ lines: [[String]]) -> Int { lines.reduce(0) { $0 + $1.count } }
    guard let columns = columns(rect.width) else { return nil }
    let narrow = lines(columns)
    guard rows(narrow) > rect.height, let wider = self.columns(rect.width, [60]), wider.bars >= 6
    else { return (columns, narrow) }
    let wide = lines(wider)
    return rows(wide) < rows(narrow) ? (wider, wide) : (columns, narrow)
  }

  /// How many things of some rows each are shown if a row may be needed for a note on the rest.
  static func shown(_ heights: [Int], rows: Int) -> Int {
    if heights.reduce(0, +) <= rows { return heights.count }
    var used = 0
    return heights.prefix {
      used += $0
      return used <= rows - 1
    }.count
  }

  /// The rows of a bar and of the space below it that use the room well.
  ///
  /// - Parameters:
  ///   - lines: The lines of the names.
  ///   - bars: How many bars each name has, one below the other.
  static func spacing(
    _ lines: [Int], of count: Int, bars: Int = 1, rows: Int
  ) -> (thickness: Int, gap: Int) {
    for (thickness, gap) in [(5, 2), (3, 2), (3, 1), (2, 1)] {
      let needed = lines.reduce(0) { $0 + max($1, thickness * bars) + gap } - gap
      if lines.count == count, needed <= rows { return (thickness, gap) }
    }
    let needed = lines.reduce(0) { $0 + max($1, bars) + 1 } - 1
    return (1, lines.count == count && needed <= rows ? 1 : 0)
  }

  func add(to scene: inout ChartScene, in rect: Rect) {
    // A rank is a position, not a length.
    guard chart.unit.id != "rank", let (columns, names) = names(rect) else {
      addList(to: &scene, in: rect)
      return
    }
    let (thickness, gap) = Self.spacing(names.map(\.count), of: items.count, rows: rect.height)
    let heights = names.map { max(thickness, $0.count) + gap }
    let shown = Self.shown(heights, rows: rect.height + gap)
    guard shown > 0 else {
      addList(to: &scene, in: rect)
      return
    }
    var plot = ChartScene.Plot(
      Rect(
        x: rect.x + columns.start, y: rect.y, width: columns.bars, height: rect.height))
    var row = rect.y
    for (index, item) in items.prefix(shown).enumerated() {
      let height = heights[index] - gap
      let above = (height - names[index].count) / 2
      scene.add(
        .name, lines: names[index], of: item.label, rect.x, row + above, series: item.series)
      let bar = bar(item, columns, rect.x, row, thickness)
      if !item.isMissing { plot.bars.append(bar) }
      let cells = BarFill.cells(bar.width)
      let zero = rect.x + columns.start + columns.negative
      let column = item.value < 0 ? zero - cells - 1 - item.text.columns : zero + cells + 1
      scene.add(.value, item.text, column, row + (thickness - 1) / 2, series: item.series)
      if let stop = chart.stopIndex(item, at: index) {
        scene.stops.append(
          .init(
            stop: stop, area: Rect(x: rect.x, y: row, width: rect.width, height: height)))
      }
      row += heights[index]
    }
    scene.plots.append(plot)
    addRest(after: shown, row, to: &scene, in: rect)
  }

  /// Says how many items found no room.
  private func addRest(after shown: Int, _ row: Int, to scene: inout ChartScene, in rect: Rect) {
    guard shown < items.count else { return }
    for item in items.dropFirst(shown) {
      scene.omit(.name, item.label, series: item.series)
      scene.omit(.value, item.text, series: item.series)
    }
    guard row < rect.bottom else { return }
    scene.add(.note, "\(items.count - shown) more", rect.x, row, .faint)
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
      style: Style(
        chart.emphasised.map { $0 == item.series } ?? true ? .series0 : .text))
  }

  /// Names and values only, if bars have no room: side by side, or otherwise below each other.
  func addList(to scene: inout ChartScene, in rect: Rect) {
    let widest = items.reduce(0) { max($0, $1.label.columns) }
    let texts = items.reduce(0) { max($0, $1.text.columns) }
    let isTable = widest + texts + 2 <= rect.width
    let right = min(rect.width, widest + texts + 2)
    let rows = items.prefix(rect.height + 1).map { item -> (names: [String], values: [String]) in
      if isTable { return ([item.label], [item.text]) }
      return (
        TextLayout.hyphenate(item.label, to: rect.width),
        TextLayout.hyphenate(item.text, to: rect.width)
      )
    }
    var heights = rows.map { isTable ? 1 : $0.names.count + $0.values.count }
    var shown = Self.shown(heights, rows: rect.height)
    var names = rows.map(\.names)
    if shown == 0, let first = rows.first {
      // One value, even without its name, is better than none.
      if heights[0] > rect.height {
        scene.omit(.name, items[0].label, series: items[0].series)
        names[0] = []
        heights[0] = first.values.count
      }
      shown = heights[0] <= rect.height ? 1 : 0
    }
    var y = rect.y
    for (index, item) in items.prefix(shown).enumerated() {
      scene.add(.name, lines: names[index], of: item.label, rect.x, y, series: item.series)
      let values = rows[index].values
      if isTable {
        scene.add(.value, item.text, rect.x + right - item.text.columns, y, series: item.series)
      } else {
        scene.add(
          .value, lines: values, of: item.text, rect.x, y + names[index].count,
          Style(.text, .bold), series: item.series)
      }
      if let stop = chart.stopIndex(item, at: index) {
        let area = Rect(x: rect.x, y: y, width: rect.width, height: heights[index])
        scene.stops.append(.init(stop: stop, area: area))
      }
      y += heights[index]
    }
    addRest(after: shown, y, to: &scene, in: rect)
  }
}
