import Browsing
import Canvas
import Charts
import Records

/// The prose of a deck, laid out in lines for a slide.
struct SlideProse {
  /// The columns of the slide's text.
  package let width: Int
  let glyphs: Glyphs
  /// The colour of bullets, numbers and bars.
  package let accent: Role
  /// Whether there are empty lines between items of lists.
  let isLoose: Bool

  /// The widest lines of prose that are easy to read from a distance.
  static let measure = 76

  /// Prose in lines, without the style of links, which nobody can follow on a slide.
  static func wrap(_ spans: [Span], to width: Int, _ base: Style = .text) -> [StyledLine] {
    TextLayout.wrap(spans.map { Span($0.text, $0.emphasis) }, to: max(1, width), base)
  }

  /// A block in lines.
  func lines(_ block: Block) -> [StyledLine] { lines(block, min(width, Self.measure), depth: 0) }

  /// Blocks in lines, with a free line between two.
  func lines(_ blocks: [Block]) -> [StyledLine] {
    lines(blocks, min(width, Self.measure), depth: 0)
  }

  // Hostile prose may be nested deeper than anybody reads.
  private static let depth = 12

  private func lines(_ blocks: [Block], _ width: Int, depth: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for block in blocks {
      let more = self.lines(block, width, depth: depth)
      let isNested = if case .list = block { depth > 0 } else { false }
      if !lines.isEmpty, !more.isEmpty, !isNested { lines.append(StyledLine()) }
      lines += more
    }
    return lines
  }

  private func lines(_ block: Block, _ width: Int, depth: Int) -> [StyledLine] {
    guard depth < Self.depth else {
      return block.paragraphs.flatMap { Self.wrap($0, to: width) }
    }
    switch block {
    case .paragraph(let spans): return Self.wrap(spans, to: width)
    case .list(let start, let items): return list(start, items, width, depth)
    case .quote(let blocks):
      let inner = lines(blocks, max(1, width - 3), depth: depth + 1)
      let bar = StyledRun(glyphs.chart.isASCII ? "|  " : "┃  ", Style(accent))
      return inner.map { StyledLine([bar] + $0.runs) }
    case .table(let header, let rows):
      // A table may be wider than prose: it is read across, not along.
      let room = depth == 0 ? self.width : width
      return SlideTable(header: header, rows: rows, accent: accent).lines(width: room)
    case .code(let code):
      let bar = StyledRun("\(Character(glyphs.vertical)) ", Style(.border, .dim))
      return code.flatMap { TextLayout.wrap($0, to: max(1, self.width - 2)) }
        .map { StyledLine([bar, StyledRun($0)]) }
    }
  }

  private func list(
    _ start: Int?, _ items: [[Block]], _ width: Int, _ depth: Int
  ) -> [StyledLine] {
    var result: [StyledLine] = []
    let last = start.map { $0.addingReportingOverflow(items.count).partialValue }
    let markWidth = last.map { "\($0)".columns + 2 } ?? glyphs.bullet.columns + 1
    for (index, item) in items.enumerated() {
      let number = start.map { "\($0.addingReportingOverflow(index).partialValue)." }
      let mark = TextLayout.pad(number ?? glyphs.bullet, to: markWidth)
      // In a very narrow place the text is below its mark.
      var inner = lines(item, max(1, width - markWidth), depth: depth + 1)
      if inner.isEmpty { inner = [StyledLine()] }
      if isLoose, depth == 0, index > 0 { result.append(StyledLine()) }
      for (row, line) in inner.enumerated() {
        let lead = row == 0 ? mark : String(repeating: " ", count: markWidth)
        result.append(StyledLine([StyledRun(lead, Style(accent, .bold))] + line.runs))
      }
    }
    return result
  }
}
