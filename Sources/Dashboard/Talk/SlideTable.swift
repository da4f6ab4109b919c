import Canvas
import Records

/// A table on a slide: cells wrap, and a table that is too wide becomes records.
struct SlideTable {
  let header: [[Span]]
  package let rows: [[[Span]]]
  /// The role of emphasised text.
  package let accent: Role

  /// The columns between two columns of the table.
  private static let gap = 2
  /// The narrowest column, below which words are not broken.
  private static let least = 12

  /// The lines of the table in a width.
  func lines(width: Int) -> [StyledLine] {
    guard width > 0 else { return [] }
    if let widths = widths(width) { return grid(widths) }
    return records(width)
  }

  private var columns: Int { ([header] + rows).map(\.count).max() ?? 0 }

  /// The width of each column; nil if they do not fit side by side.
  private func widths(_ width: Int) -> [Int]? {
    guard columns > 0 else { return [] }
    let room = width - Self.gap * (columns - 1)
    var natural = [Int](repeating: 1, count: columns)
    var least = natural
    for row in [header] + rows {
      for (column, cell) in row.enumerated() {
        let text = cell.plainText
        natural[column] = max(natural[column], text.columns)
        let word = text.split(separator: " ").map(\.columns).max() ?? 0
        least[column] = max(least[column], min(word, Self.least))
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
    let tallest = rows.joined().map(\.plainText.columns).max() ?? 0
    return tallest > 8 * (widths.max() ?? 1) ? nil : widths
  }

  private func grid(_ widths: [Int]) -> [StyledLine] {
    let isNumber = widths.indices.map { column in
      !rows.isEmpty && rows.allSatisfy { $0.count <= column || Self.isNumber($0[column]) }
    }
    var lines: [StyledLine] = []
    if header.contains(where: { !$0.plainText.isEmpty }) {
      lines += row(header, widths, isNumber, .heading)
      let rule = widths.reduce(0, +) + Self.gap * (widths.count - 1)
      lines.append(
        StyledLine(String(repeating: "─", count: max(0, rule)), Style(.border, .dim)))
    }
    let isTall = rows.contains { cells in
      zip(cells, widths).contains { $0.plainText.columns > $1 }
    }
    for (index, cells) in rows.enumerated() {
      if isTall, index > 0 { lines.append(StyledLine()) }
      lines += row(cells, widths, isNumber, .text)
    }
    return lines
  }

  /// A row of cells, each wrapped in its column; numbers are aligned right.
  private func row(
    _ cells: [[Span]], _ widths: [Int], _ isNumber: [Bool], _ style: Style
  ) -> [StyledLine] {
    let wrapped = zip(cells, widths).map { cell, width in
      SlideProse.wrap(cell, to: width, style)
    }
    let height = wrapped.map(\.count).max() ?? 0
    return (0..<height).map { index in
      var line = StyledLine()
      for (column, lines) in wrapped.enumerated() {
        let part = index < lines.count ? lines[index] : StyledLine()
        let free = max(0, widths[column] - part.columns)
        let before = isNumber[column] ? free : 0
        line.add(spaces: before)
        line.runs += part.runs
        if column < wrapped.count - 1 { line.add(spaces: free - before + Self.gap) }
      }
      return line
    }
  }

  /// Each row as a record: a line or more for each cell, with its heading before it.
  private func records(_ width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    for (index, cells) in rows.enumerated() {
      if index > 0 { lines.append(StyledLine()) }
      for (column, cell) in cells.enumerated() {
        let name = column < header.count ? header[column].plainText : ""
        var spans = cell
        if column == 0 { spans = spans.map { Span($0.text, $0.emphasis.union(.strong)) } }
        if !name.isEmpty { spans.insert(Span("\(name): ", .stressed), at: 0) }
        let indent = column == 0 ? 0 : 2
        let wrapped = SlideProse.wrap(spans, to: max(1, width - indent - 2))
        for (row, line) in wrapped.enumerated() {
          lines.append(line.indented(by: row == 0 ? indent : indent + 2))
        }
      }
    }
    if rows.isEmpty { lines = SlideProse.wrap(Array(header.joined()), to: width, .heading) }
    return lines
  }

  private static func isNumber(_ cell: [Span]) -> Bool {
    let text = cell.plainText
    if text.isEmpty || text == "–" || text == "-" || text == "—" { return true }
    guard text.contains(where: \.isNumber), text.columns < 16 else { return false }
    return text.allSatisfy { $0.isNumber || "+-−–.,%$€£ ~≈<>()".contains($0) }
  }
}

extension StyledLine {
  /// Adds spaces at the end.
  mutating func add(spaces: Int) {
    if spaces > 0 { runs.append(StyledRun(String(repeating: " ", count: spaces))) }
  }

  /// The line with spaces before it.
  func indented(by columns: Int) -> StyledLine {
    guard columns > 0, !runs.isEmpty else { return self }
    return StyledLine([StyledRun(String(repeating: " ", count: columns))] + runs)
  }
}
