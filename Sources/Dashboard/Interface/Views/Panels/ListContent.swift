import Model

/// A list of rows in columns.
struct ListContent {
  /// The columns; the first with `.flexible` width takes what the others leave.
  var columns: [Column]
  /// The rows.
  var rows: [Row]
  /// What stands in an empty list: what to do about it.
  var emptyText = "Nothing here."
  /// Whether the columns' titles are shown above the rows.
  var hasHeading = false
  /// The width of each column's widest text, where it was measured.
  private(set) var widths: [Int]?

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
    list.widths = columns.indices.map(widestText)
    return list
  }

  /// The width of a column's widest text, its title included where titles are shown.
  func widest(_ column: Int) -> Int { widths?[column] ?? widestText(column) }

  private func widestText(_ column: Int) -> Int {
    rows.reduce(hasHeading ? columns[column].title.columns : 0) { widest, row in
      guard !row.isHeading, column < row.cells.count, case .text(let line) = row.cells[column]
      else { return widest }
      return max(widest, line.columns)
    }
  }

  /// The rows that can be selected.
  var selectable: [Int] { rows.indices.filter { !rows[$0].isHeading } }

  /// The selected row nearest to a wanted one; nil when there is none.
  func settled(_ wanted: Int) -> Int? {
    let wanted = max(0, min(wanted, rows.count - 1))
    if rows.indices.contains(wanted), !rows[wanted].isHeading { return wanted }
    return rows.indices.first { $0 > wanted && !rows[$0].isHeading }
      ?? rows.indices.last { $0 < wanted && !rows[$0].isHeading }
  }

  /// The record of the selected row; nil where there is none.
  func selectedReference(_ state: PanelState) -> Reference? {
    settled(state.selection).flatMap { rows[$0].reference }
  }

  /// The row so many selectable rows after another; stops at the ends.
  func row(_ steps: Int, from row: Int) -> Int {
    let candidates = selectable
    guard let index = candidates.firstIndex(where: { $0 >= row }) ?? candidates.indices.last
    else { return 0 }
    return candidates[max(0, min(candidates.count - 1, index + steps))]
  }
}
