package import Canvas
import Charts
package import Records

/// A list of rows in columns.
package struct ListPanel: PanelContent {
  /// The columns; the first one with `.flexible` width gets the remaining room.
  let columns: [Column]
  /// The rows, including headings.
  package let rows: [Row]
  /// The text of an empty list: what to do about it.
  package let emptyText: String
  /// The same for linear mode, with commands instead of keys; nil if it names no key.
  package let spokenEmptyText: String?
  /// Whether the columns' titles are shown above the rows.
  let hasHeading: Bool
  /// The rows that can be selected.
  package let selectable: [Int]
  /// The rows that fold others, with how many they hide.
  private let folds: [(row: Int, hidden: Int)]
  /// The width of each `.fit` column's widest text; 0 for other columns.
  let widths: [Int]

  /// The rows that are made to measure columns; a wider cell further down takes room from its
  /// row's title.
  private static let measured = 200

  /// A list; measures its columns.
  init(
    columns: [Column], rows: [Row], emptyText: String = "Nothing here.",
    spokenEmptyText: String? = nil, hasHeading: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
    self.spokenEmptyText = spokenEmptyText
    self.hasHeading = hasHeading
    selectable = rows.indices.filter { !rows[$0].isHeading }
    folds = selectable.compactMap { row in
      if case .fold(_, let hidden)? = rows[row].destination { (row, hidden) } else { nil }
    }
    let sample = selectable.prefix(Self.measured).map { rows[$0].cells }
    widths = columns.enumerated().map { index, column in
      guard case .fit(let most) = column.width else { return 0 }
      var widest = hasHeading ? column.title.columns : 0
      for cells in sample where widest < most && index < cells.count {
        if case .text(let line) = cells[index] { widest = max(widest, line.columns) }
      }
      return min(widest, most)
    }
  }

  struct Column {
    enum Width {
      case cells(Int)
      /// As wide as the widest cell, up to a number of cells.
      case fit(Int)
      /// What the other columns leave; the row's title.
      case flexible
      /// Lines of its own below the title.
      case below
    }

    package var title = ""
    /// The title as a picture, instead of its text.
    var picture: (@Sendable (_ width: Int, _ glyphs: Glyphs) -> StyledLine)?
    package var width: Width
    var alignment = TextLayout.Alignment.left
    /// The maximum number of lines; the last one is cut if more are needed.
    var lines = 1
    /// The minimum panel width for which the column is shown.
    var leastPanelWidth = 0
    /// The maximum panel width for which the column is shown.
    var mostPanelWidth = Int.max
  }

  package struct Row {
    package enum Cell {
      case text(StyledLine)
      /// A picture as a line of text that depends on the room.
      case picture((_ width: Int, _ glyphs: Glyphs) -> StyledLine)

      /// Values as a picture in a colour; nothing for nil.
      static func sparkline(_ sparkline: Sparkline?, _ role: Role) -> Cell {
        guard let sparkline else { return .text("") }
        return .picture { width, glyphs in
          StyledLine(sparkline.text(width: width, glyphs: glyphs.chart), Style(role))
        }
      }

      package static func text(_ text: String, _ style: Style = .text) -> Cell {
        .text(StyledLine(text, style))
      }
    }

    /// What linear mode says for a row, since its pages have no columns.
    package enum Telling {
      /// The record as in a list of its kind.
      case record
      /// The recommendation as in a list of its kind, and what became of it; empty if nobody
      /// follows it.
      case recommendation(status: String)
      /// The record in a mixed list, with a remark; empty for none.
      case mention(remark: String)
      /// The record as a search hit; its last cell has the words in context.
      case hit
      /// Values of the record, in words.
      case observation(String)
      /// A choice or a heading by its name, with its number of records; nil if it is not counted.
      case choice(String, count: Int?, isChosen: Bool = false)
      /// The text of its cells.
      case cells
      /// Nothing, because the row above says it already.
      case nothing
    }

    /// What Enter opens; nil for rows that cannot be selected.
    package let destination: Destination?
    /// The record of the row.
    package let reference: Reference?
    private let makeCells: () -> [Cell]
    private let makeTelling: () -> Telling

    /// A row; its cells and words are made when they are needed, so that a list of thousands costs
    /// what is visible of it.
    init(
      cells: @escaping @autoclosure () -> [Cell], destination: Destination? = nil,
      reference: Reference? = nil, telling: @escaping @autoclosure () -> Telling = .record
    ) {
      makeCells = cells
      makeTelling = telling
      self.destination = destination
      self.reference = reference
    }

    /// The cells of the columns; a heading has one cell across all columns.
    package var cells: [Cell] { makeCells() }
    /// What linear mode says for it.
    package var telling: Telling { makeTelling() }

    /// A heading between rows.
    ///
    /// - Parameters:
    ///   - name: Its name in linear mode; its text if nil.
    ///   - count: The number of rows below it; not shown if nil.
    static func heading(
      _ text: String, _ style: Style = .heading, name: String? = nil, count: Int? = nil
    ) -> Row {
      let shown = count.map { "\(text)  (\($0))" } ?? text
      return Row(cells: [.text(shown, style)], telling: .choice(name ?? text, count: count))
    }

    /// The heading of a chapter's rows.
    static func heading(_ chapter: Chapter, count: Int? = nil) -> Row {
      heading(
        chapter.listName, Style(.accent(chapter.number), .bold), name: chapter.spokenName,
        count: count)
    }

    /// A row that shows or hides rows below it.
    ///
    /// - Parameter column: The column of the rows' titles.
    static func fold(
      _ title: String, _ id: String, hidden: Int, isOpen: Bool, column: Int = 0
    ) -> Row {
      Row(
        cells: Array(repeating: .text(""), count: column)
          + [.text((isOpen ? "− " : "+ ") + title, Style(.key))],
        destination: .fold(id, hidden: isOpen ? 0 : hidden),
        telling: .choice((isOpen ? "Hide " : "Show ") + title, count: nil))
    }

    package var isHeading: Bool { destination == nil }

    /// The text of a cell; empty for a picture and for a missing cell.
    package func text(_ cell: Int) -> String {
      let cells = cells
      guard cells.indices.contains(cell), case .text(let line) = cells[cell] else { return "" }
      return line.runs.map(\.text).joined()
    }
  }

  // MARK: The selected row

  /// The selectable row nearest to a wanted one; nil if there is none.
  func settled(_ wanted: Int) -> Int? {
    let wanted = min(wanted, rows.count - 1)
    return selectable.first { $0 >= wanted } ?? selectable.last
  }

  /// The record of the selected row; nil if there is none.
  func selectedReference(_ state: PanelState) -> Reference? {
    settled(state.selection).flatMap { rows[$0].reference }
  }

  package func subject(_ state: PanelState) -> Reference? {
    rows.indices.contains(state.selection) ? rows[state.selection].reference : nil
  }

  package func destination(_ state: PanelState, in room: Size) -> Destination? {
    rows.indices.contains(state.selection) ? rows[state.selection].destination : nil
  }

  package func isOpenable(in room: Size, alone isAlone: Bool) -> Bool { !rows.isEmpty }

  // MARK: Moving

  /// The rows of the column titles.
  private var headingRows: Int { hasHeading ? 1 : 0 }

  /// The columns that the longest row of text takes with its marker.
  var width: Int {
    rows.reduce(0) { widest, row in
      max(
        widest,
        row.cells.reduce(1) { columns, cell in
          if case .text(let line) = cell { columns + 1 + line.columns } else { columns + 1 }
        })
    }
  }

  package func height(in width: Int) -> Int {
    let grid = grid(width: width)
    // No screen has more lines.
    return max(1, rows.prefix(Self.measured).reduce(0) { $0 + grid.height($1) }) + headingRows
  }

  package func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool {
    switch movement {
    case .rows(let steps):
      let number = selectable.firstIndex { $0 >= state.selection } ?? selectable.count - 1
      let wanted = max(0, min(number + steps, selectable.count - 1))
      state.selection = selectable.isEmpty ? 0 : selectable[wanted]
    case .pages(let pages):
      let shown = visible(from: state.scroll, in: room).count
      let rows = Movement.rows(ofPages: pages, in: shown)
      state.selection = settled(state.selection + rows) ?? 0
      state.scroll += rows
    case .first:
      state.selection = selectable.first ?? 0
      // Also shows the headings above the first row.
      state.scroll = 0
    case .last: state.selection = selectable.last ?? 0
    case .sideways: return false
    }
    return true
  }

  package func settle(_ state: inout PanelState, in room: Size) {
    state.selection = settled(state.selection) ?? 0
    // Also shows a heading directly above the row.
    let above = state.selection - 1
    let hasHeading = rows.indices.contains(above) && rows[above].isHeading
    let least = top(toEndWith: state.selection, in: room)
    let most = hasHeading && least < state.selection ? above : state.selection
    // Scrolled, all rows are sent again: half a page at once, so that the next moves are cheap.
    let half = visible(from: state.scroll, in: room).count / 2
    if state.scroll < least {
      state.scroll = min(
        most, top(toEndWith: min(state.selection + half, rows.count - 1), in: room))
    } else if state.scroll > most {
      state.scroll = max(least, most - half)
    }
    state.scroll = max(0, min(state.scroll, top(toEndWith: rows.count - 1, in: room)))
  }

  /// The first row to show if a row is to be the last one.
  private func top(toEndWith row: Int, in room: Size) -> Int {
    guard rows.indices.contains(row) else { return 0 }
    let grid = grid(width: room.width)
    var left = room.height - headingRows
    var top = row
    while top >= 0 {
      left -= grid.height(rows[top])
      if left < 0 { break }
      top -= 1
    }
    return max(0, min(top + 1, row))
  }

  /// The rows that fit completely if a row is the first one; at least that one.
  private func visible(from top: Int, in room: Size) -> Range<Int> {
    let grid = grid(width: room.width)
    var left = room.height - headingRows
    var end = max(0, min(top, rows.count))
    let start = end
    while end < rows.count {
      left -= grid.height(rows[end])
      if left < 0 { break }
      end += 1
    }
    return start..<max(end, min(start + 1, rows.count))
  }

  package func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool {
    guard Rect(room).contains(cell), cell.y >= headingRows else { return false }
    let grid = grid(width: room.width)
    var left = cell.y - headingRows
    for index in rows.indices.dropFirst(state.scroll) {
      left -= grid.height(rows[index])
      guard left < 0 else { continue }
      if rows[index].isHeading { return false }
      state.selection = index
      return true
    }
    return false
  }

  /// The place of the selected record among all of the list, folded ones included.
  package func position(_ state: PanelState, in room: Size) -> String {
    guard let number = selectable.firstIndex(of: state.selection) else { return "" }
    // A row that folds is none of the records, and stands for those that it hides.
    func extra(_ folds: some Sequence<(row: Int, hidden: Int)>) -> Int {
      folds.reduce(0) { $0 + $1.hidden - 1 }
    }
    let place = number + 1 + extra(folds.prefix { $0.row < state.selection })
    return "\(place) of \(selectable.count + extra(folds))"
  }

  package func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size) {
    guard let old = old as? ListPanel, let place = old.settled(state.selection) else { return }
    let row = old.rows[place]
    func isSame(_ index: Int) -> Bool {
      rows[index].destination == row.destination && rows[index].reference == row.reference
    }
    // Rows that lead to the same are told apart by their place alone.
    let same =
      selectable.contains(place) && isSame(place) ? place : selectable.first(where: isSame)
    guard let same else { return }
    state.scroll = max(0, same - (place - state.scroll))
    state.selection = same
  }
}
