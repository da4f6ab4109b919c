import Canvas
import Records
import Text

extension ChartScene {
  /// The scene as JSON, so that a program can check the layout.
  ///
  /// Cells count from the scene's top left, dots and owners from the plot's; a bar's rectangle is
  /// in eighths of a cell, and `exact` is where it begins and ends in cells, if that is finer.
  /// `omitted` are the texts without room; a label that is a line of a longer text has that text as
  /// `whole`. `replaced` says why another kind was drawn instead of the requested one, and which,
  /// or is null. `owners` names each cell's series by its number, row by row.
  package var json: String {
    let object: JSONObject = [
      "kind": chart.kind.rawValue, "title": chart.title, "subtitle": chart.subtitle,
      "summary": chart.summary, "replaced": replacement, "width": size.width,
      "height": size.height, "glyphs": glyphs.rawValue,
      "dots": JSONDigits("[\(glyphs.across),\(glyphs.down)]"),
      "series": chart.series.map(\.name), "plots": plots.map(json), "labels": labels.map(json),
      "omitted": omissions.map(json), "stops": stops.map(json),
      "connectors": connectors.map { ["x": $0.x, "from": $0.from, "to": $0.to] as JSONObject },
    ]
    return object.denseJSON
  }

  private func json(_ label: Label) -> JSONObject {
    [
      "role": label.role.rawValue, "text": label.text, "x": label.x, "y": label.y,
      "width": label.width, "series": label.series, "whole": label.whole,
    ]
  }

  private func json(_ omission: Omission) -> JSONObject {
    ["role": omission.role.rawValue, "text": omission.text, "series": omission.series]
  }

  private func json(_ stop: StopArea) -> JSONObject {
    [
      "stop": stop.stop, "x": stop.area.x, "y": stop.area.y, "width": stop.area.width,
      "height": stop.area.height,
    ]
  }

  private func json(_ plot: Plot) -> JSONObject {
    let (width, owners) = (plot.area.width, owners(of: plot))
    return [
      "x": plot.area.x, "y": plot.area.y, "width": width, "height": plot.area.height,
      "across": plot.across.map { json($0, "column") }, "up": plot.up.map { json($0, "row") },
      "right": plot.right.map { json($0, "row") }, "lines": plot.lines.map(json),
      "bars": plot.bars.map(json), "points": plot.points.map(json), "rules": plot.rules.map(json),
      // An array of whole numbers describes itself as JSON does.
      "owners": (0..<plot.area.height).map { row in
        JSONDigits("\(Array(owners[(row * width)..<((row + 1) * width)]))")
      },
    ]
  }

  /// - Parameter cell: What the cells of its ticks are called.
  private func json(_ axis: Axis, _ cell: String) -> JSONObject {
    [
      "kind": axis.kind.rawValue, "origin": axis.scale.origin, "perDot": axis.scale.perDot,
      "dots": axis.scale.dots, "step": axis.step,
      "ticks": axis.ticks.map {
        ["value": $0.value, "label": $0.label, cell: $0.cell] as JSONObject
      },
    ]
  }

  private func json(_ line: Line) -> JSONObject {
    let values = zip(line.x, line.y).map { row([$0, $1]) }.joined(separator: ",")
    let strokes = line.strokes.map { "[\($0.x0),\($0.y0),\($0.x1),\($0.y1)]" }
    return [
      "series": line.series, "axis": line.isOnRight ? "right" : "up",
      "dashes": JSONDigits("\(line.stroke.dashes)"), "values": JSONDigits("[\(values)]"),
      "forward": JSONDigits("\(line.forward)"),
      "entry": line.entry.map { JSONDigits(row([$0.x, $0.y])) },
      "exit": line.exit.map { JSONDigits(row([$0.x, $0.y])) },
      "strokes": JSONDigits("[\(strokes.joined(separator: ","))]"),
    ]
  }

  /// Numbers on one line.
  private func row(_ values: [Double]) -> String {
    "[" + values.map { $0.isFinite ? "\($0)" : "null" }.joined(separator: ",") + "]"
  }

  private func json(_ bar: Bar) -> JSONObject {
    [
      "series": bar.series, "value": bar.value, "direction": bar.direction.rawValue, "x": bar.x,
      "y": bar.y, "width": bar.width, "height": bar.height,
      "exact": bar.exact.map { JSONDigits(row([$0.lowerBound, $0.upperBound])) },
      "isForward": bar.isForward,
    ]
  }

  private func json(_ point: DataPoint) -> JSONObject {
    [
      "series": point.series, "sign": point.sign.rawValue, "x": point.x, "y": point.y,
      "column": point.column, "row": point.row,
    ]
  }

  private func json(_ rule: Rule) -> JSONObject {
    [
      "role": rule.role.rawValue, "x": rule.x, "y": rule.y, "length": rule.length,
      "isHorizontal": rule.isHorizontal,
    ]
  }
}
