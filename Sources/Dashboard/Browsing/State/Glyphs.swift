package import Canvas
package import Charts
import Records

/// The signs that views draw with, besides those of charts.
///
/// Chosen once at the start according to the terminal, and passed down. In ASCII every sign has a
/// replacement of the same width.
package struct Glyphs: Hashable, Sendable {
  /// The sign in front of a selected row.
  package var marker: Unicode.Scalar
  /// Between the parts of the breadcrumb line.
  var crumb: String
  /// A bullet of a list in prose.
  package var bullet: String
  /// The sign of something chosen.
  var chosen: String
  /// The sign of something inferred.
  package var inferred: String
  /// The signs of what became of a recommendation, in the order of the statuses.
  private var statuses: [String]
  /// The lines of frames.
  package var horizontal: Unicode.Scalar
  package var vertical: Unicode.Scalar
  /// The lines of frames by where they lead: the sum of 1 for up, 2 for right, 4 for down and 8
  /// for left.
  private var lines: [Unicode.Scalar]
  /// The cells of charts and sparklines.
  package var chart: GlyphSet
  /// Whether colours distinguish the series of charts; without them dashes do.
  package var hasColour = false
  /// The kinds of cells that a reader can choose from.
  ///
  /// Octants came with Unicode 16: the dashboard offers them only if the C library knows them,
  /// because ncurses omits unknown characters. Printed charts may always use them.
  var chartChoices: [GlyphSet]

  /// For terminals that show Unicode.
  ///
  /// Charts are drawn with quarters, whose lines are strokes in every font; the dots of Braille are
  /// finer, but faint, and sextants and octants are missing from most fonts.
  package static let unicode = Glyphs(
    marker: "▸", crumb: " › ", bullet: "•", chosen: "✓", inferred: "?",
    statuses: ["·", "○", "◔", "◐", "●", "✗", "◎", "↺"],
    horizontal: "─", vertical: "│", lines: Array(" │─└││┌├─┘─┴┐┤┬┼".unicodeScalars),
    chart: .quadrant,
    chartChoices: [.quadrant, .braille, .sextant, .half, .ascii])

  /// What a chart is drawn with.
  ///
  /// Without colour dashes tell lines apart, and quarters are too coarse for dashes: charts of several
  /// lines get the finer dots of Braille then.
  package func drawing(_ chart: Chart) -> GlyphSet {
    let isDashed = !chart.isColoured && chart.kind == .line && chart.series.count > 1
    return self.chart == .quadrant && isDashed ? .braille : self.chart
  }

  /// The signs for a locale's characters and a terminal's name.
  ///
  /// The Linux console's fonts have at most 512 signs and no Braille: it gets charts in ASCII.
  package static func suiting(_ charset: Charset, terminal: String) -> Glyphs {
    guard charset == .unicode else { return .ascii }
    let isConsole = terminal == "linux" || terminal.hasPrefix("linux-")
    guard isConsole else { return .unicode }
    var glyphs = unicode.drawing(.ascii)
    glyphs.statuses = asciiStatuses
    return glyphs
  }

  /// These signs with another set of cells for charts, which is added to the choices.
  package func drawing(_ chart: GlyphSet) -> Glyphs {
    var glyphs = offering(chart)
    glyphs.chart = chart
    return glyphs
  }

  /// These signs with an additional set of cells to choose from.
  package func offering(_ chart: GlyphSet) -> Glyphs {
    var glyphs = self
    if !glyphs.chartChoices.contains(chart) { glyphs.chartChoices.append(chart) }
    return glyphs
  }

  private static let asciiStatuses = [".", "o", "-", "+", "#", "x", "=", "<"]

  /// For terminals that show only ASCII.
  package static let ascii = Glyphs(
    marker: ">", crumb: " > ", bullet: "*", chosen: "*", inferred: "?",
    statuses: asciiStatuses,
    horizontal: "-", vertical: "|", lines: Array(" |-+||++-+-+++++".unicodeScalars),
    chart: .ascii, chartChoices: [.ascii])

  /// The sign of what became of a recommendation, a cell wide.
  func sign(_ status: AssessmentStatus) -> String {
    AssessmentStatus.allCases.firstIndex(of: status).map { statuses[$0] } ?? " "
  }

  /// The part of a frame that leads in some directions: the sum of 1 for up, 2 for right, 4 for
  /// down and 8 for left.
  func line(_ arms: UInt8) -> Unicode.Scalar { lines[Int(arms & 15)] }
}
