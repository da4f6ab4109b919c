import Canvas
import Records

/// A document laid out in lines of a width.
struct DocumentLayout {
  /// A line with its place in the document.
  struct Line {
    package var text: StyledLine
    /// The columns of indentation.
    var indent: Int
    /// Its block, and how many characters of the block come before it.
    var block: Int
    var offset: Int
  }

  /// A link and the cell where it starts.
  struct Link {
    var target: Target
    var line: Int
    var column: Int
    /// Its cells, line by line.
    var cells: [Rect]
  }

  private(set) var lines: [Line] = []
  private(set) var links: [Link] = []
  /// The lines on which records start.
  private(set) var anchors: [(reference: Reference, line: Int)] = []

  /// The maximum width of prose; longer lines are hard to read.
  static let proseWidth = 72

  /// The width.
  package let width: Int
  private let glyphs: Glyphs
  private var block = 0
  private var offset = 0

  /// Lays out a document in lines of at most a width.
  init(_ blocks: [DocumentBlock], width: Int, glyphs: Glyphs) {
    self.width = max(1, width)
    self.glyphs = glyphs
    for (index, block) in blocks.enumerated() {
      self.block = index
      offset = 0
      add(block)
    }
    while lines.last?.text.runs.isEmpty == true { lines.removeLast() }
    findLinks()
  }

  /// The first line that shows a place of a block.
  func line(block: Int, offset: Int) -> Int {
    lines.lastIndex { ($0.block, $0.offset) <= (block, offset) } ?? 0
  }

  private var measure: Int { min(width, Self.proseWidth) }

  private mutating func add(_ block: DocumentBlock) {
    switch block {
    case .heading(let title, let level, let role, let anchor):
      if let anchor { anchors.append((anchor, lines.count)) }
      let style = Style(role, level == 0 ? [.bold, .underline] : .bold)
      for line in TextLayout.wrap(title, to: measure) {
        append(StyledLine(line, level > 1 ? Style(role, .bold) : style))
      }
    case .prose(let block): add(block, indent: 0)
    case .message(let spans, let role):
      append(
        wrapped: spans, indent: 2, first: StyledLine("│ ", Style(role)),
        rest: StyledLine("│ ", Style(role)))
      gap()
    case .field(let label, let spans) where measure < 36:
      // Beside its label the text would be too narrow to read.
      if !label.isEmpty { append(StyledLine(label, .faint)) }
      append(wrapped: spans, indent: 2)
    case .field(let label, let spans):
      let labelWidth = min(16, max(12, measure / 4))
      let first = StyledLine(TextLayout.pad(label, to: labelWidth - 1) + " ", .faint)
      append(
        wrapped: spans, indent: labelWidth, first: first,
        rest: StyledLine(String(repeating: " ", count: labelWidth)))
    case .remark(let spans, let role):
      let sign = role == .caution ? StyledLine("! ", Style(.caution, .bold)) : StyledLine()
      append(
        wrapped: spans, indent: sign.columns, first: sign,
        rest: StyledLine(String(repeating: " ", count: sign.columns)),
        base: role == .faint ? .faint : Style(role))
      gap()
    case .original(let number, let text, let isNamed):
      let first = StyledLine(TextLayout.pad("\(number)", to: 6, .right) + "  ", .faint)
      append(
        wrapped: [Span(text)], indent: first.columns, first: first,
        rest: StyledLine("        "), base: isNamed ? .text : .faint)
    case .gap: gap()
    }
  }

  private mutating func add(_ block: Block, indent: Int) {
    switch block {
    case .paragraph(let spans):
      append(wrapped: spans, indent: indent)
      gap()
    case .list(let start, let items):
      for (index, item) in items.enumerated() {
        let mark = start.map { "\($0 + index). " } ?? "\(glyphs.bullet) "
        let first = lines.count
        for block in item { add(block, indent: indent + mark.columns) }
        if lines.count > first {
          lines[first].indent -= mark.columns
          lines[first].text.runs.insert(StyledRun(mark, .faint), at: 0)
        }
        // Items of a list have no empty lines between them.
        if index < items.count - 1, lines.last?.text.runs.isEmpty == true { lines.removeLast() }
      }
    case .quote(let blocks):
      for block in blocks { add(block, indent: indent + 2) }
    case .table(let header, let rows, let alignments):
      let table = TableLayout(header: header, rows: rows, alignments: alignments)
      for line in table.lines(width: measure - indent) {
        append(line, indent: indent)
      }
      gap()
    case .code(let code):
      for line in code {
        append(StyledLine(line).truncated(to: measure - indent), indent: indent)
      }
      gap()
    }
  }

  private mutating func append(
    wrapped spans: [Span], indent: Int, first: StyledLine = StyledLine(),
    rest: StyledLine = StyledLine(), base: Style = .text
  ) {
    let hasSign = !first.runs.isEmpty
    let wrapped = TextLayout.wrap(spans, to: max(1, measure - indent), base)
    for (index, line) in wrapped.enumerated() {
      let sign = index == 0 ? first : rest
      append(StyledLine(sign.runs + line.runs), indent: hasSign ? 0 : indent)
      offset += line.text.count
    }
  }

  private mutating func append(_ line: StyledLine, indent: Int = 0) {
    lines.append(Line(text: line, indent: indent, block: block, offset: offset))
  }

  /// Adds an empty line unless there is one already.
  private mutating func gap() {
    if lines.last?.text.runs.isEmpty == false { append(StyledLine()) }
  }

  /// Collects the links; one that continues on the next line is one link.
  private mutating func findLinks() {
    for (index, line) in lines.enumerated() {
      var column = line.indent
      for (number, run) in line.text.runs.enumerated() {
        let columns = run.text.columns
        if let target = run.target {
          let cells = Rect(x: column, y: index, width: columns, height: 1)
          let goesOn =
            number == 0
            && links.last.map { $0.target == target && endsLine($0, before: index) } == true
          if goesOn {
            links[links.count - 1].cells.append(cells)
          } else {
            links.append(Link(target: target, line: index, column: column, cells: [cells]))
          }
        }
        column += columns
      }
    }
  }

  private func endsLine(_ link: Link, before index: Int) -> Bool {
    guard let last = link.cells.last, last.y == index - 1 else { return false }
    let line = lines[last.y]
    return last.right >= line.indent + line.text.columns
      && lines[last.y].block == lines[index].block
  }
}
