import Canvas
import Records

/// A table of prose in columns.
enum TableLayout {
  /// The lines of a table: a heading, a rule and the rows, fitted into a width.
  ///
  /// Columns are as wide as their widest cell. If that is too much, the widest columns shrink and
  /// their cells are cut with a mark.
  static func lines(header: [[Span]], rows: [[[Span]]], width: Int) -> [StyledLine] {
    let table = [header] + rows
    let count = table.map(\.count).max() ?? 0
    guard count > 0, width > 0 else { return [] }
    var widths = (0..<count).map { column in
      table.map { column < $0.count ? $0[column].plainText.columns : 0 }.max() ?? 0
    }
    while widths.reduce(0, +) + 2 * (count - 1) > width, let widest = widths.max(), widest > 3 {
      widths[widths.firstIndex(of: widest) ?? 0] -= 1
    }
    func line(_ cells: [[Span]], _ style: Style) -> StyledLine {
      var text = ""
      for (column, cell) in cells.enumerated() {
        text += TextLayout.pad(cell.plainText, to: widths[column]) + "  "
      }
      return StyledLine(text, style).truncated(to: width)
    }
    let rule = String(repeating: "─", count: min(width, widths.reduce(0, +) + 2 * (count - 1)))
    return [line(header, .heading), StyledLine(rule, Style(.border))]
      + rows.map { line($0, .text) }
  }
}
