import Canvas
import Records

/// A table of prose in columns.
struct TableLayout {
  let header: [[Span]]
  let rows: [[[Span]]]
  /// Where the cells of each column stand.
  let alignments: [CellAlignment]

  /// The lines of a table: a heading, a rule and the rows, fitted into a width.
  ///
  /// Columns are as wide as their widest cell. If that is too much, the widest columns shrink and
  /// their cells go on in the next line.
  func lines(width: Int) -> [StyledLine] {
    let table = [header] + rows
    let count = table.map(\.count).max() ?? 0
    guard count > 0, width > 0 else { return [] }
    var widths = (0..<count).map { column in
      table.map { column < $0.count ? $0[column].widest : 0 }.max() ?? 0
    }
    while widths.reduce(0, +) + 2 * (count - 1) > width, let widest = widths.max(), widest > 3 {
      widths[widths.firstIndex(of: widest) ?? 0] -= 1
    }
    let rule = String(repeating: "─", count: min(width, widths.reduce(0, +) + 2 * (count - 1)))
    return row(header, widths, width, .heading) + [StyledLine(rule, Style(.border))]
      + rows.flatMap { row($0, widths, width, .text) }
  }

  private func row(
    _ cells: [[Span]], _ widths: [Int], _ width: Int, _ style: Style
  ) -> [StyledLine] {
    let wrapped = zip(cells, widths).map { cell, width in
      cell.authoredLines.flatMap { TextLayout.wrap($0.plainText, to: max(1, width)) }
    }
    return (0..<max(1, wrapped.map(\.count).max() ?? 0)).map { line in
      var text = ""
      for (column, lines) in wrapped.enumerated() {
        let side = alignments.indices.contains(column) ? alignments[column].alignment : nil
        let cell = lines.indices.contains(line) ? lines[line] : ""
        text += TextLayout.pad(cell, to: widths[column], side ?? .left) + "  "
      }
      return StyledLine(text, style).truncated(to: width)
    }
  }
}

extension [Span] {
  /// The columns of the widest of its lines.
  fileprivate var widest: Int { authoredLines.map(\.plainText.columns).max() ?? 0 }
}
