package import Canvas
package import Charts
package import Records

/// A list of rows in columns.
package struct ListPanel: PanelContent {
  /// The columns; the first with `.flexible` width takes what the others leave.
  let columns: [Column]
  /// The rows, headings among them.
  package let rows: [Row]
  /// What stands in an empty list: what to do about it.
  package let emptyText: String
  /// The same where it is heard, with commands in place of keys; nil where it names no key.
  package let spokenEmptyText: String?
  /// Whether the columns' titles are shown above the rows.
  let hasHeading: Bool
  /// The rows that can be selected.
  package let selectable: [Int]
  /// The width of each column's widest text where the column is as wide as that, else 0.
  let widths: [Int]

  /// A list with its columns measured.
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
      /// As wide as the widest cell, at most so many cells.
      case fit(Int)
      case flexible
    }

    package var title = ""
    package var width: Width
    var alignment = TextLayout.Alignment.left
    /// The least width of the panel for which the column is shown.
    var leastPanelWidth = 0
    /// The greatest width of the panel for which the column is shown.
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

    /// What a row tells, for a page that is heard and has no columns.
    package enum Telling {
      /// The record, as a list of its kind has it.
      case record
      /// The record as one among others, with a remark; empty for none.
      case mention(remark: String)
      /// The record as what a search found, with the words in context.
      case hit(context: String)
      /// A value of the record, in five cells.
      case observation
      /// A choice or a heading by its name and how many records it has; nil where that is not counted.
      case choice(String, count: Int?, isChosen: Bool = false)
      /// What its cells say.
      case cells
      /// Nothing that the row above it does not tell.
      case nothing
    }

    /// What stands in the columns; a heading has one cell over all of them.
    package var cells: [Cell]
    /// What Enter leads to; nil for rows that cannot be selected.
    package var destination: Destination?
    /// The record that the row shows.
    package var reference: Reference?
    /// What it tells.
    package var telling = Telling.record

    /// A heading between rows.
    ///
    /// - Parameters:
    ///   - name: What it is called where it is heard; its text when nil.
    ///   - count: How many rows stand below it; nil is not said.
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

    /// The text of a cell; nothing for a picture, and for a cell that is not there.
    package func text(_ cell: Int) -> String {
      guard cells.indices.contains(cell), case .text(let line) = cells[cell] else { return "" }
      return line.runs.map(\.text).joined()
    }
  }

  // MARK: The selected row

  /// The row that can be selected nearest to a wanted one; nil when there is none.
  func settled(_ wanted: Int) -> Int? {
    let wanted = min(wanted, rows.count - 1)
    return selectable.first { $0 >= wanted } ?? selectable.last
  }

  /// The record of the selected row; nil where there is none.
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

  /// Rows above the first one that the columns' titles take.
  private var headingRows: Int { hasHeading ? 1 : 0 }

  package var height: Int { max(1, rows.count) + headingRows }

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
      // The headings above the first row are shown as well.
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
    // A heading right above the row is shown with it.
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
