import Canvas
import Charts
import Records

/// A table on a slide: cells wrap, and a table that is too wide becomes records.
struct SlideTable {
  let header: [[Span]]
  package let rows: [[[Span]]]
  /// Where the cells of each column stand.
  var alignments: [CellAlignment] = []
  /// The role of emphasised text.
  package let accent: Role
  /// The letters that it is set in.
  var lettering = Lettering.plain

  /// The columns between two columns of the table.
  private var gap: Int { 2 * lettering.unit }
  /// The narrowest column, below which words are not broken.
  private var least: Int { 12 * lettering.unit }

  /// The lines of the table in a width.
  func lines(width: Int) -> [SlideLine] {
    guard width > 0 else { return [] }
    if let widths = widths(width) { return grid(widths) }
    return records(width)
  }

  /// Whether its cells fit side by side.
  func isGrid(width: Int) -> Bool { widths(width) != nil }

  private var columns: Int { ([header] + rows).map(\.count).max() ?? 0 }

  /// The width of each column; nil if they do not fit side by side.
  private func widths(_ width: Int) -> [Int]? {
    guard columns > 0 else { return [] }
    let room = width - gap * (columns - 1)
    var natural = [Int](repeating: 1, count: columns)
    var least = natural
    for row in [header] + rows {
      for (column, cell) in row.enumerated() {
        let text = cell.plainText
        natural[column] = max(natural[column], lettering.columns(text))
        let word = text.split(separator: " ").map { lettering.columns(String($0)) }.max() ?? 0
        least[column] = max(least[column], min(word, self.least))
      }
    }
    let total = natural.reduce(0, +)
    if total <= room { return natural }
    guard least.reduce(0, +) <= room else { return nil }
    // The widest shrink first, none below its longest word.
    var widths = natural
    var excess = total - room
    while excess > 0 {
      let shrinking = widths.indices.filter { widths[$0] > least[$0] }
      guard let widest = shrinking.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let others = shrinking.filter { widths[$0] < widths[widest] }.map { widths[$0] }.max() ?? 0
      let step = max(1, min(excess, widths[widest] - max(others, least[widest])))
      widths[widest] -= step
      excess -= step
    }
    // Cells of many lines are harder to read than records.
    let tallest = rows.joined().map { lettering.columns($0.plainText) }.max() ?? 0
    return tallest > 8 * (widths.max() ?? 1) ? nil : widths
  }

  private func grid(_ widths: [Int]) -> [SlideLine] {
    let alignments = widths.indices.map { column -> TextLayout.Alignment in
      if self.alignments.indices.contains(column),
        let chosen = self.alignments[column].alignment
      {
        return chosen
      }
      let isNumber =
        !rows.isEmpty && rows.allSatisfy { $0.count <= column || Self.isNumber($0[column]) }
      return isNumber ? .right : .left
    }
    var lines: [SlideLine] = []
    if header.contains(where: { !$0.plainText.isEmpty }) {
      lines += row(header, widths, alignments, .heading)
      let rule = widths.reduce(0, +) + gap * (widths.count - 1)
      lines.append(SlideLine(rule: rule, Style(.border, .dim)))
    }
    let isTall = rows.contains { cells in
      zip(cells, widths).contains { lettering.columns($0.plainText) > $1 }
    }
    for (index, cells) in rows.enumerated() {
      if isTall, index > 0 { lines.append(.empty) }
      lines += row(cells, widths, alignments, .text)
    }
    return lines
  }

  /// A row of cells, each wrapped in its column.
  private func row(
    _ cells: [[Span]], _ widths: [Int], _ alignments: [TextLayout.Alignment], _ style: Style
  ) -> [SlideLine] {
    let wrapped = zip(cells, widths).map { lettering.wrap($0, to: $1, style) }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = SlideLine()
      var x = 0
      for (column, lines) in wrapped.enumerated() {
        if index < lines.count, !lines[index].text.isEmpty {
          line.pieces.append(
            SlideLine.Piece(
              x: x, width: widths[column], alignment: alignments[column], text: lines[index]))
        }
        x += widths[column] + gap
      }
      return line
    }
  }

  /// Each row as a record: a line or more for each cell, with its heading before it.
  private func records(_ width: Int) -> [SlideLine] {
    var lines: [SlideLine] = []
    let step = 2 * lettering.unit
    for (index, cells) in rows.enumerated() {
      if index > 0 { lines.append(.empty) }
      for (column, cell) in cells.enumerated() {
        let name = column < header.count ? header[column].plainText : ""
        var spans = cell
        if column == 0 { spans = spans.map { Span($0.text, $0.emphasis.union(.strong)) } }
        if !name.isEmpty { spans.insert(Span("\(name): ", .stressed), at: 0) }
        let indent = column == 0 ? 0 : step
        for (row, line) in lettering.wrap(spans, to: width - indent - step).enumerated() {
          lines.append(SlideLine(line, at: row == 0 ? indent : indent + step))
        }
      }
    }
    if rows.isEmpty {
      lines = lettering.wrap(Array(header.joined()), to: width, .heading).map { SlideLine($0) }
    }
    return lines
  }

  private static func isNumber(_ cell: [Span]) -> Bool {
    let text = cell.plainText
    if text.isEmpty || text == "–" || text == "-" || text == "—" { return true }
    guard text.contains(where: \.isNumber), text.columns < 16 else { return false }
    return text.allSatisfy { $0.isNumber || "+-−–.,%$€£ ~≈<>()".contains($0) }
  }
}
