import Canvas

/// The columns of a list at a width, and where a row's cells go in them.
struct ListGrid {
  /// A column that fits, with its position from the list's left.
  struct Place {
    var column: Int
    var x: Int
    var width: Int
  }

  /// A cell of a row, with the columns that it takes.
  struct Slot {
    var cell: ListPanel.Row.Cell
    var x: Int
    var y: Int
    var width: Int
    /// Whether it is highlighted if the row is selected.
    var isTitle = false

    /// Whether it is a picture, which needs its values beside it.
    var isPicture: Bool { if case .picture = cell { true } else { false } }
  }

  /// The columns of text that a row needs for a title beside its values; otherwise they are below.
  private static let leastTitle = 10

  let places: [Place]
  private let columns: [ListPanel.Column]
  private let width: Int

  /// The columns that fit into a width; the first two cells hold the marker.
  init(_ columns: [ListPanel.Column], fitted widths: [Int], width: Int) {
    self.columns = columns
    self.width = width
    let shown = columns.enumerated().compactMap { index, column -> (index: Int, cells: Int?)? in
      guard column.leastPanelWidth <= width, width <= column.mostPanelWidth else { return nil }
      switch column.width {
      case .cells(let cells): return (index, cells)
      // A column without text takes no room, not even for its gap.
      case .fit: return widths[index] > 0 ? (index, widths[index]) : nil
      case .flexible: return (index, nil)
      case .below: return nil
      }
    }
    let fixed = shown.reduce(2) { $0 + ($1.cells.map { $0 + 1 } ?? 0) }
    let flexible = max(4, width - fixed)
    var x = 2
    places = shown.map { column in
      let cells = column.cells ?? flexible
      defer { x += cells + 1 }
      return Place(column: column.index, x: x, width: max(0, min(cells, width - x)))
    }
  }

  /// The lines that a row takes.
  func height(_ row: ListPanel.Row) -> Int {
    let isPlain = columns.allSatisfy { column in
      if case .below = column.width { return false }
      return column.lines == 1
    }
    // Most lists have one line a row, for which no cell need be made.
    return row.isHeading || isPlain ? 1 : (slots(row.cells).last?.y ?? 0) + 1
  }

  /// The cells of a row from top to bottom.
  ///
  /// A cell that is wider than its column takes room from the title at its left; values are never
  /// cut. If too little is left for the title, the values go below it.
  func slots(_ cells: [ListPanel.Row.Cell]) -> [Slot] {
    let title = places.first { place in
      if case .flexible = columns[place.column].width { true } else { false }
    }
    var slots: [Slot] = []
    var edge = width
    for place in places.reversed() where place.column < cells.count {
      let used = cells[place.column].columns(in: place.width)
      guard used > 0, place.column != title?.column else { continue }
      let isRight = columns[place.column].alignment == .right
      if let title, place.x > title.x {
        let end = min(place.x + place.width, edge)
        let start = max(2, isRight ? end - used : min(place.x, end - used))
        slots.append(Slot(cell: cells[place.column], x: start, y: 0, width: used))
        // Two columns separate words that are not adjacent in the table.
        edge = start - (start == place.x ? 1 : 2)
      } else {
        let x = isRight ? max(place.x, place.x + place.width - used) : place.x
        slots.append(Slot(cell: cells[place.column], x: x, y: 0, width: place.width))
      }
    }
    guard let title, title.column < cells.count, case .text(let text) = cells[title.column] else {
      return slots
    }
    let whole = width - title.x
    var room = edge - title.x
    let most = columns[title.column].lines
    let isTight =
      most > 1 && edge < width && room < text.columns
      && (slots.contains(where: \.isPicture) || room < Self.leastTitle)
    if isTight { room = whole }
    let lines = text.wrapped(to: room, then: whole, lines: most)
    if isTight {
      for index in slots.indices where slots[index].x > title.x { slots[index].y = lines.count }
    }
    for (y, line) in lines.enumerated() {
      slots.append(Slot(cell: .text(line), x: title.x, y: y, width: whole, isTitle: true))
    }
    var y = lines.count
    // Beside the values that are below the title, text takes the same line if there is room.
    var isFilled = isTight
    for (index, column) in columns.enumerated() where index < cells.count {
      guard case .below = column.width, column.leastPanelWidth <= width,
        case .text(let text) = cells[index], text.columns > 0
      else { continue }
      let lines = text.wrapped(to: whole, then: whole, lines: column.lines)
      if isFilled, text.columns > edge - title.x {
        // It names the values, so it comes before them.
        for index in slots.indices where !slots[index].isTitle && slots[index].x > title.x {
          slots[index].y += lines.count
        }
      }
      isFilled = false
      for line in lines {
        slots.append(Slot(cell: .text(line), x: title.x, y: y, width: whole))
        y += 1
      }
    }
    return slots.sorted { $0.y < $1.y }
  }
}

extension ListPanel.Row.Cell {
  /// The columns that the cell needs in a column of a width; 0 if it is empty.
  fileprivate func columns(in width: Int) -> Int {
    switch self {
    case .text(let line): line.columns
    case .picture: width
    }
  }
}

extension StyledLine {
  /// The line broken between words, with a width for the first line and one for the others.
  ///
  /// - Parameter lines: How many there may be; the last one is cut if more are needed.
  func wrapped(to first: Int, then width: Int, lines: Int) -> [StyledLine] {
    guard lines > 1, columns > first, first > 0, width > 0 else { return [truncated(to: first)] }
    var result: [StyledLine] = []
    var rest = self
    while result.count < lines - 1 {
      let room = result.isEmpty ? first : width
      guard rest.columns > room else { break }
      let taken = TextLayout.wrap(rest.text, to: room).first?.count ?? 0
      guard taken > 0 else { break }
      result.append(rest.prefix(taken))
      rest = rest.suffix(from: taken)
    }
    return result + [rest.truncated(to: result.isEmpty ? first : width)]
  }

  private func prefix(_ count: Int) -> StyledLine {
    var left = count
    var line = StyledLine()
    for run in runs where left > 0 {
      var run = run
      run.text = String(run.text.prefix(left))
      left -= run.text.count
      line.runs.append(run)
    }
    return line
  }

  /// What follows a number of characters, without spaces at its start.
  private func suffix(from count: Int) -> StyledLine {
    var left = count
    var line = StyledLine()
    for run in runs {
      var text = run.text.dropFirst(left)
      left -= run.text.count - text.count
      if line.runs.isEmpty { text = text.drop { $0 == " " } }
      if !text.isEmpty { line.runs.append(StyledRun(String(text), run.style, target: run.target)) }
    }
    return line
  }
}
