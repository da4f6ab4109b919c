import Canvas
import Query
import Records
import Text

extension Chart {
  /// The scale of a horizontal axis of numbers with a unit; nil without one.
  func positionScale(_ span: ClosedRange<Double>) -> ValueScale? {
    positionUnit.map { ValueScale([span.lowerBound, span.upperBound], unit: $0, decimals: 12) }
  }

  /// The name of a single series' values; nil if there is none.
  fileprivate var valueName: String? {
    [series[0].name, valueTitle].first { !$0.isEmpty }
  }
}

extension LineLayout {
  /// The lines below the picture that explain signs, each with the text that it belongs to.
  ///
  /// A text that does not fit into the rows that the height allows is left out.
  func noteLines(
    _ range: ClosedRange<Double>, to scene: inout ChartScene
  ) -> [(text: String, whole: String)] {
    guard hasNote else { return [] }
    let most =
      body.height < (isPanel ? 6 : 8) ? 0 : body.height < 14 ? 1 : body.height < 22 ? 2 : 3
    var lines: [(text: String, whole: String)] = []
    for note in notes(range) {
      if let last = lines.last?.text, last.columns + 3 + note.columns <= body.width {
        let joined = "\(last)   \(note)"
        // Joined words stay on one line.
        if lines[lines.count - 1].whole == last {
          lines[lines.count - 1] = (joined, joined)
          continue
        }
      }
      let wrapped = TextLayout.hyphenate(note, to: body.width)
      if lines.count + wrapped.count <= most {
        lines += wrapped.map { ($0, note) }
      } else {
        scene.omit(.note, note)
      }
    }
    return lines
  }

  /// What signs mean, and what cannot be seen.
  private func notes(_ range: ClosedRange<Double>) -> [String] {
    var parts: [String] = []
    let glyphs = chart.glyphs
    if chart.kind == .scatter {
      if !chart.positionTitle.isEmpty {
        let unit = numbers.span.flatMap { chart.positionScale($0) }?.heading ?? ""
        let isTold = ["", "number", "year", chart.positionTitle].contains(unit)
        parts.append("Across: \(chart.positionTitle)" + (isTold ? "" : ", \(unit)"))
      }
      if chart.series.count == 1, let name = chart.valueName { parts.append("Up: \(name)") }
      if chart.series.count > 1 {
        for index in chart.series.indices where numbers.columns[index].last != nil {
          parts.append("\(glyphs.sign(.series(chart.place(index)))) \(chart.series[index].name)")
        }
      }
    }
    if numbers.overlays.last != nil {
      let kinds = [
        numbers.overlays.flags.contains { $0.contains(.forward) } ? "projected" : nil,
        numbers.overlays.flags.contains { $0.contains(.estimated) } ? "estimated" : nil,
      ].compactMap(\.self)
      parts.append(
        "\(glyphs.overlayDot) the report’s figure"
          + (kinds.isEmpty ? "" : ", some \(kinds.joined(separator: " or "))"))
    }
    // A stack shows sums, which have no signs of their own.
    let hasSigns = chart.kind != .stackedArea
    if hasSigns, numbers.hasForward { parts.append("\(glyphs.hollowDot) expected or projected") }
    if hasSigns, numbers.hasEstimated { parts.append("\(glyphs.sign(.estimated)) estimated") }
    if !chart.isLogarithmic, chart.kind == .line {
      let ranges = [range] + (second.map { [$0.range] } ?? [])
      let sides = second == nil ? ["axis"] : ["left axis", "right axis"]
      for (range, side) in zip(ranges, sides)
      where !Ticks.extended(range, fromZero: false).contains(0) {
        parts.append("The \(side) does not start at zero.")
      }
    }
    if chart.kind == .stackedArea {
      parts += AreaStack.notes(numbers, shown, chart.series.map(\.name))
    }
    let without = chart.series.indices.filter {
      numbers.columns[$0].last == nil && !chart.series[$0].name.isEmpty
    }
    let passing = without.filter { numbers.columns[$0].isDrawn }
    for (words, lines) in [
      ("No data", without.filter { !passing.contains($0) }),
      ("Values before and after only", passing),
    ] where !lines.isEmpty {
      parts.append("\(words): " + lines.map { chart.series[$0].name }.joined(separator: ", "))
    }
    return parts
  }

  /// The name and last value of each series, in the order of importance.
  ///
  /// A series that ends before another says when. Nothing is cut. If the labels do not fit, they
  /// leave out the value, first those that would have to name its period; then names are wrapped
  /// beside the sample of their line, and a word that is too long is hyphenated.
  ///
  /// - Parameter part: The sixtieths of the width that they may take; up to half of the width if
  ///   all of them then fit.
  func endLabels(_ stack: AreaStack?, _ part: Int, rows: Int) -> [EndLabel] {
    guard hasEndLabels, chart.kind != .scatter else { return [] }
    let labels = endLabels(stack, room: body.width * part / 60)
    func count(_ labels: [EndLabel]) -> Int { labels.reduce(0) { $0 + $1.lines.count } }
    guard count(labels) > rows else { return labels }
    let wider = endLabels(stack, room: body.width / 2)
    return count(wider) <= rows ? wider : labels
  }

