import Canvas
import Query
import Records

/// A before and an after: a line for each series between its first and its last value.
struct SlopeLayout {
  package let chart: Chart
  let pairs: [Pair]

  /// The two ends of a series.
  struct Pair {
    var series: Int
    var name: String
    /// What is known of each end; nil if there is no value.
    var first: Observation?
    var last: Observation?
    /// The values in the axis's magnitude; not a number if missing.
    var values: (Double, Double)
  }

  init(_ chart: Chart) {
    self.chart = chart
    let scale = chart.scale
    let dated = Set(
      chart.series.indices.flatMap { chart.known($0).compactMap(\.period) })
    let (start, end) = (dated.min(), dated.max())
    pairs = chart.series.enumerated().compactMap { index, series in
      let known = chart.known(index)
      var (first, last) = chart.ends(index)
      if let start, let end, start != end, known.allSatisfy({ $0.period != nil }) {
        first = known.first { $0.period == start }
        last = known.last { $0.period == end }
      }
      guard first != nil || last != nil else { return nil }
      func scaled(_ observation: Observation?) -> Double {
        observation?.value.map(scale.scaled) ?? .nan
      }
      return Pair(
        series: index, name: series.name, first: first, last: last,
        values: (scaled(first), scaled(last)))
    }
  }

  /// Whether a series has both ends.
  var hasPair: Bool { pairs.contains { $0.first != nil && $0.last != nil } }

  /// The texts at the left, and those at the right, which have the names; empty for a missing end.
  private var texts: (starts: [String], ends: [String]) {
    let format = ValueFormat(chart.unit)
    func told(_ end: Observation?) -> String { end.map { format.text($0) } ?? "" }
    let starts = pairs.map { pair in
      // If there is no end, the name is at the start.
      [pair.last == nil ? pair.name : "", told(pair.first)].filter { !$0.isEmpty }
        .joined(separator: " ")
    }
    let ends = pairs.map { pair in
      pair.last == nil || pair.name.isEmpty ? told(pair.last) : "\(told(pair.last)) \(pair.name)"
    }
    return (starts, ends)
  }

  /// A text that says which series lack an end; nil if none does.
  private func missing(_ names: [String]) -> String? {
    let lacking = [\Pair.first, \.last].map { end in
      pairs.filter { $0[keyPath: end] == nil && !$0.name.isEmpty }.map(\.name)
    }
    let parts = zip(names, lacking).filter { !$1.isEmpty }.map { name, series in
      "\(name) \(series.joined(separator: ", "))"
    }
    return parts.isEmpty ? nil : "No data: " + parts.joined(separator: "; ")
  }

  /// Adds the lines; false if a series has neither end, none has both, or labels leave no room.
  ///
  /// A series that has one end alone is a dot there, and a note says so.
  func add(to scene: inout ChartScene, in body: Rect) -> Bool {
    guard let both = pairs.first(where: { $0.first != nil && $0.last != nil }) else { return false }
    let names =
      chart.endNames.isEmpty
      ? [both.first, both.last].map { $0?.period?.title ?? "not dated" } : chart.endNames
    var rect = body
    let note = missing(names)
    let noteLines = note.map { TextLayout.hyphenate($0, to: body.width) } ?? []
    if body.height >= noteLines.count + 6 {
      rect = body.splitRows(top: body.height - noteLines.count).top
    }
    let (starts, ends) = texts
    let longest = ends.reduce(0) { max($0, $1.columns) }
    let left = max(4, starts.reduce(0) { max($0, $1.columns) })
    // Long names are wrapped if they would leave less than a third of the width to the lines.
    let least = max(5, rect.width / 3)
    let room = max(min(longest, 12), rect.width - left - 2 - least)
    let lines = ends.map { TextLayout.hyphenate($0, to: min(longest, room)) }
    let right = lines.joined().reduce(0) { max($0, $1.columns) }
    guard pairs.count == chart.series.count,
      rect.height >= max(4, lines.reduce(0) { $0 + $1.count } + 2),
      rect.width >= left + right + 2 + 5
    else { return false }
    let width = min(rect.width - left - right - 2, 60)
    guard names.allSatisfy({ $0.columns <= width / 2 + 3 }) else { return false }
    let values = pairs.flatMap { [$0.values.0, $0.values.1] }.filter { !$0.isNaN }
    guard let low = values.min(), let high = values.max() else { return false }
    let glyphs = chart.glyphs
    let up = ChartScene.Axis.up(
      low...high, rows: rect.height - 1, dotsPerRow: glyphs.down, fromZero: true)
    let rows = up.scale.dots / glyphs.down
    let area = Rect(
      x: rect.x + left + 1, y: rect.y + rect.height - 1 - rows, width: width, height: rows)
    var plot = ChartScene.Plot(area)
    let across = ChartScene.Axis(
      kind: .linear, scale: Scale(from: 0, to: 1, dots: width * glyphs.across), ticks: [], step: 0)
    (plot.across, plot.up) = (across, up)
    // Values are at the ends; only the axis's zero is labelled.
    plot.up?.ticks.removeAll { $0.value != 0 }
    plot.order = pairs.map(\.series)
    let zero = rows - 1 - up.dot(0) / glyphs.down
    plot.rules.append(
      .init(role: .zero, x: area.x, y: area.y + zero, length: width, isHorizontal: true))
    let strokes = LineStrokes(
      across: across, up: up, width: width * glyphs.across, height: rows * glyphs.down)
    for pair in pairs {
      let flags: ChartNumbers.Flags = pair.last?.qualifiers.isForward ?? false ? .forward : []
      let column = ChartNumbers.Column(
        x: [0, 1], y: [pair.values.0, pair.values.1], flags: [[], flags])
      plot.lines.append(
        ChartScene.Line(
          series: pair.series, stroke: .series(chart.place(pair.series)), x: column.x, y: column.y,
          forward: flags.isEmpty ? [] : [1], strokes: strokes.strokes(column)))
      for (x, value, observation) in [
        (0.0, pair.values.0, pair.first), (1, pair.values.1, pair.last),
      ] {
        guard let observation, let dot = strokes.dot(x, value) else { continue }
        plot.points.append(
          ChartScene.DataPoint(
            series: pair.series, sign: observation.qualifiers.isForward ? .forward : .measured,
            x: x, y: value, column: dot.x, row: dot.y, style: chart.style(pair.series)))
      }
    }
    guard addLabels(starts, ends, lines, up, area, zero, to: &scene) else { return false }
    addPeriods(names, area, to: &scene)
    if let note {
      if rect.height < body.height {
        scene.add(.note, lines: noteLines, of: note, body.x, rect.bottom, .faint)
      } else {
        scene.omit(.note, note)
      }
    }
    scene.plots.append(plot)
    return true
  }

