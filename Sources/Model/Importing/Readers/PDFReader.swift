/// Reads a PDF from what `pdftohtml -xml` tells of its text: where it stands and in which font.
struct PDFReader {
  /// A paragraph: lines of one style that belong together.
  struct Paragraph {
    var lines: [PDFLine]
    var size: Int { lines[0].size }
    var isStrong: Bool { lines.allSatisfy(\.isStrong) }
  }

  private let scanner: PDFScanner
  private let layout: PDFLayout
  private let joiner: LineJoiner
  /// The size of the running text.
  private let body: Int
  /// Whether the running text is bold, as in some slides.
  private let isBodyStrong: Bool
  /// The usual distance from one line of running text to the next.
  private let leading: Int
  /// Where the lowest line of running text stands on each page.
  private let lowest: [Int: Int]
  /// The left edges of the items that enclose the next one.
  private var edges: [Int] = []
  private var report = SourceReport()

  /// The report in what `pdftohtml` wrote.
  static func read(_ xml: [UInt8]) -> SourceReport {
    var reader = PDFReader(PDFScanner(xml))
    reader.run()
    return reader.report
  }

  private init(_ scanner: PDFScanner) {
    self.scanner = scanner
    layout = PDFLayout(scanner.pages)
    joiner = LineJoiner(layout.lines.map(\.plain))
    var sizes: [Int: Int] = [:]
    var strong = 0
    var all = 0
    for line in layout.lines {
      sizes[line.size, default: 0] += line.text.count
      all += line.text.count
      if line.isStrong { strong += line.text.count }
    }
    let size = sizes.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 12
    body = size
    isBodyStrong = strong * 2 > all
    var lowest: [Int: Int] = [:]
    for line in layout.lines where line.size * 10 >= size * 9 && line.text.count > 25 {
      lowest[line.page] = max(lowest[line.page] ?? 0, line.top)
    }
    self.lowest = lowest
    var gaps: [Int: Int] = [:]
    for (above, below) in zip(layout.lines, layout.lines.dropFirst())
    where above.size == size && below.size == size && below.top > above.top {
      gaps[below.top - above.top, default: 0] += 1
    }
    leading = gaps.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? size * 3 / 2
  }

  private mutating func run() {
    let paragraphs = paragraphs()
    let levels = PDFHeadings(
      paragraphs, bookmarks: scanner.bookmarks, body: body, isBodyStrong: isBodyStrong)
    report.title = levels.title
    for (index, paragraph) in paragraphs.enumerated() {
      add(paragraph, level: levels.levels[index])
    }
    if report.blocks.isEmpty {
      report.warnings.append("The PDF has no text: it may be a scan, which is not read.")
    }
  }

  /// How deep an item is nested, by its left edge among those of the items before it.
  private mutating func depth(of paragraph: Paragraph) -> Int {
    let left = paragraph.lines[0].left
    let step = max(6, body / 2)
    while let last = edges.last, left < last - step { edges.removeLast() }
    if edges.last.map({ left > $0 + step }) ?? true { edges.append(left) }
    return min(edges.count, 6)
  }

  private mutating func add(_ paragraph: Paragraph, level: Int?) {
    if ListMarker(paragraph.lines[0].plain) == nil || level != nil { edges = [] }
    let range = report.append(paragraph.lines.map(\.plain))
    report.lines.append("")
    let first = paragraph.lines[0].page
    let page = layout.printed[first] ?? first + 1
    func block(_ kind: SourceBlock.Kind, _ text: String) -> SourceBlock {
      SourceBlock(kind, text, lines: range, page: page, isStrong: paragraph.isStrong)
    }
    if paragraph.lines.count > 2, paragraph.lines.allSatisfy({ $0.cells.count > 1 }) {
      let rows = Self.rows(paragraph.lines)
      report.blocks.append(block(.table(rows), rows[0].joined(separator: " ")))
      return
    }
    let text = joiner.join(paragraph.lines.map(\.text))
    if let level {
      report.blocks.append(block(.heading(level: level), Markup.withNoteMarks(text)))
    } else if paragraph.size * 10 < body * 9, isAtFoot(paragraph), let note = Self.note(text) {
      report.blocks.append(block(.note(number: note.number), Markup.withNoteMarks(note.text)))
    } else if let marker = ListMarker(text) {
      let kind = SourceBlock.Kind.item(depth: depth(of: paragraph), marker: marker.marker)
      report.blocks.append(block(kind, Markup.withNoteMarks(marker.rest)))
    } else {
      report.blocks.append(block(.paragraph, Markup.withNoteMarks(text)))
    }
  }

