package import Canvas
import Charts

/// Drawing a list.
extension ListPanel {
  /// The columns at a width.
  func grid(width: Int) -> ListGrid { ListGrid(columns, fitted: widths, width: width) }

  /// Draws the rows from the scroll position; the selected one has a marker, and the first line of
  /// its title is in reverse video.
  ///
  /// Each highlighted letter is sent again when the selection moves, which may take 200 bytes.
  package func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    if rows.isEmpty {
      let lines = TextLayout.wrap(emptyText, to: rect.width)
      for (index, line) in lines.prefix(rect.height).enumerated() {
        canvas.put(line, at: rect.x, rect.y + index, .faint)
      }
      if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
      return
    }
    let grid = grid(width: rect.width)
    var y = rect.y
    if hasHeading {
      for place in grid.places {
        let column = columns[place.column]
        // Half a word says nothing.
        if column.picture == nil, column.title.columns > place.width { continue }
        let line =
          column.picture?(place.width, glyphs)
          ?? StyledLine(TextLayout.pad(column.title, to: place.width, column.alignment), .faint)
        canvas.put(line, at: rect.x + place.x, y, limit: place.width)
      }
      y += 1
    }
    for (index, row) in rows.enumerated().dropFirst(state.scroll) {
      guard y < rect.bottom else { break }
      if row.isHeading {
        if case .text(let line)? = row.cells.first {
          canvas.put(line.truncated(to: rect.width), at: rect.x, y, limit: rect.width)
        }
        y += 1
        continue
      }
      let slots = grid.slots(row.cells)
      if index == state.selection {
        canvas.set(rect.x, y, glyphs.marker, Style(.heading, .bold))
        if isFocused { canvas.cursor = Point(x: rect.x, y: y) }
      }
      for slot in slots where y + slot.y < rect.bottom {
        let used = Self.put(slot, at: Point(x: rect.x, y: y), glyphs, on: &canvas)
        guard slot.isTitle, slot.y == 0, index == state.selection else { continue }
        let title = Rect(x: rect.x + slot.x, y: y + slot.y, width: used, height: 1)
        canvas.restyle(title) { $0.attributes.insert(isFocused ? .reverse : .bold) }
      }
      y += (slots.last?.y ?? 0) + 1
    }
  }

  /// Draws a cell of the row at a place; returns the columns of its text.
  private static func put(
    _ slot: ListGrid.Slot, at place: Point, _ glyphs: Glyphs, on canvas: inout Canvas
  ) -> Int {
    let (x, y) = (place.x + slot.x, place.y + slot.y)
    switch slot.cell {
    case .text(let line): return canvas.put(line.truncated(to: slot.width), at: x, y)
    case .picture(let make):
      return canvas.put(make(slot.width, glyphs), at: x, y, limit: slot.width)
    }
  }
}
