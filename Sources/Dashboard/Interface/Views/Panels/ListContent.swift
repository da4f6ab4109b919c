import Model

/// A list of rows in columns.
struct ListContent {
  /// The columns; the first with `.flexible` width takes what the others leave.
  var columns: [Column]
  /// The rows.
  var rows: ListRows
  /// What stands in an empty list: what to do about it.
  var emptyText = "Nothing here."
  /// Whether the columns' titles are shown above the rows.
  var hasHeading = false
  /// The width of each column's widest text, where it is known.
  private(set) var widths: [Int?] = []

  /// A list of rows that are there.
  init(
    columns: [Column], rows: [Row], emptyText: String = "Nothing here.",
    hasHeading: Bool = false
  ) {
    self.columns = columns
    self.rows = ListRows(rows)
    self.emptyText = emptyText
    self.hasHeading = hasHeading
  }

  /// A list of rows that are made when they are looked at.
  ///
  /// - Parameter widths: The width of each column's widest text, where its maker knows it.
  init(
    columns: [Column], rows: ListRows, widths: [Int?] = [], emptyText: String = "Nothing here.",
    hasHeading: Bool = false
  ) {
    self.columns = columns
    self.rows = rows
    self.widths = widths
    self.emptyText = emptyText
    self.hasHeading = hasHeading
  }

  struct Column {
    enum Width {
      case cells(Int)
      /// As wide as the widest cell, at most so many cells.
      case fit(Int)
      case flexible
    }

    var title = ""
    var width: Width
    var alignment = TextLayout.Alignment.left
    /// The least width of the panel for which the column is shown.
    var leastPanelWidth = 0
    /// The greatest width of the panel for which the column is shown.
    var mostPanelWidth = Int.max
  }

  struct Row {
    enum Cell {
      case text(StyledLine)
      case sparkline(Sparkline?, Role)

      static func text(_ text: String, _ style: Style = .text) -> Cell {
        .text(StyledLine(text, style))
      }
    }

    /// What stands in the columns; a heading has one cell over all of them.
    var cells: [Cell]
    /// What Enter leads to; nil for rows that cannot be selected.
    var destination: Destination?
    /// The record that the row shows.
    var reference: Reference?

    /// A heading between rows.
    static func heading(_ text: String, _ style: Style = .heading) -> Row {
      Row(cells: [.text(text, style)], destination: nil)
    }

    var isHeading: Bool { destination == nil }
  }

  /// The list with its columns measured, for one that is drawn often.
  func measured() -> ListContent {
    var list = self
    list.widths = columns.indices.map { column in
      guard case .fit = columns[column].width else { return nil }
      return widest(column)
    }
    return list
  }

  /// The width of a column's widest text, its title included where titles are shown; of a column
  /// that is as wide as that, no more than it may be.
  func widest(_ column: Int) -> Int {
    let title = hasHeading ? columns[column].title.columns : 0
    if column < widths.count, let width = widths[column] { return max(width, title) }
    var most = Int.max
    if case .fit(let cells) = columns[column].width { most = cells }
    var widest = title
    for index in rows.indices where !rows.isHeading(index) {
      if widest >= most { return most }
      let cells = rows[index].cells
      guard column < cells.count, case .text(let line) = cells[column] else { continue }
      widest = max(widest, line.columns)
    }
    return widest
  }

  /// The selected row nearest to a wanted one; nil when there is none.
  func settled(_ wanted: Int) -> Int? {
    let wanted = max(0, min(wanted, rows.count - 1))
    guard rows.selectableCount > 0 else { return nil }
    if !rows.isHeading(wanted) { return wanted }
    return rows.selectable(min(rows.number(of: wanted), rows.selectableCount - 1))
  }

  /// The record of the selected row; nil where there is none.
  func selectedReference(_ state: PanelState) -> Reference? {
    settled(state.selection).flatMap { rows[$0].reference }
  }

  /// The row so many selectable rows after another; stops at the ends.
  func row(_ steps: Int, from row: Int) -> Int {
    let last = rows.selectableCount - 1
    guard last >= 0 else { return 0 }
    let number = min(rows.number(of: max(0, row)), last)
    return rows.selectable(max(0, min(last, number + steps)))
  }
}