  /// Whether no running text stands below a paragraph on its page.
  private func isAtFoot(_ paragraph: Paragraph) -> Bool {
    let first = paragraph.lines[0]
    return first.top > lowest[first.page, default: 0]
  }

  /// The number and the text of a note at the foot of a page.
  private static func note(_ text: String) -> (number: Int, text: String)? {
    let plain = text.drop { $0 == "\u{1}" }
    let digits = plain.prefix { $0.isNumber }
    let rest = plain.dropFirst(digits.count).drop { $0 == "\u{2}" || $0 == "." || $0 == " " }
    guard Markup.isNoteNumber(digits), let number = Int(digits), rest.count > 2,
      rest.first?.isNumber != true
    else { return nil }
    return (number, String(rest))
  }

  // MARK: Paragraphs

  private func paragraphs() -> [Paragraph] {
    var result: [Paragraph] = []
    for line in layout.lines {
      if let last = result.last, continues(last, line) {
        result[result.count - 1].lines.append(line)
      } else {
        result.append(Paragraph(lines: [line]))
      }
    }
    return result
  }

  /// Whether a line goes on with a paragraph.
  private func continues(_ paragraph: Paragraph, _ line: PDFLine) -> Bool {
    guard let last = paragraph.lines.last else { return false }
    let isTable = last.cells.count > 1
    if isTable || line.cells.count > 1 {
      return isTable && line.cells.count > 1 && last.page == line.page
        && line.top - last.top < leading * 3
    }
    guard abs(last.size - line.size) <= 1 else { return false }
    let isBody = line.size * 10 <= body * 11
    guard last.isStrong == line.isStrong || isBody && !paragraph.isStrong && !line.isStrong
    else {
      return isBody && !paragraph.isStrong && !startsItem(line, after: last) && isClose(last, line)
    }
    if startsItem(line, after: last) { return false }
    if last.page != line.page || line.top <= last.top {
      // A sentence goes on in the next column or on the next page.
      guard isBody, !line.isStrong, let end = last.plain.last(where: { !"\"”’)".contains($0) })
      else { return false }
      return !".:?!".contains(end) && line.plain.first?.isLowercase == true
    }
    guard isClose(last, line) else { return false }
    // A line that is indented after one that ends early starts a paragraph.
    let isIndented = line.left > last.left + line.size / 2
    let width = (paragraph.lines.map(\.right).max() ?? 0) - last.left
    let endsEarly = paragraph.lines.count > 1 && (last.right - last.left) * 10 < width * 8
    return !(isIndented && endsEarly)
  }

  private func isClose(_ last: PDFLine, _ line: PDFLine) -> Bool {
    guard last.page == line.page, line.top > last.top else { return false }
    let usual = max(leading * max(line.size, 1) / max(body, 1), line.size)
    return (line.top - last.top) * 100 <= usual * 128
  }

  /// Whether a line starts an item of a list or a note of its own.
  private func startsItem(_ line: PDFLine, after last: PDFLine) -> Bool {
    guard let marker = ListMarker(line.plain) else {
      guard line.size * 10 < body * 9, Self.note(line.text) != nil, line.left <= last.left + 2
      else { return false }
      return line.text.hasPrefix(Markup.raised)
        || last.plain.last.map { ".)".contains($0) } ?? false
    }
    if marker.label.isEmpty { return true }
    // A number or letter that only ends a sentence stands at the left edge of its lines.
    let ends = last.plain.last.map { ".:;?!".contains($0) } ?? true
    return marker.marker.hasSuffix(")") || marker.marker.hasPrefix("(")
      ? line.left <= last.left || ends : ends
  }

  // MARK: Tables

  /// The cells of a table's lines: pieces with the same left edge stand in one column.
  private static func rows(_ lines: [PDFLine]) -> [[String]] {
    var edges: [Int] = []
    for cell in lines.flatMap(\.cells).sorted(by: { $0.left < $1.left })
    where edges.last.map({ cell.left - $0 > cell.size * 2 }) ?? true {
      edges.append(cell.left)
    }
    var rows: [[String]] = []
    for line in lines {
      var row = edges.map { _ in "" }
      for cell in line.cells {
        let column = edges.lastIndex { $0 <= cell.left } ?? 0
        row[column] += (row[column].isEmpty ? "" : " ") + cell.plain
      }
      // A row without its first cell goes on with the row above.
      if row[0].isEmpty, !rows.isEmpty {
        for (column, text) in row.enumerated() where !text.isEmpty {
          rows[rows.count - 1][column] += (rows[rows.count - 1][column].isEmpty ? "" : " ") + text
        }
      } else {
        rows.append(row)
      }
    }
    return rows
  }
}
