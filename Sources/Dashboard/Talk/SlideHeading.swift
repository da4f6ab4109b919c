import Browsing
import Canvas
import Charts
import Records

/// A slide's heading in lines, big or not.
struct SlideHeading {
  /// The letters of the lines.
  var lettering = Lettering.plain
  /// The lines from top to bottom.
  private(set) var lines: [StyledLine] = []
  /// The columns of the line below the heading; 0 if there is none.
  private var rule = 0
  private var accent = Role.heading
  private var isASCII = false
  /// What the lines leave out.
  private(set) var leftover: [Span] = []

  /// No heading.
  init() {}

  /// A heading in the terminal's own letters.
  ///
  /// - Parameters:
  ///   - most: The most lines; a longer heading is cut, and all of it is `leftover`.
  init(
    _ spans: [Span], width: Int, most: Int, hasRule: Bool, accent: Role, isASCII: Bool
  ) {
    self.accent = accent
    self.isASCII = isASCII
    let style = Style(accent, .bold)
    lines = lettering.wrap(spans, to: min(width, SlideProse.measure), style)
    if lines.count > most {
      leftover = spans
      lines = Array(lines.prefix(most))
      lines[most - 1].runs.append(StyledRun(" …", style))
      lines[most - 1] = lines[most - 1].truncated(to: width)
    }
    if hasRule { rule = min(width, max(8, lines.map(\.columns).max() ?? 0)) }
  }

  /// A heading in big letters; nil if they do not fit.
  init?(
    _ spans: [Span], _ lettering: Lettering, width: Int, height: Int, hasRule: Bool = false,
    accent: Role, isASCII: Bool = false
  ) {
    let text = spans.plainText
    guard text.count <= Self.limit, lettering.has(text), !text.allSatisfy(\.isWhitespace)
    else { return nil }
    let longest = text.split(separator: " ").map { lettering.columns(String($0)) }.max() ?? 0
    guard longest <= width else { return nil }
    self.lettering = lettering
    self.accent = accent
    self.isASCII = isASCII
    if hasRule { rule = width }
    lines = lettering.balanced(spans, to: width, Style(accent, .bold))
    guard self.height <= height else { return nil }
  }

  /// The most characters that are set in big letters.
  static let limit = 160

  private var slideLines: [SlideLine] { lines.map { SlideLine($0) } }

  /// The rows that it takes.
  package var height: Int {
    lines.isEmpty ? 0 : lettering.rows(of: slideLines).height + ruleRows
  }

  /// The line below, away from big letters.
  private var ruleRows: Int { rule > 0 ? lettering.isBig ? 2 : 1 : 0 }

  /// Draws it with its top left at a cell.
  package func draw(on canvas: inout Canvas, at x: Int, _ y: Int, limit: Int) {
    for (start, line) in zip(lettering.rows(of: slideLines).starts, lines) {
      lettering.draw(line, on: &canvas, at: x, y + start, limit: limit)
    }
    if rule > 0 {
      canvas.fill(
        Rect(x: x, y: y + height - 1, width: min(rule, limit), height: 1), isASCII ? "=" : "━",
        Style(accent))
    }
  }
}
