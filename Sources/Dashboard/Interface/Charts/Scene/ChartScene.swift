/// A chart laid out: what stands where, once, for every way of showing it.
///
/// Cells are counted from the scene's top left; dots within a plot from the
/// plot's top left, `glyphs.across` by `glyphs.down` to a cell.
public struct ChartScene: Sendable {
  /// What is shown.
  public let chart: Chart
  /// The columns and rows of everything.
  public let size: Size
  /// The pictures; several where a chart has panels.
  public var plots: [Plot] = []
  /// Every text, whole and with its place; none lies on data or on another.
  public var labels: [Label] = []
  /// Lines in one column from the ends of curves to labels that had to move.
  public var connectors: [Connector] = []

  /// How dots share a cell.
  public var glyphs: GlyphSet { chart.glyphs }

  /// A chart in a size.
  ///
  /// Where there is little room the source goes first, then the title, then
  /// the unit; a picture that has no room becomes a list, and that a single value.
  public init(_ chart: Chart, size: Size) {
    self.chart = chart.kind == .scatter ? chart.paired() : chart
    self.size = size
    guard size.width > 0, size.height > 0 else { return }
    layOut()
  }

  /// A scene without anything in it.
  init(empty chart: Chart, size: Size) {
    self.chart = chart
    self.size = size
  }

  /// A text in one row.
  public struct Label: Hashable, Sendable {
    /// What a text is for.
    public enum Role: String, Sendable {
      case title, subtitle, tick, end, mark, value, name, note, source, figure, sparkline, sample
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
    /// The series it names; nil for none.
    public var series: Int?
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

  /// Adds a text, cut with `…` to the columns that it may take.
  mutating func add(
    _ role: Label.Role, _ text: String, _ x: Int, _ y: Int, _ style: Style = .text,
    limit: Int = .max, series: Int? = nil
  ) {
    guard !text.isEmpty, y >= 0, y < size.height, x < size.width else { return }
    let room = min(limit, size.width - x)
    var shown = text
    var width = text.columns
    if width > room {
      shown = TextLayout.truncate(text, to: room)
      width = shown.columns
    }
    guard width > 0 else { return }
    labels.append(
      Label(text: shown, x: x, y: y, width: width, role: role, style: style, series: series))
  }
}