  /// Adds values and names at both sides; false if one of them finds no row.
  private func addLabels(
    _ starts: [String], _ ends: [String], _ lines: [[String]], _ up: ChartScene.Axis,
    _ area: Rect, _ zero: Int, to scene: inout ChartScene
  ) -> Bool {
    func row(_ value: Double) -> Int { area.height - 1 - up.dot(value) / chart.glyphs.down }
    // Of equal values, the one that rises is above.
    func places(_ end: KeyPath<Pair, Double>, _ other: KeyPath<Pair, Double>) -> [Double] {
      pairs.map { $0[keyPath: end].isNaN ? $0[keyPath: other] : $0[keyPath: end] }
    }
    let (starting, ending) = (places(\.values.0, \.values.1), places(\.values.1, \.values.0))
    // Empty content takes no row.
    let lefts = LabelPlacement.rows(
      starting.map(row), heights: starts.map { $0.isEmpty ? 0 : 1 }, count: area.height,
      ties: order(starting, then: ending))
    let rights = LabelPlacement.rows(
      ending.map(row), heights: zip(ends, lines).map { $0.isEmpty ? 0 : $1.count },
      count: area.height, ties: order(ending, then: starting))
    guard !lefts.contains(nil), !rights.contains(nil) else { return false }
    if !zip(lefts, starts).contains(where: { $0 == zero && !$1.isEmpty }) {
      scene.add(.tick, "0", area.x - 2, area.y + zero, .faint)
    }
    for (index, pair) in pairs.enumerated() {
      let stop: Rect?
      if ends[index].isEmpty {
        stop = lefts[index].map { left in
          let width = starts[index].columns
          return Rect(x: area.x - 1 - width, y: area.y + left, width: width, height: 1)
        }
      } else {
        stop = rights[index].map { right in
          Rect(
            x: area.right + 1, y: area.y + right,
            width: lines[index].reduce(0) { max($0, $1.columns) }, height: lines[index].count)
        }
      }
      if let stop { scene.stops.append(.init(stop: index, area: stop)) }
      if let left = lefts[index], !starts[index].isEmpty {
        scene.add(
          .value, starts[index], area.x - 1 - starts[index].columns, area.y + left,
          series: pair.series)
      }
      if let right = rights[index], !ends[index].isEmpty {
        scene.add(
          .end, lines: lines[index], of: ends[index], area.right + 1, area.y + right,
          chart.style(pair.series), series: pair.series)
      }
    }
    return true
  }

  /// The places of labels from above: by value, then by the value at the other end.
  private func order(_ values: [Double], then others: [Double]) -> [Double] {
    let sorted = values.indices.sorted { left, right in
      if values[left] != values[right] { return values[left] > values[right] }
      return others[left] == others[right] ? left < right : others[left] > others[right]
    }
    var places = [Double](repeating: 0, count: values.count)
    for (place, index) in sorted.enumerated() { places[index] = Double(place) }
    return places
  }

  /// The first and the last period, whole, below their ends.
  private func addPeriods(_ names: [String], _ area: Rect, to scene: inout ChartScene) {
    let (start, end) = (names[0], names[1])
    scene.add(.tick, start, area.x - min(start.columns, 4), area.bottom, .faint)
    scene.add(
      .tick, end, area.right - end.columns + min(end.columns, 4), area.bottom, .faint)
  }
}
