import Canvas
import Query
import Records

extension ChartScene {
  mutating func layOut() {
    var body = Rect(size)
    let numbers = ChartNumbers(chart)
    addHead(numbers, &body)
    guard chart.hasValues else {
      add(.note, "No data", body.x, body.y, .faint)
      return
    }
    let bare = self
    if chart.kind == .share, let fault = ShareLayout.fault(chart) {
      replacement =
        "a share needs the parts of one whole: \(fault); drawn as bars instead"
      addBars(addNote("No share: \(fault).", body))
    } else if !addPicture(numbers, body) {
      // Texts that a failed picture left out are not missing from the list.
      self = bare
      if let kind = chart.substitute {
        var other = chart
        other.kind = kind
        // The cursor counts the stops of its own kind.
        let period = chart.stop.flatMap(chart.period(of:))
        other.cursor = period.flatMap { other.stops.firstIndex(of: .period($0)) }
        let scene = ChartScene(other, size: size)
        if scene.replacement == nil, !scene.plots.isEmpty {
          let reason = Self.noRoom(chart.kind, kind)
          self = scene
          replacement = reason
          return
        }
      }
      if chart.kind == .slope, !SlopeLayout(chart).hasPair {
        replacement = "a slope needs two values of a series; drawn as bars instead"
      } else if chart.kind != .bars {
        replacement =
          chart.values.allSatisfy { $0 == 0 }
          ? "all values are zero, so \(chart.kind.rawValue) would show nothing; the picture is of the "
            + "kind bars" : Self.noRoom(chart.kind, .bars)
      }
      addBars(body)
    }
    showCursor()
  }

  /// Notes that a kind has no room, and what replaces it.
  private static func noRoom(_ kind: Chart.Kind, _ other: Chart.Kind) -> String {
    "there is no room for \(kind.rawValue) here; drawn as \(other.rawValue) instead"
  }

  /// Adds a note below a picture if there is room; returns the rest of the rectangle.
  private mutating func addNote(_ note: String, _ body: Rect) -> Rect {
    let lines = TextLayout.hyphenate(note, to: body.width)
    guard body.height >= 6 + lines.count else {
      omit(.note, note)
      return body
    }
    let parts = body.splitRows(top: body.height - lines.count)
    add(.note, lines: lines, of: note, body.x, parts.bottom.y, .faint)
    return parts.top
  }

  /// Name and value of the bar or row at the cursor are in reverse video.
  private mutating func showCursor() {
    guard let cursor = chart.cursor, !stops.isEmpty else { return }
    for area in stops.lazy.filter({ $0.stop == cursor }).map(\.area) {
      for index in labels.indices {
        let label = labels[index]
        guard area.contains(.init(x: label.x, y: label.y)) else { continue }
        switch label.role {
        case .name, .value, .end: labels[index].style = label.style.with(.reverse)
        default: break
        }
      }
    }
  }

  /// Adds the picture; false if there is no room for it.
  private mutating func addPicture(_ numbers: ChartNumbers, _ body: Rect) -> Bool {
    let isRoomy = body.width >= 16 && body.height >= 4
    switch chart.kind {
    case .line where chart.second != nil:
      if !addMeasures(body) {
        replacement = "there is no room for two measures here; drawn as sparkline instead"
        SparklineLayout(chart, in: body).add(to: &self)
      }
      return true
    case .line, .area, .stackedArea:
      if !isRoomy {
        replacement = Self.noRoom(chart.kind, .sparkline)
        SparklineLayout(chart, in: body).add(to: &self)
        return true
      }
      return LineLayout(chart, numbers, body).add(to: &self)
    case .columns: return ColumnLayout(chart).add(to: &self, in: body)
    case .share:
      guard body.width >= 16, body.height >= 2 else { return false }
      ShareLayout(chart).add(to: &self, in: body)
      return true
    case .slope: return SlopeLayout(chart).add(to: &self, in: body)
    case .number:
      addNumber(body)
      return true
    case .groupedBars, .stackedBars: return GroupedBarLayout(chart).add(to: &self, in: body)
    case .groupedColumns, .stackedColumns:
      if GroupedColumnLayout(chart).add(to: &self, in: body) { return true }
      guard GroupedBarLayout(chart).add(to: &self, in: body) else { return false }
      let bars: Chart.Kind = chart.kind == .groupedColumns ? .groupedBars : .stackedBars
      replacement = Self.noRoom(chart.kind, bars)
      return true
    case .dots: return DotLayout(chart).add(to: &self, in: body)
    case .dumbbell:
      if DotLayout(chart).add(to: &self, in: body) { return true }
      // A bar for each of many periods would hide the first and the last of them.
      guard chart.periods.count > 2 else { return false }
      replacement = Self.noRoom(chart.kind, .sparkline)
      SparklineLayout(chart, in: body).add(to: &self)
      return true
    case .scatter: return isRoomy && LineLayout(chart, numbers, body).add(to: &self)
    case .histogram: return HistogramLayout(chart).add(to: &self, in: body)
    case .sparkline:
      SparklineLayout(chart, in: body).add(to: &self)
      return true
    case .multiples:
      if !addMultiples(numbers, body) {
        replacement = Self.noRoom(chart.kind, .sparkline)
        SparklineLayout(chart, in: body).add(to: &self)
      }
      return true
    case .bars: return false
    }
  }

  private mutating func addBars(_ body: Rect) { BarLayout(chart).add(to: &self, in: body) }

  /// The known value of the latest period; of values without periods the first.
  private static func latest(_ series: Series) -> Observation? {
    var latest: Observation?
    for observation in series.observations where observation.value != nil {
      guard let known = latest else {
        latest = observation
        continue
      }
      if let period = observation.period, known.period.map({ $0 < period }) ?? true {
        latest = observation
      }
    }
    return latest
  }

  /// One large figure, with its qualifiers.
  private mutating func addNumber(_ rect: Rect) {
    guard
      let series = chart.series.first(where: { $0.observations.contains { $0.value != nil } }),
      let observation = Self.latest(series)
    else { return }
    let text = ValueFormat(chart.unit).text(observation, namesUnit: true)
    let style = chart.style(0).with(.bold)
    let below = [series.name, observation.period?.title ?? ""].filter { !$0.isEmpty }
      .joined(separator: ", ")
    var row = rect.y
    let room = Size(width: rect.width, height: max(3, rect.height / 2))
    if rect.height >= 5, let figure = BigFigure(text, in: room, glyphs: glyphs) {
      labels.append(
        Label(
          text: text, x: rect.x, y: row + 1, width: figure.columns, role: .figure, style: style,
          series: 0, whole: text, lettering: figure.lettering))
      row += figure.lettering.capRows + 2
    } else {
      let lines = TextLayout.hyphenate(text, to: rect.width)
      guard lines.count <= rect.height else {
        omit(.value, text, series: 0)
        return
      }
      add(.value, lines: lines, of: text, rect.x, row, style, series: 0)
      row += lines.count
    }
    let lines = TextLayout.hyphenate(below, to: rect.width)
    guard row + lines.count <= rect.bottom else {
      omit(.name, below)
      return
    }
    add(.name, lines: lines, of: below, rect.x, row, .faint)
  }
}
