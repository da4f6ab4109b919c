package import Canvas
import Text

extension ChartScene {
  /// The scene as an SVG picture: lines, rectangles and text in the same places.
  ///
  /// Curves run through the exact values, not through dots. It is valid XML, with title and
  /// description for readers who cannot see it.
  package func svg(colours: PictureColours = .light) -> String {
    svg(colours, id: nil, margin: 12)
  }

  /// The scene as a picture within a page that may have many.
  ///
  /// It has no background and scales with its place.
  ///
  /// - Parameters:
  ///   - colours: The values of colour attributes, which may be a page's variables.
  ///   - id: A prefix for names within the picture, unique in the page.
  package func inlineSVG(colours: PictureColours, id: String) -> String {
    svg(colours, id: id, margin: 2)
  }

  private func svg(_ colours: PictureColours, id: String?, margin: Double) -> String {
    let width = Double(size.width) * SVGCell.width + 2 * margin
    let height = Double(size.height) * SVGCell.height + 2 * margin
    var svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
    if let id { svg += "aria-labelledby=\"\(id)-title \(id)-text\" " }
    svg += "width=\"\(SVGCell.number(width))\" height=\"\(SVGCell.number(height))\" "
    svg += "viewBox=\"0 0 \(SVGCell.number(width)) \(SVGCell.number(height))\">\n"
    let (title, text) = (id.map { " id=\"\($0)-title\"" }, id.map { " id=\"\($0)-text\"" })
    svg += "<title\(title ?? "")>"
    svg += SVGCell.escaped(CleanText.line(chart.title.isEmpty ? "Chart" : chart.title))
    svg += "</title>\n<desc\(text ?? "")>\(SVGCell.escaped(CleanText.line(chart.summary)))</desc>\n"
    if id == nil {
      svg += "<rect width=\"100%\" height=\"100%\" fill=\"\(colours.background)\"/>\n"
    }
    let place = SVGCell.number(margin)
    svg += "<g transform=\"translate(\(place) \(place))\" "
    svg += "font-family=\"'DejaVu Sans Mono', Menlo, Consolas, monospace\" font-size=\"15\" "
    svg += "xml:space=\"preserve\">\n"
    for (number, plot) in plots.enumerated() {
      let area = plot.area
      let name = "\(id.map { "\($0)-" } ?? "")plot\(number)"
      for rule in plot.rules { svg += shape(rule, plot, colours) }
      svg += "<clipPath id=\"\(name)\">"
      svg += rectangle(
        Double(area.x), Double(area.y), Double(area.width), Double(area.height), "")
      svg += "</clipPath>\n<g clip-path=\"url(#\(name))\">\n"
      for filled in plot.areas { svg += shape(filled, plot, colours) }
      for series in plot.order.reversed() {
        for line in plot.lines where line.series == series { svg += shape(line, plot, colours) }
      }
      svg += "</g>\n"
      for bar in plot.bars { svg += shape(bar, plot, colours) }
      svg += base(of: plot, colours)
      for point in plot.points { svg += shape(point, plot, colours) }
    }
    for connector in connectors {
      let x = Double(connector.x) + 0.5
      svg += line(
        x, Double(connector.from) + 0.5, x, Double(connector.to) + 0.5,
        "stroke=\"\(colours.colour(.border))\" opacity=\"0.7\"")
    }
    for label in labels where label.role != .sample && label.role != .sparkline {
      svg += SVGCell.text(
        label.text, label.x..<(label.x + label.width), label.y, colours.colour(label.style.role),
        label.style.attributes, colours.opacity(label.style))
      svg += "\n"
    }
    for label in labels where label.role == .sparkline { svg += shape(sparkline: label, colours) }
    for label in labels where label.role == .sample {
      svg += rectangle(
        Double(label.x), Double(label.y) + 0.2, Double(label.width), 0.6,
        paint(colours.colour(label.style.role), label.series ?? 0))
      svg += "\n"
    }
    return svg + "</g>\n</svg>\n"
  }

  private func x(_ cells: Double) -> String { SVGCell.number(Self.bounded(cells) * SVGCell.width) }
  private func y(_ cells: Double) -> String { SVGCell.number(Self.bounded(cells) * SVGCell.height) }

  /// Limits places, because browsers cannot draw very large numbers.
  private static func bounded(_ cells: Double) -> Double { min(max(cells, -1e5), 1e5) }

  private func line(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, _ attributes: String
  ) -> String {
    "<line x1=\"\(x(x0))\" y1=\"\(y(y0))\" x2=\"\(x(x1))\" y2=\"\(y(y1))\" \(attributes)/>\n"
  }

