import Canvas

/// The texts above and below the picture: title, subtitle and source, each complete or not at all.
extension ChartScene {
  mutating func addHead(_ numbers: ChartNumbers, _ body: inout Rect) {
    addTitle(&body)
    addSubtitle(numbers, &body)
    addSource(&body)
  }

  /// The rows that the picture keeps in any case.
  private var leastRows: Int { size.height >= 6 ? 4 : 3 }

  mutating func addTitle(_ body: inout Rect) {
    guard chart.parts.contains(.title), !chart.title.isEmpty else { return }
    let lines = TextLayout.hyphenate(chart.title, to: body.width)
    guard size.height >= 6, lines.count <= max(2, size.height / 3),
      body.height - lines.count >= leastRows
    else {
      omit(.title, chart.title)
      return
    }
    add(.title, lines: lines, of: chart.title, body.x, body.y, .heading)
    body = body.splitRows(top: lines.count).bottom
  }

  private mutating func addSubtitle(_ numbers: ChartNumbers, _ body: inout Rect) {
    guard chart.parts.contains(.subtitle) else { return }
    let most = min(max(1, size.height / 4), body.height - leastRows)
    let forms = chart.subtitles(numbers.scale)
    guard let whole = forms.first, !whole.isEmpty || chart.cursor != nil else { return }
    let wrapped = forms.map { TextLayout.hyphenate($0, to: body.width) }
    // Below a finding, the years give way before a second line.
    let isShorter =
      !chart.measure.isEmpty && forms.count > 2 && wrapped[0].count > 1
      && wrapped[1].count == 1
    let form = isShorter ? 1 : wrapped.firstIndex { $0.count <= most }
    var rows = form.map { wrapped[$0].count } ?? 0
    if chart.cursor != nil, let readOut = readOut(rows: most, width: body.width) {
      add(.subtitle, lines: readOut.lines, of: readOut.text, body.x, body.y)
      // The picture stays where it is while the cursor moves.
      rows = max(rows, readOut.lines.count, readOutRows(most: most, width: body.width))
    } else if let form {
      add(.subtitle, lines: wrapped[form], of: forms[form], body.x, body.y, .faint)
      if form > 0 { omit(.subtitle, whole) }
    } else {
      omit(.subtitle, whole)
    }
    body = body.splitRows(top: rows).bottom
    if body.height >= 9, !hasUnitRow(numbers) { body = body.splitRows(top: 1).bottom }
  }

  /// The most values for which all read-outs are measured, in well under a millisecond.
  private static let mostMeasured = 400

  /// The rows of the longest read-out; none if there are too many to measure.
  private func readOutRows(most: Int, width: Int) -> Int {
    let stops = chart.stops
    guard most > 1, stops.count * chart.series.count <= Self.mostMeasured else { return 0 }
    var rows = 0
    for stop in stops where rows < most {
      guard let parts = chart.readOutParts(at: stop) else { continue }
      let text = "\(parts.heading): " + parts.values.joined(separator: ", ")
      rows = max(rows, text.columns <= width ? 1 : TextLayout.hyphenate(text, to: width).count)
    }
    return min(rows, most)
  }

  /// The values at the cursor, as many as fit completely; nil without a cursor or room.
  private mutating func readOut(rows: Int, width: Int) -> (text: String, lines: [String])? {
    guard let parts = chart.readOutParts else { return nil }
    for count in (0...parts.values.count).reversed() {
      let rest = parts.values.count - count
      var text = parts.heading
      if count > 0 { text += ": " + parts.values.prefix(count).joined(separator: ", ") }
      if rest > 0, count > 0 { text += "; \(rest) more" }
      let lines = TextLayout.hyphenate(text, to: width)
      guard lines.count <= rows else { continue }
      for value in parts.values.suffix(rest) { omit(.subtitle, value) }
      return (text, lines)
    }
    omit(.subtitle, chart.readOut ?? "")
    return nil
  }

  /// Whether the unit is in the row above the picture, which is then not empty.
  private func hasUnitRow(_ numbers: ChartNumbers) -> Bool {
    switch chart.kind {
    case .line, .area, .stackedArea, .scatter: !AxisUnit(numbers.scale).label.isEmpty
    default: false
    }
  }

  /// The source with its titles, otherwise only its producers, otherwise nothing.
  mutating func addSource(_ body: inout Rect) {
    guard chart.parts.contains(.source), !chart.source.isEmpty else { return }
    let whole = "Source: \(chart.source)"
    let most = min(max(1, size.height / 8), body.height - max(6, size.height / 2))
    var forms = [whole]
    for form in chart.shortSources where !form.isEmpty { forms.append("Source: \(form)") }
    for form in forms where most > 0 {
      let lines = TextLayout.hyphenate(form, to: body.width)
      guard lines.count <= most else { continue }
      add(.source, lines: lines, of: form, body.x, body.bottom - lines.count, .faint)
      if form != whole { omit(.source, whole) }
      let air = body.height >= 11 ? 1 : 0
      body = body.splitRows(top: body.height - lines.count - air).top
      return
    }
    omit(.source, whole)
  }
}
