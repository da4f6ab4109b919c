internal import Model

extension ChartScene {
  /// The scene as JSON, so that a program can check the layout.
  ///
  /// Cells count from the scene's top left, dots and owners from the plot's; a bar's rectangle is
  /// in eighths of a cell, and `exact` is where it begins and ends in cells, if that is finer.
  /// `omitted` are the texts without room; a label that is a line of a longer text has that text as
  /// `whole`. `replaced` says why another kind was drawn instead of the requested one, and which,
  /// or is null. `owners` names each cell's series by its number, row by row.
  public var json: String {
    var text = "{\"kind\":\(quoted(chart.kind.rawValue)),\"title\":\(quoted(chart.title))"
    text += ",\"subtitle\":\(quoted(chart.subtitle)),\"summary\":\(quoted(chart.summary))"
    text += ",\"replaced\":\(replacement.map(quoted) ?? "null")"
    text += ",\"width\":\(size.width),\"height\":\(size.height)"
    text += ",\"glyphs\":\(quoted(glyphs.rawValue))"
    text += ",\"dots\":[\(glyphs.across),\(glyphs.down)]"
    text += ",\"series\":" + list(chart.series.map { quoted($0.name) })
    text += ",\"plots\":" + list(plots.map(json))
    text += ",\"labels\":" + list(labels.map(json))
    text += ",\"omitted\":" + list(omissions.map(json))
    text += ",\"stops\":" + list(stops.map(json))
    text += ",\"connectors\":"
    text += list(connectors.map { "{\"x\":\($0.x),\"from\":\($0.from),\"to\":\($0.to)}" })
    return text + "}\n"
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ",\n") + "]" }

  private func number(_ value: Double) -> String { value.isFinite ? "\(value)" : "null" }

  private func json(_ label: Label) -> String {
    "{\"role\":\"\(label.role.rawValue)\",\"text\":\(quoted(label.text)),\"x\":\(label.x),"
      + "\"y\":\(label.y),\"width\":\(label.width),"
      + "\"series\":\(label.series.map(String.init) ?? "null"),"
      + "\"whole\":\(quoted(label.whole))}"
  }

  private func json(_ omission: Omission) -> String {
    "{\"role\":\"\(omission.role.rawValue)\",\"text\":\(quoted(omission.text)),"
      + "\"series\":\(omission.series.map(String.init) ?? "null")}"
  }

  private func json(_ stop: StopArea) -> String {
    "{\"stop\":\(stop.stop),\"x\":\(stop.area.x),\"y\":\(stop.area.y),"
      + "\"width\":\(stop.area.width),\"height\":\(stop.area.height)}"
  }

  private func json(_ axis: Axis?, _ cell: String) -> String {
    guard let axis else { return "null" }
    let ticks = axis.ticks.map {
      "{\"value\":\(number($0.value)),\"label\":\(quoted($0.label)),\"\(cell)\":\($0.cell)}"
    }
    return "{\"kind\":\"\(axis.kind.rawValue)\",\"origin\":\(number(axis.scale.origin)),"
      + "\"perDot\":\(number(axis.scale.perDot)),\"dots\":\(axis.scale.dots),"
      + "\"step\":\(number(axis.step)),\"ticks\":\(list(ticks))}"
  }

  private func json(_ end: ChartNumbers.Column.End?) -> String {
    end.map { "[\(number($0.x)),\(number($0.y))]" } ?? "null"
  }

  private func json(_ plot: Plot) -> String {
    var text = "{\"x\":\(plot.area.x),\"y\":\(plot.area.y),\"width\":\(plot.area.width),"
    text += "\"height\":\(plot.area.height)"
    text += ",\"across\":\(json(plot.across, "column")),\"up\":\(json(plot.up, "row"))"
    text += ",\"right\":\(json(plot.right, "row"))"
    let lines = plot.lines.map { line -> String in
      let values = zip(line.x, line.y).map { "[\(number($0)),\(number($1))]" }
      let strokes = line.strokes.map { "[\($0.x0),\($0.y0),\($0.x1),\($0.y1)]" }
      return "{\"series\":\(line.series),\"axis\":\"\(line.isOnRight ? "right" : "up")\","
        + "\"dashes\":\(line.stroke.dashes),"
        + "\"values\":[\(values.joined(separator: ","))],\"forward\":\(line.forward),"
        + "\"entry\":\(json(line.entry)),\"exit\":\(json(line.exit)),"
        + "\"strokes\":[\(strokes.joined(separator: ","))]}"
    }
    text += ",\"lines\":" + list(lines)
    let bars = plot.bars.map {
      "{\"series\":\($0.series),\"value\":\(number($0.value)),"
        + "\"direction\":\"\($0.direction.rawValue)\",\"x\":\($0.x),\"y\":\($0.y),"
        + "\"width\":\($0.width),\"height\":\($0.height),\"exact\":"
        + ($0.exact.map { "[\(number($0.lowerBound)),\(number($0.upperBound))]" } ?? "null")
        + ",\"isForward\":\($0.isForward)}"
    }
    text += ",\"bars\":" + list(bars)
    let points = plot.points.map {
      "{\"series\":\($0.series.map(String.init) ?? "null"),\"sign\":\"\($0.sign.rawValue)\","
        + "\"x\":\(number($0.x)),\"y\":\(number($0.y)),\"column\":\($0.column),\"row\":\($0.row)}"
    }
    text += ",\"points\":" + list(points)
    let rules = plot.rules.map {
      "{\"role\":\"\($0.role.rawValue)\",\"x\":\($0.x),\"y\":\($0.y),\"length\":\($0.length),"
        + "\"isHorizontal\":\($0.isHorizontal)}"
    }
    text += ",\"rules\":" + list(rules)
    let owners = owners(of: plot)
    let rows = (0..<plot.area.height).map { row in
      "\(Array(owners[(row * plot.area.width)..<((row + 1) * plot.area.width)]))"
    }
    return text + ",\"owners\":" + list(rows) + "}"
  }

  /// A text between quotes, with everything special to JSON or a page's script escaped.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5c: result += "\\\\"
      case 0..<0x20, 0x7f..<0xa0, 0x3c, 0x2028, 0x2029:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