  private func rectangle(
    _ left: Double, _ top: Double, _ width: Double, _ height: Double, _ attributes: String
  ) -> String {
    "<rect x=\"\(x(left))\" y=\"\(y(top))\" width=\"\(x(width))\" height=\"\(y(height))\" "
      + "\(attributes)/>"
  }

  /// The paint of a filling: each lighter than the last, with an outline.
  private func paint(_ colour: String, _ filling: Int) -> String {
    let opacity = ["1", "0.55", "0.8", "0.3", "0.15"][filling % 5]
    return "fill=\"\(colour)\" fill-opacity=\"\(opacity)\" stroke=\"\(colour)\""
  }

  private func shape(_ rule: Rule, _ plot: Plot, _ colours: PictureColours) -> String {
    let left = Double(rule.x)
    var top = Double(rule.y)
    if rule.isHorizontal, let up = plot.up,
      let tick = up.ticks.first(where: { plot.area.y + $0.cell == rule.y })
    {
      // A label takes a whole row; its line is at the value.
      top = Double(plot.area.bottom) - up.place(tick.value) / Double(glyphs.down) - 0.5
    } else if rule.role == .tick, plot.rules.contains(where: { $0.isBase(above: rule) }) {
      return line(
        left + 0.5, top - 0.5, left + 0.5, top + 0.2,
        "stroke=\"\(colours.colour(.border))\" opacity=\"0.6\"")
    }
    let dash = rule.role == .grid || rule.role == .event ? " stroke-dasharray=\"2 3\"" : ""
    let style = "stroke=\"\(colours.colour(.border))\" opacity=\"0.6\"\(dash)"
    return rule.isHorizontal
      ? line(left, top + 0.5, left + Double(rule.length), top + 0.5, style)
      : line(left + 0.5, top, left + 0.5, top + Double(rule.length), style)
  }

  /// A bar; columns start from the line in the middle of the row between those above zero and those
  /// below.
  private func shape(_ bar: Bar, _ plot: Plot, _ colours: PictureColours) -> String {
    var (left, top) = (Double(bar.x) / 8, Double(bar.y) / 8)
    var (width, height) = (Double(bar.width) / 8, Double(bar.height) / 8)
    if let exact = bar.exact {
      let length = exact.upperBound - exact.lowerBound
      if bar.direction == .right || bar.direction == .left {
        (left, width) = (exact.lowerBound, length)
      } else {
        (top, height) = (exact.lowerBound, length)
      }
    }
    if plot.rules.contains(where: { $0.role == .zero && $0.isHorizontal }) {
      if bar.direction == .up { top += 0.5 }
      if bar.direction == .down { top -= 0.5 }
    }
    return rectangle(
      left, top, width, height,
      paint(colours.colour(bar.style.role), bar.filling)
        + (bar.isForward ? " stroke-dasharray=\"3 3\"" : "")) + "\n"
  }

  private func shape(_ line: Line, _ plot: Plot, _ colours: PictureColours) -> String {
    guard let across = plot.across, let up = plot.axis(of: line) else { return "" }
    var (measured, expected) = ("", "")
    var last: String?
    var wasForward = false
    var next = 0
    func place(_ x: Double, _ y: Double) -> String? {
      let left = Double(plot.area.x) + across.place(x) / Double(glyphs.across)
      let top = Double(plot.area.bottom) - up.place(y) / Double(glyphs.down)
      return left.isFinite && top.isFinite ? "\(self.x(left)) \(self.y(top))" : nil
    }
    last = line.entry.flatMap { place($0.x, $0.y) }
    for index in line.y.indices {
      var isForward = false
      if next < line.forward.count, line.forward[next] == index {
        (isForward, next) = (true, next + 1)
      }
      guard let place = place(line.x[index], line.y[index]) else {
        last = nil
        continue
      }
      if let last {
        // A part that leads to a value not yet measured belongs to another path, which is dashed.
        let start = isForward == wasForward && !(isForward ? expected : measured).isEmpty
        let piece = start ? "L\(place)" : "M\(last)L\(place)"
        if isForward { expected += piece } else { measured += piece }
      } else {
        // An isolated value is a line of no length, which is drawn as a dot.
        if isForward { expected += "M\(place)h0" } else { measured += "M\(place)h0" }
      }
      (last, wasForward) = (place, isForward)
    }
    if let last, let exit = line.exit, let place = place(exit.x, exit.y) {
      if exit.isForward { expected += "M\(last)L\(place)" } else { measured += "M\(last)L\(place)" }
    }
    let dashes = line.stroke.dashes.map { "\($0 * 3)" }.joined(separator: " ")
    let colour = colours.colour(chart.role(line.series))
    return path(measured, colour, dashes) + path(expected, colour, "2 5")
  }

