import Model

/// Moving within a panel and between panels.
extension Updater {
  mutating func move(rows: Int) {
    let composition = composition
    let panel = composition.focus
    switch composition.content.panels[panel].content {
    case .list(let list):
      state.visit[panel: panel].selection = list.row(
        rows, from: state.visit[panel: panel].selection)
      follow(outlineOf: panel)
    case .document: scrollDocument(panel, by: rows, composition)
    case .matrix(let matrix): moveInMatrix(matrix, panel, rows: rows, columns: 0)
    case .chart: break
    }
  }

  mutating func move(pages: Double) {
    let composition = composition
    let panel = composition.focus
    guard let placement = composition.placement(of: panel) else { return }
    // A line of the page before stays, so that the eye finds its place.
    let height = Double(max(1, composition.height(of: placement) - 1))
    let rows = Int((height * pages).rounded(.awayFromZero))
    if case .list(let list) = composition.content.panels[panel].content {
      let wanted = max(0, min(list.rows.count - 1, state.visit[panel: panel].selection + rows))
      state.visit[panel: panel].selection = list.settled(wanted) ?? 0
      state.visit[panel: panel].scroll += rows
      follow(outlineOf: panel)
    } else {
      move(rows: rows)
    }
  }

  mutating func moveToEnd(isLast: Bool) {
    let composition = composition
    let panel = composition.focus
    switch composition.content.panels[panel].content {
    case .list(let list):
      let count = list.rows.selectableCount
      let end = count > 0 ? list.rows.selectable(isLast ? count - 1 : 0) : nil
      state.visit[panel: panel].selection = end ?? 0
      // The headings above the first row are shown as well.
      if !isLast { state.visit[panel: panel].scroll = 0 }
      follow(outlineOf: panel)
    case .document: scrollDocument(panel, by: isLast ? .max / 2 : -.max / 2, composition)
    case .matrix(let matrix):
      state.visit[panel: panel].selection =
        isLast ? max(0, matrix.rows.count * matrix.columns.count - 1) : 0
    case .chart(let chart):
      state.visit[panel: panel].selection = isLast ? chart.stops : min(1, chart.stops)
      revealCursor()
    }
  }

  mutating func move(sideways step: Int) {
    let composition = composition
    let panel = composition.focus
    switch composition.content.panels[panel].content {
    case .document:
      if !selectLink(panel, by: step, composition) { moveFocus(sideways: step, composition) }
    case .matrix(let matrix): moveInMatrix(matrix, panel, rows: 0, columns: step)
    case .chart(let chart):
      let selection = state.visit[panel: panel].selection
      // Going left starts at the newest value.
      let wanted = selection == 0 && step < 0 ? chart.stops : selection + step
      if chart.stops == 0 || wanted > chart.stops || wanted < 0 {
        moveFocus(sideways: step, composition)
      } else {
        state.visit[panel: panel].selection = wanted
        revealCursor()
      }
    case .list: moveFocus(sideways: step, composition)
    }
  }

  mutating func moveFocus(by step: Int) {
    let count = composition.content.panels.count
    guard count > 0 else { return }
    state.visit.focus = (state.visit.focus + step + count) % count
  }

  /// Gives the keyboard to the nearest panel on the right or on the left.
  private mutating func moveFocus(sideways step: Int, _ composition: Composition) {
    guard let own = composition.placement(of: composition.focus)?.frame else { return }
    let beside = composition.placements.filter {
      step > 0 ? $0.frame.x >= own.right : $0.frame.right <= own.x
    }
    let nearest = beside.min { left, right in
      func distance(_ frame: Rect) -> (Int, Int) { (abs(frame.x - own.x), abs(frame.y - own.y)) }
      return distance(left.frame) < distance(right.frame)
    }
    if let nearest { state.visit.focus = nearest.panel }
  }

  private mutating func moveInMatrix(
    _ matrix: MatrixContent, _ panel: Int, rows: Int, columns: Int
  ) {
    guard !matrix.rows.isEmpty, !matrix.columns.isEmpty else { return }
    let cell = matrix.cell(state.visit[panel: panel].selection)
    let row = max(0, min(matrix.rows.count - 1, cell.row + rows))
    let column = max(0, min(matrix.columns.count - 1, cell.column + columns))
    state.visit[panel: panel].selection = row * matrix.columns.count + column
  }

  private mutating func scrollDocument(_ panel: Int, by rows: Int, _ composition: Composition) {
    guard let placement = composition.placement(of: panel),
      let layout = composition.layout(of: placement)
    else { return }
    let most = max(0, layout.lines.count - placement.inside.height)
    let scroll = max(0, min(most, state.visit[panel: panel].scroll + rows))
    state.visit[panel: panel].scroll = scroll
    // A link that has left the page is not selected any more.
    let selected = state.visit[panel: panel].selection - 1
    if layout.links.indices.contains(selected) {
      let line = layout.links[selected].line
      if line < scroll || line >= scroll + placement.inside.height {
        state.visit[panel: panel].selection = 0
      }
    }
    if case .chapter = state.visit.route, panel == ChapterScreen.textPanel {
      followText(layout, height: placement.inside.height)
    }
  }

  /// Selects the next or previous link and scrolls to it; false when there is none.
  private mutating func selectLink(_ panel: Int, by step: Int, _ composition: Composition) -> Bool {
    guard let placement = composition.placement(of: panel),
      let layout = composition.layout(of: placement)
    else { return false }
    let height = placement.inside.height
    let scroll = state.visit[panel: panel].scroll
    var wanted = state.visit[panel: panel].selection - 1 + step
    if state.visit[panel: panel].selection == 0 {
      // The first link on the page, or when going left none.
      guard step > 0, let first = layout.links.firstIndex(where: { $0.line >= scroll }) else {
        return false
      }
      wanted = first
    }
    guard layout.links.indices.contains(wanted) else {
      if step < 0 { state.visit[panel: panel].selection = 0 }
      return false
    }
    state.visit[panel: panel].selection = wanted + 1
    let line = layout.links[wanted].line
    if line < scroll { state.visit[panel: panel].scroll = line }
    if line >= scroll + height { state.visit[panel: panel].scroll = line - height + 1 }
    return true
  }

  // MARK: The outline of a chapter and its text go together

  /// After a move in the outline, shows the section that is selected.
  private mutating func follow(outlineOf panel: Int) {
    guard case .chapter = state.visit.route, panel == ChapterScreen.outlinePanel else { return }
    let composition = composition
    guard case .list(let list) = composition.content.panels[panel].content else { return }
    let selection = state.visit[panel: panel].selection
    guard list.rows.indices.contains(selection) else { return }
    state.visit.anchor = list.rows[selection].reference
  }

  /// After a move in the text, selects the section that fills the page.
  mutating func followText(_ layout: DocumentLayout, height: Int) {
    let scroll = state.visit[panel: ChapterScreen.textPanel].scroll
    let isAtEnd = scroll + height >= layout.lines.count && scroll > 0
    let row =
      isAtEnd
      ? layout.anchors.indices.last
      : layout.anchors.lastIndex { $0.line <= scroll + max(1, height / 3) }
    state.visit[panel: ChapterScreen.outlinePanel].selection = row ?? 0
  }
}
