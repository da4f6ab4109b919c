import Model

/// A matrix of counts: rows down, columns across, each cell with what stands behind it.
struct MatrixContent {
  /// The headings of the rows.
  var rows: [String]
  /// The headings of the columns.
  var columns: [String]
  /// The counts, row by row.
  var counts: [[Int]]
  /// What Enter leads to, row by row.
  var destinations: [[Destination]]

  /// The rows above the first count: two for the columns' headings and a rule.
  static let headingRows = 3

  /// All rows.
  var height: Int { rows.count + Self.headingRows }

  /// The row and column of a selection, which counts cells row by row.
  func cell(_ selection: Int) -> (row: Int, column: Int) {
    guard !columns.isEmpty, !rows.isEmpty else { return (0, 0) }
    let selection = max(0, min(selection, rows.count * columns.count - 1))
    return (selection / columns.count, selection % columns.count)
  }
}

/// Draws a matrix inside a frame.
enum MatrixView {
  /// Draws headings, counts and the selected cell in reverse video.
  ///
  /// Column headings take two rows; a count of zero is a faint dot, so that gaps show.
  static func draw(
    _ matrix: MatrixContent, _ state: PanelState, isFocused: Bool, glyphs: Glyphs,
    on canvas: inout Canvas, in rect: Rect
  ) {
    // The cursor stands in what has the keyboard, even where nothing can be selected.
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    guard !matrix.columns.isEmpty, rect.height > MatrixContent.headingRows else { return }
    let longest = matrix.rows.map(\.columns).max() ?? 0
    let cellWidth = max(4, min(14, (rect.width - min(longest, 24) - 2) / matrix.columns.count))
    let labelWidth = max(6, min(longest + 1, rect.width - cellWidth * matrix.columns.count))
    for (index, title) in matrix.columns.enumerated() {
      let isLong = title.split(separator: " ").contains { $0.columns >= cellWidth }
      let lines = TextLayout.wrap(
        isLong ? Rows.abbreviation(title) : title, to: max(1, cellWidth - 1))
      for (row, line) in lines.prefix(2).enumerated() {
        let shown = TextLayout.pad(line.trimmingEnd, to: cellWidth - 1, .right)
        canvas.put(
          shown, at: rect.x + labelWidth + index * cellWidth,
          rect.y + row + max(0, 2 - lines.count),
          .heading)
      }
    }
    canvas.fill(
      Rect(
        x: rect.x, y: rect.y + 2,
        width: min(rect.width, labelWidth + cellWidth * matrix.columns.count), height: 1),
      glyphs.horizontal, Style(.border, .dim))
    let selected = matrix.cell(state.selection)
    for row in state.scroll..<matrix.rows.count {
      let y = rect.y + MatrixContent.headingRows + row - state.scroll
      guard y < rect.bottom else { break }
      let isLast = row == matrix.rows.count - 1
      canvas.put(
        TextLayout.truncate(matrix.rows[row], to: labelWidth - 1), at: rect.x, y,
        row == selected.row || isLast ? .heading : .text)
      for column in matrix.columns.indices {
        let count = matrix.counts[row][column]
        let isSelected = row == selected.row && column == selected.column
        var style = count == 0 ? Style.faint : isLast ? Style.heading : Style.text
        if isSelected {
          style = Style(style.role, isFocused ? [.bold, .reverse] : [.bold, .underline])
        }
        let x = rect.x + labelWidth + column * cellWidth
        let shown = TextLayout.pad(count == 0 ? "·" : "\(count)", to: 3, .right) + " "
        canvas.put(shown, at: x + cellWidth - 4, y, style)
        // Where the last columns have no room, the cursor stays where it can be seen.
        let digit = Point(x: x + cellWidth - 2, y: y)
        if isSelected, isFocused, rect.contains(digit) { canvas.cursor = digit }
      }
    }
  }
}

extension String {
  /// The text without spaces at its end.
  var trimmingEnd: String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
