/// The layout of a chart, shared by all output formats.
///
/// Cells are counted from the scene's top left; dots within a plot from the
/// plot's top left, `glyphs.across` by `glyphs.down` to a cell.
public struct ChartScene: Sendable {
  /// What is shown.
  public let chart: Chart
  /// The size of everything, in columns and rows.
  public let size: Size
  /// The pictures; several if a chart has panels.
  public var plots: [Plot] = []
  /// Every text, line by line, with its place; none covers data or another text, none is cut.
  public var labels: [Label] = []
  /// The places of the bars, rows or categories that the chart's cursor can be on.
  public var stops: [StopArea] = []
  /// The texts without room, which were left out completely.
  public var omissions: [Omission] = []
  /// Why the requested kind was replaced, and by which; nil if it was not.
  public var replacement: String?
  /// Lines in one column from the ends of curves to labels that had to move.
  public var connectors: [Connector] = []

  /// How dots share a cell.
  public var glyphs: GlyphSet { chart.glyphs }

  /// A chart in a size.
  ///
  /// No text is cut. If there is little room, whole texts are left out in this order: the space
  /// between the parts, the marks of events, the source (first its titles, then all of it), the
  /// explanation of signs, the subtitle (first its years), the names at the ends of the least
  /// important curves, the title. A picture without room becomes a list. `omissions` has what was
  /// left out.
  public init(_ chart: Chart, size: Size) {
    self.chart = chart.kind == .scatter ? chart.paired() : chart
    self.size = size
    guard size.width > 0, size.height > 0 else { return }
    layOut()
  }

  /// An empty scene.
  init(empty chart: Chart, size: Size) {
    self.chart = chart
    self.size = size
  }

  /// A text in one row, or a line of a text that takes several.
  public struct Label: Hashable, Sendable {
    /// What a text is for.
    public enum Role: String, Sendable {
      case title, subtitle, unit, tick, end, mark, value, name, note, source, figure, sparkline
      case sample
    }

    /// The text.
    public var text: String
    /// Its first column.
    public var x: Int
    /// Its row; a large figure takes this one and the two below.
    public var y: Int
    /// The columns it takes.
    public var width: Int
    /// What it is for.
    public var role: Role
    /// How it looks.
    public var style: Style
    /// The series it names; nil if there is none.
    public var series: Int?
    /// The whole text, of which this may be a line.
    public var whole: String
  }

  /// A line in a column of cells, from one row to another.
  public struct Connector: Hashable, Sendable {
    /// The column.
    public var x: Int
    /// The row where a curve ends.
    public var from: Int
    /// The row of its label.
    public var to: Int
  }

  /// The cells of a stop of the chart's cursor.
  public struct StopArea: Hashable, Sendable {
    /// The stop, counted in the chart's stops.
    public var stop: Int
    /// Its cells.
    public var area: Rect
  }

  /// A text without room.
  public struct Omission: Hashable, Sendable {
    /// What it is for.
    public var role: Label.Role
    /// The text.
    public var text: String
    /// The series it names; nil if there is none.
    public var series: Int?
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
