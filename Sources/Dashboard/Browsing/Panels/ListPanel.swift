package import Canvas
package import Charts
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
  /// The width of each `.fit` column's widest text; 0 for other columns.
  let widths: [Int]

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
    let shown = selectable
    widths = columns.enumerated().map { index, column in
      guard case .fit(let most) = column.width else { return 0 }
      var widest = hasHeading ? column.title.columns : 0
      for row in shown where widest < most && index < rows[row].cells.count {
        if case .text(let line) = rows[row].cells[index] { widest = max(widest, line.columns) }
      }
      return min(widest, most)
    }
  }

  struct Column {
    enum Width {
      case cells(Int)
      /// As wide as the widest cell, up to a number of cells.
      case fit(Int)
      case flexible
    }

    package var title = ""
    package var width: Width
    var alignment = TextLayout.Alignment.left
    /// The minimum panel width for which the column is shown.
    var leastPanelWidth = 0
    /// The maximum panel width for which the column is shown.
    var mostPanelWidth = Int.max
  }

  package struct Row {
    package enum Cell {
      case text(StyledLine)
      case sparkline(Sparkline?, Role)

      package static func text(_ text: String, _ style: Style = .text) -> Cell {
        .text(StyledLine(text, style))
      }
    }

    /// What linear mode says for a row, since its pages have no columns.
    package enum Telling {
      /// The record as in a list of its kind.
      case record
      /// The record in a mixed list, with a remark; empty for none.
      case mention(remark: String)
      /// The record as a search hit, with the words in context.
      case hit(context: String)
      /// A value of the record, in five cells.
      case observation
      /// A choice or a heading by its name, with its number of records; nil if it is not counted.
      case choice(String, count: Int?, isChosen: Bool = false)
      /// The text of its cells.
      case cells
      /// Nothing, because the row above says it already.
      case nothing
    }

    /// The cells of the columns; a heading has one cell across all columns.
    package var cells: [Cell]
    /// What Enter opens; nil for rows that cannot be selected.
    package var destination: Destination?
    /// The record of the row.
    package var reference: Reference?
    /// What linear mode says for it.
    package var telling = Telling.record

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

    package var isHeading: Bool { destination == nil }

    /// The text of a cell; empty for a picture and for a missing cell.
    package func text(_ cell: Int) -> String {
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
      max(widest, row.cells.indices.reduce(1) { $0 + 1 + row.text($1).columns })
    }
  }

  package func height(in width: Int) -> Int { max(1, rows.count) + headingRows }

  package func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool {
    switch movement {
    case .rows(let steps):
      let number = selectable.firstIndex { $0 >= state.selection } ?? selectable.count - 1
      let wanted = max(0, min(number + steps, selectable.count - 1))
      state.selection = selectable.isEmpty ? 0 : selectable[wanted]
    case .pages(let pages):
      let rows = Movement.rows(ofPages: pages, in: room.height - headingRows)
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
    let height = room.height - headingRows
    state.scroll = scroll(state.scroll, toShow: state.selection, of: rows.count, in: height)
    // Also shows a heading directly above the row.
    let above = state.selection - 1
    if height > 1, state.scroll > above, rows.indices.contains(above), rows[above].isHeading {
      state.scroll = above
    }
  }

  package func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool {
    let row = cell.y - headingRows + state.scroll
    guard Rect(room).contains(cell), rows.indices.contains(row), !rows[row].isHeading else {
      return false
    }
    state.selection = row
    return true
  }

  package func position(_ state: PanelState, in room: Size) -> String {
    guard let number = selectable.firstIndex(of: state.selection) else { return "" }
    return "\(number + 1) of \(selectable.count)"
  }

  package func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size) {
    guard let old = old as? ListPanel, let place = old.settled(state.selection) else { return }
    let row = old.rows[place]
    let same = selectable.first {
      rows[$0].destination == row.destination && rows[$0].reference == row.reference
    }
    guard let same else { return }
    state.scroll = max(0, same - (place - state.scroll))
    state.selection = same
  }
}
