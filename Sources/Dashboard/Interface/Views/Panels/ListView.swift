/// Draws a list inside a frame.
enum ListView {
  /// Rows above the first one that the columns' titles take.
  static func headingRows(_ list: ListContent) -> Int { list.hasHeading ? 1 : 0 }

  /// The columns up to which a title of a narrow list goes on: a selected one is lit, and each
  /// letter of it is sent again when the selection moves.
  private static let mostLit = 34
  /// The columns below which a list is narrow: on a screen of 80 columns all are.
  private static let narrow = 60

  /// Draws the rows from the scroll position on; the selected one has a marker and reverse video.
  static func draw(
    _ list: ListContent, _ state: PanelState, isFocused: Bool, glyphs: Glyphs,
    on canvas: inout Canvas, in rect: Rect
  ) {
    guard !rect.isEmpty else { return }
    if list.rows.isEmpty {
      let lines = TextLayout.wrap(list.emptyText, to: rect.width)
      for (index, line) in lines.prefix(rect.height).enumerated() {
        canvas.put(line, at: rect.x, rect.y + index, .faint)
      }
      if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
      return
    }
    let columns = columns(of: list, width: rect.width)
    let top = rect.y + headingRows(list)
    if list.hasHeading {
      for column in columns {
        let title = TextLayout.pad(
          list.columns[column.index].title, to: column.width,
          list.columns[column.index].alignment)
        canvas.put(title, at: rect.x + column.x, rect.y, .faint, limit: column.width)
      }
    }
    for line in 0..<max(0, rect.bottom - top) {
      let index = state.scroll + line
      guard index < list.rows.count else { break }
      let row = list.rows[index]
      let y = top + line
      if row.isHeading {
        put(row.cells[0], at: rect.x, y, width: rect.width, .left, glyphs, on: &canvas)
        continue
      }
      let isSelected = index == state.selection
      if isSelected {
        canvas.set(rect.x, y, glyphs.marker, Style(.heading, .bold))
        if isFocused { canvas.cursor = Point(x: rect.x, y: y) }
      }
      for (place, column) in columns.enumerated() where column.index < row.cells.count {
        let spec = list.columns[column.index]
        var room = column.width
        if case .flexible = spec.width {
          let whole = room + blank(row, list, columns[(place + 1)...])
          room = rect.width < narrow ? max(room, min(whole, mostLit)) : whole
        }
        let width = put(
          row.cells[column.index], at: rect.x + column.x, y, width: room, spec.alignment,
          glyphs, on: &canvas)
        if isSelected, case .flexible = spec.width {
          canvas.restyle(Rect(x: rect.x + column.x, y: y, width: width, height: 1)) { style in
            style.attributes.insert(isFocused ? .reverse : .bold)
          }
        }
      }
    }
  }

  /// The columns that a title may take of those behind it, which its row leaves empty.
  private static func blank(
    _ row: ListContent.Row, _ list: ListContent,
    _ columns: ArraySlice<(index: Int, x: Int, width: Int)>
  ) -> Int {
    var blank = 0
    for column in columns where column.index < row.cells.count {
      switch row.cells[column.index] {
      case .sparkline(nil, _): blank += column.width + 1
      case .sparkline: return blank
      case .text(let line):
        if line.columns == 0 {
          blank += column.width + 1
          continue
        }
        // Two columns are left between words that are no neighbours in a table.
        let free = list.columns[column.index].alignment == .right ? column.width - line.columns : 0
        return blank + max(0, free - 1)
      }
    }
    return blank
  }

  /// Writes a cell; returns the columns that its text takes.
  @discardableResult
  private static func put(
    _ cell: ListContent.Row.Cell, at x: Int, _ y: Int, width: Int,
    _ alignment: TextLayout.Alignment, _ glyphs: Glyphs, on canvas: inout Canvas
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

  /// Where the columns stand that there is room for; the first two cells hold the marker.
  private static func columns(
    of list: ListContent, width: Int
  ) -> [(index: Int, x: Int, width: Int)] {
    let widths = list.columns.indices.compactMap { index -> (index: Int, cells: Int?)? in
      let spec = list.columns[index]
      guard spec.leastPanelWidth <= width, width <= spec.mostPanelWidth else { return nil }
      switch spec.width {
      case .cells(let cells): return (index, cells)
      case .fit(let most):
        // A column without text takes no room, not even its gap.
        let cells = min(most, list.widest(index))
        return cells > 0 ? (index, cells) : nil
      case .flexible: return (index, nil)
      }
    }
    let fixed = widths.reduce(2) { $0 + ($1.cells.map { $0 + 1 } ?? 0) }
    let flexible = max(4, width - fixed)
    var x = 2
    return widths.map { column in
      let cells = column.cells ?? flexible
      defer { x += cells + 1 }
      return (column.index, x, max(0, min(cells, width - x)))
    }
  }
}
