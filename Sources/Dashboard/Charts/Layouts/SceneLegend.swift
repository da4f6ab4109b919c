import Canvas
import Records

extension ChartScene {
  /// Adds a legend of the fillings of bars, in as many rows as it needs, above a picture.
  ///
  /// - Returns: The rest of the rectangle; nil if it does not fit.
  mutating func addLegend(_ body: Rect, isHatched: Bool) -> Rect? {
    guard chart.series.contains(where: { !$0.name.isEmpty }), chart.series.count > 1 else {
      return body
    }
    return addLegend(body, of: Array(chart.series.indices)) { [glyphs, chart] index in
      let filling = isHatched ? chart.place(index) : 0
      return String(repeating: Character(glyphs.filling(filling)), count: 2)
    }
  }

  /// Adds the names of series, each after a sample of two columns, above a picture.
  ///
  /// - Returns: The rest of the rectangle; nil if it does not fit.
  mutating func addLegend(
    _ body: Rect, of shown: [Int], name told: ((Int) -> String)? = nil,
    _ sample: (Int) -> String
  ) -> Rect? {
    var placed: [Label] = []
    var (x, row) = (body.x, body.y)
    for index in shown {
      let own = told?(index) ?? chart.series[index].name
      let name = own.isEmpty ? "\(index + 1)" : own
      let lines = TextLayout.hyphenate(name, to: body.width - 3)
      guard let width = lines.map(\.columns).max(), width + 3 <= body.width else { return nil }
      if x > body.x, x + width + 3 > body.right { (x, row) = (body.x, row + 1) }
      let sample = sample(index)
      placed.append(
        Label(
          text: sample, x: x, y: row, width: 2, role: .sample, style: chart.style(index),
          series: index, whole: sample))
      for (offset, line) in lines.enumerated() where line.columns > 0 {
        placed.append(
          Label(
            text: line, x: x + 3, y: row + offset, width: line.columns, role: .note, style: .text,
            series: index, whole: name))
      }
      row += lines.count - 1
      // A name of several lines has nothing beside it.
      x = lines.count > 1 ? body.right : x + width + 5
    }
    let rest = body.splitRows(top: row - body.y + 1).bottom
    guard rest.height >= 3 else { return nil }
    labels += placed
    return rest.height >= 8 ? rest.splitRows(top: 1).bottom : rest
  }

  /// How much of everything there is, so that a scene can return to this state.
  struct Extent {
    fileprivate let plots, labels, stops, omissions, connectors: Int
  }

  var extent: Extent {
    Extent(
      plots: plots.count, labels: labels.count, stops: stops.count, omissions: omissions.count,
      connectors: connectors.count)
  }

  /// Removes everything that was added since.
  mutating func goBack(to extent: Extent) {
    plots.removeSubrange(extent.plots...)
    labels.removeSubrange(extent.labels...)
    stops.removeSubrange(extent.stops...)
    omissions.removeSubrange(extent.omissions...)
    connectors.removeSubrange(extent.connectors...)
  }

  /// The series that the picture has no room to name, in lines and panels.
  package var namelessSeries: [Int] {
    guard [.line, .area, .stackedArea, .multiples, .sparkline].contains(chart.kind) else {
      return []
    }
    func named(_ role: Label.Role) -> Bool { role == .end || role == .name }
    let lost = Set(omissions.filter { named($0.role) }.compactMap(\.series))
    let found = Set(labels.filter { named($0.role) }.compactMap(\.series))
    return lost.subtracting(found).sorted().filter { !chart.series[$0].name.isEmpty }
  }

  /// Whether a curve's name had no room since then.
  func lacksName(since extent: Extent) -> Bool {
    omissions[extent.omissions...].contains { $0.role == .end }
  }
}
