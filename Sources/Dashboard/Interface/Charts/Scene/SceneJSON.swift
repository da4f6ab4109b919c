internal import Model

extension ChartScene {
  /// The scene as JSON, so that a program can check what stands where.
  ///
  /// Cells count from the scene's top left, dots and owners from the plot's; a bar's rectangle is
  /// in eighths of a cell, and `exact` is where it begins and ends in cells where that is finer.
  /// `omitted` are the texts that found no room; a label that is a line of a longer text has that as
  /// `whole`. `replaced` says why another kind is drawn in place of the one that was asked for, and
  /// which, or is null. `owners` names each cell's series by its number, row by row.
  public var json: String {
    var writer = JSONWriter(.dense)
    writer.object { writer in
      writer.field("kind", chart.kind.rawValue)
      writer.field("title", chart.title)
      writer.field("subtitle", chart.subtitle)
      writer.field("summary", chart.summary)
      writer.field("replaced", replacement)
      writer.fields(["width": size.width, "height": size.height])
      writer.field("glyphs", glyphs.rawValue)
      writer.key("dots")
      writer.number("[\(glyphs.across),\(glyphs.down)]")
      writer.field("series", chart.series.map(\.name))
      writer.objects("plots", plots) { write($1, &$0) }
      writer.objects("labels", labels) { writer, label in
        writer.field("role", label.role.rawValue)
        writer.field("text", label.text)
        writer.fields(["x": label.x, "y": label.y, "width": label.width, "series": label.series])
        writer.field("whole", label.whole)
      }
      writer.objects("omitted", omissions) { writer, omission in
        writer.field("role", omission.role.rawValue)
        writer.field("text", omission.text)
        writer.field("series", omission.series)
      }
      writer.objects("stops", stops) { writer, stop in
        writer.field("stop", stop.stop)
        writer.fields(of: stop.area)
      }
      writer.objects("connectors", connectors) { writer, connector in
        writer.fields(["x": connector.x, "from": connector.from, "to": connector.to])
      }
    }
    return writer.text
  }

  private func write(_ plot: Plot, _ writer: inout JSONWriter) {
    writer.fields(of: plot.area)
    for (name, axis, cell) in [
      ("across", plot.across, "column"), ("up", plot.up, "row"), ("right", plot.right, "row"),
    ] {
      writer.key(name)
      if let axis { write(axis, cell, &writer) } else { writer.number(nil) }
    }
    writer.objects("lines", plot.lines) { write($1, &$0) }
    writer.objects("bars", plot.bars) { writer, bar in
      writer.field("series", bar.series)
      writer.field("value", bar.value)
      writer.field("direction", bar.direction.rawValue)
      writer.fields(["x": bar.x, "y": bar.y, "width": bar.width, "height": bar.height])
      writer.row("exact", bar.exact.map { [$0.lowerBound, $0.upperBound] })
      writer.field("isForward", bar.isForward)
    }
    writer.objects("points", plot.points) { writer, point in
      writer.field("series", point.series)
      writer.field("sign", point.sign.rawValue)
      writer.field("x", point.x)
      writer.field("y", point.y)
      writer.fields(["column": point.column, "row": point.row])
    }
    writer.objects("rules", plot.rules) { writer, rule in
      writer.field("role", rule.role.rawValue)
      writer.fields(["x": rule.x, "y": rule.y, "length": rule.length])
      writer.field("isHorizontal", rule.isHorizontal)
    }
    let owners = owners(of: plot)
    writer.field("owners", 0..<plot.area.height) { writer, row in
      writer.number("\(Array(owners[(row * plot.area.width)..<((row + 1) * plot.area.width)]))")
    }
  }

  private func write(_ axis: Axis, _ cell: String, _ writer: inout JSONWriter) {
    writer.object { writer in
      writer.field("kind", axis.kind.rawValue)
      writer.field("origin", axis.scale.origin)
      writer.field("perDot", axis.scale.perDot)
      writer.field("dots", axis.scale.dots)
      writer.field("step", axis.step)
      writer.objects("ticks", axis.ticks) { writer, tick in
        writer.field("value", tick.value)
        writer.field("label", tick.label)
        writer.field(cell, tick.cell)
      }
    }
  }

  private func write(_ line: Line, _ writer: inout JSONWriter) {
    writer.field("series", line.series)
    writer.field("axis", line.isOnRight ? "right" : "up")
    // An array of whole numbers describes itself as JSON does.
    writer.key("dashes")
    writer.number("\(line.stroke.dashes)")
    writer.key("values")
    writer.array(zip(line.x, line.y), isRow: true) { $0.row([$1.0, $1.1]) }
    writer.key("forward")
    writer.number("\(line.forward)")
    writer.row("entry", line.entry.map { [$0.x, $0.y] })
    writer.row("exit", line.exit.map { [$0.x, $0.y] })
    writer.key("strokes")
    writer.array(line.strokes, isRow: true) { $0.number("[\($1.x0),\($1.y0),\($1.x1),\($1.y1)]") }
  }
}

extension JSONWriter {
  fileprivate mutating func objects<Item>(
    _ name: String, _ items: [Item], _ body: (inout JSONWriter, Item) -> Void
  ) {
    field(name, items) { writer, item in writer.object { body(&$0, item) } }
  }

  fileprivate mutating func fields(_ fields: KeyValuePairs<String, Int?>) {
    for (name, value) in fields { field(name, value) }
  }

  fileprivate mutating func fields(of area: Rect) {
    fields(["x": area.x, "y": area.y, "width": area.width, "height": area.height])
  }

  fileprivate mutating func field(_ name: String, _ value: Double) {
    key(name)
    number(Self.digits(value))
  }

  /// Writes two numbers on one line, or null.
  fileprivate mutating func row(_ name: String, _ values: [Double]?) {
    key(name)
    if let values { row(values) } else { number(nil) }
  }

  fileprivate mutating func row(_ values: [Double]) {
    number("[" + values.map { Self.digits($0) ?? "null" }.joined(separator: ",") + "]")
  }

  private static func digits(_ value: Double) -> String? { value.isFinite ? "\(value)" : nil }
}
