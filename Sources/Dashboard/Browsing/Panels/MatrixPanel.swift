package import Canvas

/// A matrix of counts: rows down, columns across; each cell leads to the records that it counts.
package struct MatrixPanel: PanelContent {
  /// The headings of the rows.
  package var rows: [String]
  /// The headings of the columns.
  package var columns: [String]
  /// The counts, row by row.
  package var counts: [[Int]]
  /// What Enter opens, row by row.
  package var destinations: [[Destination]]

  /// The rows above the first count: two for the columns' headings and a rule.
  private static let headingRows = 3

  package func height(in width: Int) -> Int { rows.count + Self.headingRows }

  /// The row and column of a selection, which counts cells row by row.
  func cell(_ selection: Int) -> (row: Int, column: Int) {
    guard !columns.isEmpty, !rows.isEmpty else { return (0, 0) }
    let selection = max(0, min(selection, rows.count * columns.count - 1))
    return (selection / columns.count, selection % columns.count)
  }

  private func select(row: Int, column: Int, _ state: inout PanelState) {
    guard !rows.isEmpty, !columns.isEmpty else { return }
    let row = max(0, min(rows.count - 1, row))
    state.selection = row * columns.count + max(0, min(columns.count - 1, column))
  }

  package func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool {
    let (row, column) = cell(state.selection)
    switch movement {
    case .rows(let step): select(row: row + step, column: column, &state)
    case .pages(let pages):
      let step = Movement.rows(ofPages: pages, in: room.height - Self.headingRows)
      select(row: row + step, column: column, &state)
    case .sideways(let step): select(row: row, column: column + step, &state)
    case .first: state.selection = 0
    case .last: state.selection = max(0, rows.count * columns.count - 1)
    }
    return true
  }

  package func settle(_ state: inout PanelState, in room: Size) {
    let (row, column) = cell(state.selection)
    state.selection = row * columns.count + column
    state.scroll = scroll(
      state.scroll, toShow: row, of: rows.count, in: room.height - Self.headingRows)
  }

  package func destination(_ state: PanelState, in room: Size) -> Destination? {
    let (row, column) = cell(state.selection)
    guard destinations.indices.contains(row), destinations[row].indices.contains(column) else {
      return nil
    }
    return destinations[row][column]
  }

  package func position(_ state: PanelState, in room: Size) -> String {
    "\(cell(state.selection).row + 1) of \(rows.count)"
  }

  package func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size) {
    guard let old = old as? MatrixPanel, let destination = old.destination(state, in: room),
      let same = destinations.flatMap(\.self).firstIndex(of: destination)
    else { return }
    state.selection = same
  }

  // MARK: Drawing

  /// Draws headings, counts and the selected cell in reverse video.
  ///
  /// Column headings take two rows; a count of zero is a faint dot, so that gaps show.
  package func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect
  ) {
    // The cursor is in the focused panel even if nothing can be selected.
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    guard !columns.isEmpty, rect.height > Self.headingRows else { return }
    let longest = rows.map(\.columns).max() ?? 0
    let cellWidth = max(4, min(14, (rect.width - min(longest, 24) - 2) / columns.count))
    let labelWidth = max(6, min(longest + 1, rect.width - cellWidth * columns.count))
    drawHeading(labelWidth, cellWidth, glyphs, on: &canvas, in: rect)
    let selected = cell(state.selection)
    for row in rows.indices.dropFirst(state.scroll) {
      let y = rect.y + Self.headingRows + row - state.scroll
      guard y < rect.bottom else { break }
      let isLast = row == rows.count - 1
      canvas.put(
        TextLayout.truncate(rows[row], to: labelWidth - 1), at: rect.x, y,
        row == selected.row || isLast ? .heading : .text)
      for column in columns.indices {
        let count = counts[row][column]
        let isSelected = row == selected.row && column == selected.column
        var style = count == 0 ? Style.faint : isLast ? Style.heading : Style.text
        if isSelected {
          style = Style(style.role, isFocused ? [.bold, .reverse] : [.bold, .underline])
        }
        let x = rect.x + labelWidth + column * cellWidth
        let shown = TextLayout.pad(count == 0 ? "·" : "\(count)", to: 3, .right) + " "
        canvas.put(shown, at: x + cellWidth - 4, y, style)
        // If there is no room for the last columns, the cursor stays visible.
        let digit = Point(x: x + cellWidth - 2, y: y)
        if isSelected, isFocused, rect.contains(digit) { canvas.cursor = digit }
      }
    }
  }

  private func drawHeading(
    _ labelWidth: Int, _ cellWidth: Int, _ glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect
  ) {
    for (index, title) in columns.enumerated() {
      let isLong = title.split(separator: " ").contains { $0.columns >= cellWidth }
      let lines = TextLayout.wrap(isLong ? title.initials : title, to: max(1, cellWidth - 1))
      for (row, line) in lines.prefix(2).enumerated() {
        let shown = TextLayout.pad(line.trimmingEnd, to: cellWidth - 1, .right)
        canvas.put(
          shown, at: rect.x + labelWidth + index * cellWidth,
          rect.y + row + max(0, 2 - lines.count), .heading)
      }
    }
    canvas.fill(
      Rect(
        x: rect.x, y: rect.y + 2, width: min(rect.width, labelWidth + cellWidth * columns.count),
        height: 1),
      glyphs.horizontal, Style(.border, .dim))
  }
}
