package import Canvas
import Charts

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
  /// The row of totals; nil if there is none.
  var totalRow: Int?
  /// The column of totals; nil if there is none.
  var totalColumn: Int?

  /// The rows above the first count: one or two for the columns' headings, and a rule.
  private func headingRows(_ width: Int) -> Int {
    min(2, layout(width).titles.map(\.count).max() ?? 1) + 1
  }

  package func height(in width: Int) -> Int { rows.count + headingRows(width) }

  /// The row and column of a selection, which counts cells row by row.
  func cell(_ selection: Int) -> (row: Int, column: Int) {
    guard !columns.isEmpty, !rows.isEmpty else { return (0, 0) }
    let selection = max(0, min(selection, rows.count * columns.count - 1))
    return (selection / columns.count, selection % columns.count)
  }

  /// The cell with the greatest count, the first of several, without totals.
  var greatest: Int {
    var best = (count: -1, cell: 0)
    for (row, line) in counts.enumerated() where row != totalRow {
      for (column, count) in line.enumerated() where column != totalColumn && count > best.count {
        best = (count, row * columns.count + column)
      }
    }
    return best.cell
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
      let step = Movement.rows(ofPages: pages, in: room.height - headingRows(room.width))
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
      state.scroll, toShow: row, of: rows.count, in: room.height - headingRows(room.width))
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

  /// The places of the columns at a width: the labels' columns, then where each column ends.
  ///
  /// Columns are as wide as their headings; what is left is shared among them. Titles that do not
  /// fit are shortened to initials.
  private func layout(_ width: Int) -> (label: Int, ends: [Int], titles: [[String]]) {
    let longest = rows.map(\.columns).max() ?? 0
    let most = counts.joined().max() ?? 0
    func widths(_ titles: [[String]]) -> [Int] {
      titles.map { max("\(most)".columns, $0.map(\.columns).max() ?? 0) + 1 }
    }
    // Titles of two words take two rows.
    var titles = columns.map { Array($0.split(separator: " ").map(String.init)) }
    titles = titles.map { $0.count > 2 ? [$0[0], $0.dropFirst().joined(separator: " ")] : $0 }
    if longest + widths(titles).reduce(0, +) > width {
      titles = columns.map { [$0.columns > 5 ? $0.initials : $0] }
    }
    let own = widths(titles)
    let label = max(6, min(longest, width - own.reduce(0, +)))
    let air = min(8, max(0, (width - label - own.reduce(0, +)) / max(1, columns.count)))
    var end = label
    let ends = own.map { columns in
      end += columns + air
      return end
    }
    return (label, ends, titles)
  }

  /// Draws headings, counts and the selected cell in reverse video.
  ///
  /// The greater a count the stronger it is drawn; zero is a faint dot, so that gaps show.
  package func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect
  ) {
    // The cursor is in the focused panel even if nothing can be selected.
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    let heading = headingRows(rect.width)
    guard !columns.isEmpty, rect.height > heading else { return }
    let (label, ends, titles) = layout(rect.width)
    for (title, end) in zip(titles, ends) {
      for (row, line) in title.prefix(2).enumerated() {
        canvas.put(
          line, at: rect.x + end - line.columns, rect.y + row + max(0, heading - 1 - title.count),
          .heading)
      }
    }
    canvas.fill(
      Rect(x: rect.x, y: rect.y + heading - 1, width: min(rect.width, ends.last ?? 0), height: 1),
      glyphs.horizontal, Style(.border, .dim))
    // The totals are not shades of the others.
    let most =
      counts.enumerated().filter { $0.offset != totalRow }
      .flatMap { $0.element.enumerated().filter { $0.offset != totalColumn }.map(\.element) }
      .max() ?? 0
    let selected = cell(state.selection)
    // Bars can be compared if all columns have them.
    let room =
      zip(ends, [label] + ends).map { $0 - $1 }.min().map { $0 - "\(most)".columns } ?? 0
    for row in rows.indices.dropFirst(state.scroll) {
      let y = rect.y + heading + row - state.scroll
      guard y < rect.bottom else { break }
      let isTotal = row == totalRow
      canvas.put(
        TextLayout.truncate(rows[row], to: label), at: rect.x, y,
        row == selected.row || isTotal ? .heading : .text)
      for (column, end) in ends.enumerated() {
        let count = counts[row][column]
        let isSelected = row == selected.row && column == selected.column
        var style = isTotal || column == totalColumn ? .heading : shade(count, of: most)
        if count == 0 { style = .faint }
        if isSelected {
          style = Style(style.role, isFocused ? [.bold, .reverse] : [.bold, .underline])
        }
        let text = count == 0 ? "·" : "\(count)"
        let bar = isTotal || column == totalColumn ? "" : bar(count, of: most, room, glyphs)
        canvas.put(bar, at: rect.x + end - text.columns - 1 - bar.columns, y, style)
        canvas.put(text, at: rect.x + end - text.columns, y, style)
        // If there is no room for the last columns, the cursor stays visible.
        let digit = Point(x: rect.x + end - 1, y: y)
        if isSelected, isFocused, rect.contains(digit) { canvas.cursor = digit }
      }
    }
  }

  /// The style of a count: faint, plain or bold by thirds of the greatest.
  private func shade(_ count: Int, of most: Int) -> Style {
    switch 3 * count {
    case ...most: .faint
    case ...(2 * most): .text
    default: .heading
    }
  }

  /// A bar beside a count as long as the count is great; empty where there is too little room.
  private func bar(_ count: Int, of most: Int, _ room: Int, _ glyphs: Glyphs) -> String {
    let longest = min(6, room - 3)
    guard longest >= 3, most > 0, count > 0 else { return "" }
    let length = max(1, (count * longest + most / 2) / most)
    return String(repeating: glyphs.chart.isASCII ? "#" : "▇", count: length)
  }
}