  private func endLabels(_ stack: AreaStack?, room: Int) -> [EndLabel] {
    var names: [EndLabel] = []
    var widest = [0, 0, 0, 0]
    var forms: [[EndLabel]] = [[], [], []]
    let earlyEnds = earlyEnds
    for index in shown {
      let column = numbers.columns[index]
      guard column.isDrawn else { continue }
      let number = column.last.map { valueText(column.y[$0], of: index) }
      let name = chart.series[index].name
      let sample =
        !isAlone && !isFilled ? strokeSample(index) + " " : ""
      let full = name.isEmpty ? number ?? "" : sample + name + (number.map { " \($0)" } ?? "")
      let early = earlyEnds[index].map { " (\($0.title))" }
      let texts = [full + (early ?? ""), early == nil ? full : sample + name, sample + name]
      for (form, text) in texts.enumerated() {
        forms[form].append(EndLabel(series: index, lines: [text], whole: text))
        widest[form] = max(widest[form], text.columns)
      }
      names.append(EndLabel(series: index, lines: [name], whole: name))
      widest[3] = max(widest[3], name.columns)
    }
    if let form = forms.indices.first(where: { widest[$0] <= room }) { return forms[form] }
    // Samples distinguish lines without colour, so they stay while there is room for a word.
    let hasSamples = !isAlone && !isFilled && room >= 11
    if widest[3] <= room, !hasSamples { return names }
    return names.map { label in
      let lines = TextLayout.hyphenate(label.whole, to: hasSamples ? room - 3 : room)
      guard hasSamples, !lines.isEmpty else {
        return EndLabel(series: label.series, lines: lines, whole: label.whole)
      }
      let sample = strokeSample(label.series)
      return EndLabel(
        series: label.series,
        lines: lines.enumerated().map { ($0 == 0 ? sample + " " : "   ") + $1 },
        whole: "\(sample) \(label.whole)")
    }
  }

  private func valueText(_ value: Double, of index: Int) -> String {
    saysMagnitudes
      ? DecimalText.trimmed(
        ValueFormat(Unit(id: "", title: "")).text(value * numbers.scale.magnitude.factor))
      : unit(of: index).text(DecimalText.telling(value, decimals: decimals(of: value, in: index)))
  }

  /// The decimals of a label: those of the scale, or of the source where the scale is made for
  /// values a hundred times as large.
  private func decimals(of value: Double, in index: Int) -> Int {
    let decimals = numbers.scale.decimals
    let largest = numbers.range.map { max($0.lowerBound.magnitude, $0.upperBound.magnitude) } ?? 0
    guard decimals == 0, value.magnitude * 100 < largest, numbers.scale.magnitude == .one else {
      return decimals
    }
    let given = chart.series[index].observations.map(\.decimals).max() ?? 0
    return min(Int(given), ValueFormat.sensibleDecimals(value))
  }

  /// The period of the last value of each series that ends before another that is shown; nil for
  /// the others.
  private var earlyEnds: [Period?] {
    var earlyEnds = [Period?](repeating: nil, count: chart.series.count)
    guard !numbers.isNumeric, shown.count > 1 else { return earlyEnds }
    let lasts = shown.map { index in
      numbers.columns[index].last.map { numbers.columns[index].x[$0] }
    }
    // Usually all end at the same time.
    guard Set(lasts.compactMap(\.self)).count > 1 else { return earlyEnds }
    let periods = zip(shown, lasts).map { index, last in
      chart.series[index].observations.last { $0.period.map { $0.position == last } ?? false }?
        .period
    }
    for (index, early) in zip(shown, Chart.earlyEnds(periods)) { earlyEnds[index] = early }
    return earlyEnds
  }

  func addEndLabels(
    _ labels: [EndLabel], _ stack: AreaStack?, _ plot: ChartScene.Plot, to scene: inout ChartScene
  ) {
    let area = plot.area
    let room = body.right - area.right - 1
    if hasEndLabels, chart.kind != .scatter {
      for index in shown where numbers.columns[index].isDrawn {
        if !labels.contains(where: { $0.series == index }) {
          scene.omit(.end, chart.series[index].name, series: index)
        }
      }
    }
    guard room > 0, !labels.isEmpty else { return }
    let wishes = labels.map { label -> Int in
      let column = stack?.columns[label.series] ?? numbers.columns[label.series]
      guard var value = column.lastDrawn, let up = plot.up else { return 0 }
      if let stack, let last = column.last {
        value = (value + stack.base(of: label.series, at: last)) / 2
      }
      return area.height - 1 - up.dot(value) / chart.glyphs.down
    }
    // Of two in one row the greater value is above; of equal ones the first series, whichever is
    // highlighted.
    let order = labels.indices.sorted { labels[$0].series < labels[$1].series }
    let ties = labels.indices.map { index -> Double in
      let column = stack?.columns[labels[index].series] ?? numbers.columns[labels[index].series]
      return column.lastDrawn.map { -$0 } ?? 0
    }
    let sorted = LabelPlacement.rows(
      order.map { wishes[$0] }, heights: order.map { labels[$0].lines.count }, count: area.height,
      ties: order.map { ties[$0] })
    var rows = [Int?](repeating: nil, count: labels.count)
    if sorted.contains(nil) {
      rows = LabelPlacement.rows(
        wishes, heights: labels.map(\.lines.count), count: area.height, ties: ties)
    } else {
      for (place, index) in order.enumerated() { rows[index] = sorted[place] }
    }
    let moves = zip(wishes, rows).compactMap { wish, row in row.map { (from: wish, to: $0) } }
    for move in Connectors(moves).kept {
      scene.connectors.append(
        .init(x: area.right, from: area.y + move.from, to: area.y + move.to))
    }
    for (label, row) in zip(labels, rows) {
      guard let row else {
        scene.omit(.end, label.whole, series: label.series)
        continue
      }
      scene.add(
        .end, lines: label.lines, of: label.whole, area.right + 1, area.y + row,
        chart.style(label.series).with(label.series == chart.emphasised ? .bold : []),
        series: label.series)
    }
  }
}
