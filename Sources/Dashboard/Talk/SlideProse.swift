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
  /// The empty lines between items of lists.
  let spacing: Int
  /// The letters that it is set in.
  var lettering = Lettering.plain

  /// The widest lines of prose that are easy to read from a distance.
  static let measure = 76

  /// The columns of prose: big letters may use all of a screen.
  private var room: Int { lettering.isBig ? width : min(width, Self.measure) }

  /// Prose in lines.
  func wrap(_ spans: [Span], to width: Int, _ base: Style = .text) -> [SlideLine] {
    lettering.wrap(spans, to: max(1, width), base).map { SlideLine($0) }
  }

  /// A block in lines.
  func lines(_ block: Block) -> [SlideLine] { lines(block, room, depth: 0) }

  /// Blocks in lines, with a free line between two.
  func lines(_ blocks: [Block]) -> [SlideLine] { lines(blocks, room, depth: 0) }

  // Hostile prose may be nested deeper than anybody reads.
  private static let depth = 12

  private func lines(_ blocks: [Block], _ width: Int, depth: Int) -> [SlideLine] {
    var lines: [SlideLine] = []
    for block in blocks {
      let more = self.lines(block, width, depth: depth)
      let isNested = if case .list = block { depth > 0 } else { false }
      if !lines.isEmpty, !more.isEmpty, !isNested { lines.append(.empty) }
      lines += more
    }
    return lines
  }

  private func lines(_ block: Block, _ width: Int, depth: Int) -> [SlideLine] {
    guard depth < Self.depth else { return block.paragraphs.flatMap { wrap($0, to: width) } }
    switch block {
    case .paragraph(let spans): return wrap(spans, to: width)
    case .list(let start, let items): return list(start, items, width, depth)
    case .quote(let blocks):
      let mark = glyphs.chart.isASCII ? "|" : lettering.isBig ? "|" : "┃"
      return marked(mark, Style(accent), width) { lines(blocks, $0, depth: depth + 1) }
    case .table(let header, let rows, let alignments):
      // A table may be wider than prose: it is read across, not along.
      let room = depth == 0 ? self.width : width
      return SlideTable(
        header: header, rows: rows, alignments: alignments, accent: accent, lettering: lettering
      ).lines(width: room)
    case .code(let code):
      let mark = lettering.isBig ? "|" : String(Character(glyphs.vertical))
      return marked(mark, Style(.border, .dim), self.width) { room in
        code.flatMap { wrap([Span($0)], to: room) }
      }
    }
  }

  /// Lines with a bar before each.
  private func marked(
    _ mark: String, _ style: Style, _ width: Int, _ inner: (Int) -> [SlideLine]
  ) -> [SlideLine] {
    let indent = lettering.columns(mark) + lettering.unit + (lettering.isBig ? 0 : 1)
    return inner(max(1, width - indent)).map { line in
      var line = line.indented(by: indent)
      line.pieces.insert(
        SlideLine.Piece(x: 0, text: StyledLine(mark, style)), at: 0)
      return line
    }
  }

  private func list(
    _ start: Int?, _ items: [[Block]], _ width: Int, _ depth: Int
  ) -> [SlideLine] {
    var result: [SlideLine] = []
    let last = start.map { $0.addingReportingOverflow(items.count).partialValue }
    let widest = last.map { "\($0)." } ?? glyphs.bullet
    let markWidth = lettering.columns(widest) + lettering.unit
    for (index, item) in items.enumerated() {
      let number = start.map { "\($0.addingReportingOverflow(index).partialValue)." }
      let mark = StyledLine(number ?? glyphs.bullet, Style(accent, .bold))
      // In a very narrow place the text is below its mark.
      var inner = lines(item, max(1, width - markWidth), depth: depth + 1)
      if inner.isEmpty { inner = [.empty] }
      if depth == 0, index > 0 { result += SlideLine.empty(spacing) }
      for (row, line) in inner.enumerated() {
        var line = line.indented(by: markWidth)
        if row == 0 { line.pieces.insert(SlideLine.Piece(x: 0, text: mark), at: 0) }
        result.append(line)
      }
    }
    return result
  }
}
