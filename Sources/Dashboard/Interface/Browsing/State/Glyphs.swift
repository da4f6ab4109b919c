/// The signs that views draw with, beside those of charts.
///
/// Chosen once at start by what the terminal can show, and passed down. In
/// ASCII every sign has a stand-in of the same width.
public struct Glyphs: Hashable, Sendable {
  /// The sign in front of a selected row.
  public var marker: Unicode.Scalar
  /// Between the parts of the breadcrumb line.
  public var crumb: String
  /// A bullet of a list in prose.
  public var bullet: String
  /// The sign of a joint recommendation.
  public var joint: String
  /// The sign of something inferred.
  public var inferred: String
  /// A bookmarked record.
  public var bookmark: String
  /// The lines of frames.
  public var horizontal: Unicode.Scalar
  public var vertical: Unicode.Scalar
  public var topLeft: Unicode.Scalar
  public var topRight: Unicode.Scalar
  public var bottomLeft: Unicode.Scalar
  public var bottomRight: Unicode.Scalar
  /// The cells of charts and sparklines.
  public var chart: GlyphSet
  /// The cells that a reader can choose among.
  ///
  /// Octants are of Unicode 16: the dashboard offers them where the C library knows them, since
  /// ncurses leaves out what it does not; a chart that is printed may always have them.
  public var chartChoices: [GlyphSet]

  /// For terminals that show Unicode.
  public static let unicode = Glyphs(
    marker: "▸", crumb: " › ", bullet: "•", joint: "⇄", inferred: "?", bookmark: "◆",
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└",
    bottomRight: "┘", chart: .braille,
    chartChoices: [.braille, .quadrant, .sextant, .half, .ascii])

  /// The signs for a locale's characters and a terminal's name.
  ///
  /// The Linux console's fonts have at most 512 signs, no Braille among them: it gets charts in ASCII.
  public static func suiting(_ charset: Charset, terminal: String) -> Glyphs {
    guard charset == .unicode else { return .ascii }
    let isConsole = terminal == "linux" || terminal.hasPrefix("linux-")
    return isConsole ? unicode.drawing(.ascii) : .unicode
  }

  /// These signs with another set of cells for charts, which is then among the choices.
  public func drawing(_ chart: GlyphSet) -> Glyphs {
    var glyphs = offering(chart)
    glyphs.chart = chart
    return glyphs
  }

  /// These signs with another set of cells to choose.
  public func offering(_ chart: GlyphSet) -> Glyphs {
    var glyphs = self
    if !glyphs.chartChoices.contains(chart) { glyphs.chartChoices.append(chart) }
    return glyphs
  }

  /// For terminals that show only ASCII.
  public static let ascii = Glyphs(
    marker: ">", crumb: " > ", bullet: "*", joint: "=", inferred: "?", bookmark: "#",
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+",
    bottomRight: "+", chart: .ascii, chartChoices: [.ascii])
}
