import Model

/// Keeping selections and scroll positions inside what is shown.
extension Updater {
  /// Brings every panel that is shown into order after a change.
  mutating func settle() {
    let composition = composition
    state.visit.focus = composition.focus
    for placement in composition.placements {
      let height = composition.height(of: placement)
      var panel = state.visit[panel: placement.panel]
      switch composition.content.panels[placement.panel].content {
      case .list(let list):
        panel.selection = list.settled(panel.selection) ?? 0
        panel.scroll = Self.scroll(
          panel.scroll, toShow: panel.selection, of: list.rows.count, in: height,
          headings: { row in row > 0 && list.rows.isHeading(row - 1) })
      case .document:
        guard let layout = composition.layout(of: placement) else { continue }
        if let anchor = state.visit.anchor,
          let place = layout.anchors.first(where: { $0.reference == anchor })
        {
          panel.scroll = place.line
          panel.selection = 0
          state.visit.anchor = nil
          panel.scroll = min(panel.scroll, max(0, layout.lines.count - height))
          if case .chapter = state.visit.route,
            let row = layout.anchors.firstIndex(where: { $0.reference == anchor })
          {
            state.visit[panel: ChapterScreen.outlinePanel].selection = row
          }
        }
        panel.scroll = max(0, min(panel.scroll, layout.lines.count - height))
        panel.selection = max(0, min(panel.selection, layout.links.count))
      case .matrix(let matrix):
        panel.selection = max(
          0, min(panel.selection, matrix.rows.count * matrix.columns.count - 1))
        panel.scroll = Self.scroll(
          panel.scroll, toShow: matrix.cell(panel.selection).row, of: matrix.rows.count,
          in: height, headings: { _ in false })
      case .chart(let chart): panel.selection = max(0, min(panel.selection, chart.stops))
      }
      state.visit[panel: placement.panel] = panel
    }
  }

  /// The scroll position nearest to the present one at which a row is shown.
  ///
  /// A heading right above the row is shown with it.
  private static func scroll(
    _ scroll: Int, toShow row: Int, of count: Int, in height: Int, headings: (Int) -> Bool
  ) -> Int {
    guard height > 0, count > height else { return 0 }
    var scroll = max(0, min(scroll, count - height))
    let first = height > 1 && row < count && headings(row) ? row - 1 : row
    if first < scroll { scroll = first }
    if row >= scroll + height { scroll = row - height + 1 }
    return scroll
  }

  /// Takes a new size and keeps each text at the words that stood at its top.
  ///
  /// The words are remembered until the text is scrolled: a window that is dragged goes through
  /// many sizes, and a line that starts a little earlier at each would carry the reader away.
  mutating func resize(to size: Size) {
    if size == state.size { return }
    let before = composition
    for placement in before.placements {
      guard let layout = before.layout(of: placement), !layout.lines.isEmpty else { continue }
      let panel = state.visit[panel: placement.panel]
      if let top = panel.top, top.stands(panel, before.content.detail) { continue }
      let line = layout.lines[min(layout.lines.count - 1, panel.scroll)]
      // At its start a text stays at its start.
      state.visit[panel: placement.panel].top =
        panel.scroll == 0
        ? nil
        : TextTop(
          block: line.block, offset: line.offset, scroll: panel.scroll,
          detail: before.content.detail)
    }
    state.size = size
    let after = composition
    for placement in after.placements {
      var panel = state.visit[panel: placement.panel]
      guard var top = panel.top, top.stands(panel, after.content.detail),
        let layout = after.layout(of: placement)
      else { continue }
      let most = max(0, layout.lines.count - placement.inside.height)
      panel.scroll = min(most, layout.line(block: top.block, offset: top.offset))
      top.scroll = panel.scroll
      panel.top = top
      state.visit[panel: placement.panel] = panel
    }
  }
}
