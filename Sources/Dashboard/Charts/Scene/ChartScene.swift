package import Canvas
import Records

/// A chart laid out once for every way of showing it: the place of everything.
///
/// Cells are counted from the scene's top left; dots within a plot from the
/// plot's top left, `glyphs.across` by `glyphs.down` to a cell.
package struct ChartScene: Sendable {
  /// What is shown.
  package let chart: Chart
  /// The size of everything, in columns and rows.
  package let size: Size
  /// The pictures; several if a chart has panels.
  package var plots: [Plot] = []
  /// Every text, line by line, with its place; none overlaps data or another text, none is cut.
  package var labels: [Label] = []
  /// The places of the bars, rows or categories that the chart's cursor can be on.
  package var stops: [StopArea] = []
  /// The texts without room, which were left out completely.
  package var omissions: [Omission] = []
  /// Why the requested kind was replaced, and by which; nil if it was not.
  package var replacement: String?
  /// Lines in one column from the ends of curves to labels that had to move.
  var connectors: [Connector] = []

  /// How dots share a cell.
  package var glyphs: GlyphSet { chart.glyphs }

  /// A chart in a size.
  ///
  /// No text is cut. If there is little room, whole texts are left out in this order: the space
  /// between the parts, the marks of events, the source (first its titles, then all of it), the
  /// explanation of signs, the subtitle (first its years), the names at the ends of the least
  /// important curves, the title. A picture without room becomes a list. `omissions` has what was
  /// left out.
  package init(_ chart: Chart, size: Size) {
    self.chart = chart.kind == .scatter ? chart.paired() : chart
    self.size = size
    guard size.width > 0, size.height > 0 else { return }
    layOut()
  }

  /// An empty scene.
  package init(empty chart: Chart, size: Size) {
    self.chart = chart
    self.size = size
  }

  /// A text in one row, or a line of a text that takes several.
  package struct Label: Hashable, Sendable {
    /// What a text is for.
    package enum Role: String, Sendable {
      case title, subtitle, unit, tick, end, mark, value, name, note, source, figure, sparkline
      case sample
    }

    /// The text.
    package var text: String
    /// Its first column.
    package var x: Int
    /// Its row; the first one of a large figure.
    package var y: Int
    /// The columns it takes.
    package var width: Int
    /// What it is for.
    package var role: Role
    /// How it looks.
    package var style: Style
    /// The series it names; nil if there is none.
    package var series: Int?
    /// The whole text, of which this may be a line.
    package var whole: String
    /// The letters of a large figure.
    package var lettering = Lettering.plain
  }

  /// A line in a column of cells, from one row to another.
  package struct Connector: Hashable, Sendable {
    /// The column.
    package var x: Int
    /// The row where a curve ends.
    package var from: Int
    /// The row of its label.
    package var to: Int
  }

  /// The cells of a stop of the chart's cursor.
  package struct StopArea: Hashable, Sendable {
    /// The stop, counted in the chart's stops.
    package var stop: Int
    /// Its cells.
    package var area: Rect
  }

  /// A text without room.
  package struct Omission: Hashable, Sendable {
    /// What it is for.
    package var role: Label.Role
    /// The text.
    package var text: String
    /// The series it names; nil if there is none.
    package var series: Int?
  }

  /// Adds a text in one row; if it does not fit completely, it is left out and noted.
  mutating func add(
    _ role: Label.Role, _ text: String, _ x: Int, _ y: Int, _ style: Style = .text,
    limit: Int = .max, series: Int? = nil, of whole: String? = nil
  ) {
    guard !text.isEmpty else { return }
    let width = text.columns
    guard width > 0 else { return }
    guard x >= 0, y >= 0, y < size.height, width <= limit, width <= size.width - x else {
      omit(role, whole ?? text, series: series)
      return
    }
    labels.append(
      Label(
        text: text, x: x, y: y, width: width, role: role, style: style, series: series,
        whole: whole ?? text))
  }

  /// Adds the lines of a text below each other; none if they do not all fit.
  mutating func add(
    _ role: Label.Role, lines: [String], of whole: String, _ x: Int, _ y: Int,
    _ style: Style = .text, series: Int? = nil
  ) {
    let fits = lines.allSatisfy { $0.columns <= size.width - x }
    guard fits, x >= 0, y >= 0, y + lines.count <= size.height else {
      omit(role, whole, series: series)
      return
    }
    for (offset, line) in lines.enumerated() {
      add(role, line, x, y + offset, style, series: series, of: whole)
    }
  }

  /// Notes that there was no room for a text.
  mutating func omit(_ role: Label.Role, _ text: String, series: Int? = nil) {
    guard !text.isEmpty else { return }
    let omission = Omission(role: role, text: text, series: series)
    if !omissions.contains(omission) { omissions.append(omission) }
  }
}

extension ChartScene {
  /// The series that each cell of a plot shows data of, row by row; -1 for none.
  ///
  /// A report's own value belongs to no series, so its cell is -1.
  func owners(of plot: Plot) -> [Int16] {
    let area = plot.area
    var owners = [Int16](repeating: -1, count: area.width * area.height)
    func set(_ x: Int, _ y: Int, _ series: Int) {
      guard x >= 0, y >= 0, x < area.width, y < area.height else { return }
      owners[y * area.width + x] = Int16(clamping: series)
    }
    var field: DotField?
    if !plot.lines.isEmpty || !plot.areas.isEmpty {
      let dots = DotField(plot, glyphs)
      owners = dots.owners
      field = dots
    }
    for bar in plot.bars where bar.width > 0 && bar.height > 0 {
      for y in (bar.y / 8)..<((bar.y + bar.height + 7) / 8) {
        for x in (bar.x / 8)..<((bar.x + bar.width + 7) / 8) {
          set(x - area.x, y - area.y, bar.series)
        }
      }
    }
    for point in plot.points {
      let (x, y) = (point.column / glyphs.across, point.row / glyphs.down)
      if field?.yields(x, y, to: point) == false { continue }
      set(x, y, point.series ?? -1)
    }
    return owners
  }
}

extension ChartScene {
  /// The place of the terminal's cursor: at the stop that is read out, otherwise at the top left.
  package var cursorCell: Point {
    guard let cursor = chart.cursor else { return .zero }
    if let area = stops.first(where: { $0.stop == cursor })?.area {
      return Point(x: area.x, y: area.y)
    }
    let line = plots.lazy.flatMap(\.rules).first { $0.role == .cursor }
    return line.map { Point(x: $0.x, y: $0.y) } ?? .zero
  }

  /// The stop of the chart's cursor at a cell: the bar or row there, or the nearest period.
  ///
  /// - Returns: Its place in the chart's stops; nil outside the picture.
  package func stop(at point: Point) -> Int? {
    if chart.movesOverPeriods {
      let plot = plots.first { $0.area.contains(point) }
      guard let plot, let across = plot.across else { return nil }
      let wanted = (Double(point.x - plot.area.x) + 0.5) * Double(glyphs.across)
      let places = chart.periods.map { abs(across.place($0.position) - wanted) }
      return places.indices.min { places[$0] < places[$1] }
    }
    return stops.first { $0.area.contains(point) }?.stop
  }
}