  /// The line that bars to both sides start from.
  private func base(of plot: Plot, _ colours: PictureColours) -> String {
    guard let bar = plot.bars.first(where: { $0.direction == .left }) else { return "" }
    let place = bar.exact?.upperBound ?? Double(bar.x + bar.width) / 8
    return line(
      place, Double(plot.area.y), place, Double(plot.area.bottom),
      "stroke=\"\(colours.colour(.border))\" opacity=\"0.6\"")
  }

  private func path(_ path: String, _ colour: String, _ dashes: String) -> String {
    guard !path.isEmpty else { return "" }
    let dash = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\""
    return "<path d=\"\(path)\" fill=\"none\" stroke=\"\(colour)\" "
      + "stroke-width=\"2\" stroke-linejoin=\"round\"\(dash)/>\n"
  }

  /// A sparkline as a curve through the heights of its characters.
  private func shape(sparkline label: Label, _ colours: PictureColours) -> String {
    guard let index = label.series, chart.series.indices.contains(index) else { return "" }
    var path = ""
    var isOpen = false
    for (column, height) in chart.sparkline(index).heights(label.width).enumerated() {
      guard let height else {
        isOpen = false
        continue
      }
      let top = Double(label.y) + 0.95 - Double(height) / 8 * 0.9
      path += "\(isOpen ? "L" : "M")\(x(Double(label.x + column) + 0.5)) \(y(top))"
      if !isOpen { path += "h0" }
      isOpen = true
    }
    return self.path(path, colours.colour(chart.role(index)), "")
  }

  private func shape(_ area: Area, _ plot: Plot, _ colours: PictureColours) -> String {
    let (across, down) = (Double(glyphs.across), Double(glyphs.down))
    var paths = ""
    var index = 0
    while index < area.tops.count {
      guard area.tops[index] >= 0 else {
        index += 1
        continue
      }
      var end = index
      while end < area.tops.count, area.tops[end] >= 0 { end += 1 }
      func place(_ dot: Int, _ row: Int32) -> String {
        x(Double(plot.area.x) + (Double(area.start + dot) + 0.5) / across) + " "
          + y(Double(plot.area.y) + (Double(row) + 0.5) / down)
      }
      paths += "M" + (index..<end).map { place($0, area.tops[$0]) }.joined(separator: "L")
      paths +=
        "L"
        + (index..<end).reversed().map { place($0, area.bases[$0]) }
        .joined(separator: "L") + "Z"
      index = end
    }
    let colour = colours.colour(chart.role(area.series))
    return "<path d=\"\(paths)\" fill=\"\(colour)\" fill-opacity=\"0.35\"/>\n"
  }

  private func shape(_ point: DataPoint, _ plot: Plot, _ colours: PictureColours) -> String {
    let left = Double(plot.area.x) + (Double(point.column) + 0.5) / Double(glyphs.across)
    let top = Double(plot.area.y) + (Double(point.row) + 0.5) / Double(glyphs.down)
    let colour = colours.colour(point.style.role)
    let isHollow = [.forward, .estimated, .hollowSquare, .hollowTriangle, .diamond]
      .contains(point.sign)
    let fill = isHollow ? colours.background : colour
    let paint = "fill=\"\(fill)\" stroke=\"\(colour)\" stroke-width=\"1.5\""
    switch point.sign {
    case .measured, .forward:
      return "<circle cx=\"\(x(left))\" cy=\"\(y(top))\" r=\"4\" \(paint)/>\n"
    case .square, .hollowSquare:
      return rectangle(left - 0.4, top - 0.18, 0.8, 0.36, paint) + "\n"
    case .triangle, .hollowTriangle:
      return "<path d=\"M\(x(left)) \(y(top - 0.25))l5 9h-10Z\" \(paint)/>\n"
    case .cross:
      return "<path d=\"M\(x(left - 0.4)) \(y(top - 0.2))l7 8m0 -8l-7 8\" \(paint)/>\n"
    case .estimated, .report, .diamond:
      return "<path d=\"M\(x(left)) \(y(top - 0.25))l5 5l-5 5l-5 -5Z\" \(paint)/>\n"
    }
  }
}

extension ChartScene.Rule {
  /// Whether it is the line that a tick below a plot hangs from.
  fileprivate func isBase(above tick: Self) -> Bool {
    isHorizontal && y == tick.y - 1 && (role == .zero || role == .grid)
  }
}
