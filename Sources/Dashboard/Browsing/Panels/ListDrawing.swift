package import Canvas
import Charts
import Reading

/// Drawing a list.
extension ListPanel {
  /// The maximum columns of a title in a narrow list.
  ///
  /// A selected title is highlighted, and each of its letters is sent again when the selection
  /// moves.
  private static let mostLit = 34
  /// A list with fewer columns is narrow: on a screen of 80 columns all lists are.
  private static let narrow = 60

  /// A column that fits, with its position from the list's left.
  private typealias Place = (index: Int, x: Int, width: Int)

  /// Draws the rows from the scroll position; the selected one has a marker and reverse video.
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
    let places = places(width: rect.width)
    var y = rect.y
    if hasHeading {
      for place in places {
        let column = columns[place.index]
        let title = TextLayout.pad(column.title, to: place.width, column.alignment)
        canvas.put(title, at: rect.x + place.x, y, .faint, limit: place.width)
      }
      y += 1
    }
    for (index, row) in rows.enumerated().dropFirst(state.scroll).prefix(max(0, rect.bottom - y)) {
      defer { y += 1 }
      if row.isHeading {
        Self.put(row.cells[0], at: rect.x, y, width: rect.width, .left, glyphs, on: &canvas)
        continue
      }
      let isSelected = index == state.selection
      if isSelected {
        canvas.set(rect.x, y, glyphs.marker, Style(.heading, .bold))
        if isFocused { canvas.cursor = Point(x: rect.x, y: y) }
      }
      for (number, place) in places.enumerated() where place.index < row.cells.count {
        let column = columns[place.index]
        var room = place.width
        if case .flexible = column.width {
          let whole = room + blank(row, places[(number + 1)...])
          room = rect.width < Self.narrow ? max(room, min(whole, Self.mostLit)) : whole
        }
        let width = Self.put(
          row.cells[place.index], at: rect.x + place.x, y, width: room, column.alignment, glyphs,
          on: &canvas)
        if isSelected, case .flexible = column.width {
          canvas.restyle(Rect(x: rect.x + place.x, y: y, width: width, height: 1)) { style in
            style.attributes.insert(isFocused ? .reverse : .bold)
          }
        }
      }
    }
  }

  /// The columns after a title that it may use because its row leaves them empty.
  private func blank(_ row: Row, _ places: ArraySlice<Place>) -> Int {
    var blank = 0
    for place in places where place.index < row.cells.count {
      switch row.cells[place.index] {
      case .sparkline(nil, _): blank += place.width + 1
      case .sparkline: return blank
      case .text(let line):
        if line.columns == 0 {
          blank += place.width + 1
          continue
        }
        // Two columns separate words that are not adjacent in the table.
        let isRight = columns[place.index].alignment == .right
        return blank + max(0, (isRight ? place.width - line.columns : 0) - 1)
      }
    }
    return blank
  }

  /// Draws a cell; returns the columns of its text.
  @discardableResult
  private static func put(
    _ cell: Row.Cell, at x: Int, _ y: Int, width: Int, _ alignment: TextLayout.Alignment,
    _ glyphs: Glyphs, on canvas: inout Canvas
  ) -> Int {
    switch cell {
    case .text(let line):
      let line = line.truncated(to: width)
      let used = line.columns
      let start = alignment == .right ? x + width - used : x
      canvas.put(line, at: start, y, limit: width)
      return used
    case .sparkline(let sparkline, let role):
      return sparkline?.draw(
        on: &canvas, at: x, y, width: width, style: Style(role), glyphs: glyphs.chart) ?? 0
    }
  }

  /// The positions of the columns that fit; the first two cells hold the marker.
  private func places(width: Int) -> [Place] {
    let shown = columns.enumerated().compactMap { index, column -> (index: Int, cells: Int?)? in
      guard column.leastPanelWidth <= width, width <= column.mostPanelWidth else { return nil }
      switch column.width {
      case .cells(let cells): return (index, cells)
      // A column without text takes no room, not even for its gap.
      case .fit: return widths[index] > 0 ? (index, widths[index]) : nil
      case .flexible: return (index, nil)
      }
    }
    let fixed = shown.reduce(2) { $0 + ($1.cells.map { $0 + 1 } ?? 0) }
    let flexible = max(4, width - fixed)
    var x = 2
    return shown.map { column in
      let cells = column.cells ?? flexible
      defer { x += cells + 1 }
      return (column.index, x, max(0, min(cells, width - x)))
    }
  }
}
