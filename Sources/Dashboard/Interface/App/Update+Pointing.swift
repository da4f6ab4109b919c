/// The mouse, when it is on.
extension Updater {
  /// Selects what was clicked; a click on what is selected already opens it.
  mutating func click(_ point: Point) {
    guard state.overlay == nil else { return }
    let composition = composition
    guard let placement = composition.panel(at: point) else { return }
    let panel = placement.panel
    let wasFocused = state.visit.focus == panel
    state.visit.focus = panel
    let line = point.y - placement.inside.y + state.visit[panel: panel].scroll
    let before = state.visit[panel: panel].selection
    switch composition.content.panels[panel].content {
    case .list(let list):
      let row = line - ListView.headingRows(list)
      guard placement.inside.contains(point), list.rows.indices.contains(row),
        !list.rows[row].isHeading
      else { return }
      state.visit[panel: panel].selection = row
    case .document:
      guard let layout = composition.layout(of: placement),
        let link = layout.links.firstIndex(where: { link in
          link.cells.contains { $0.contains(Point(x: point.x - placement.inside.x, y: line)) }
        })
      else { return }
      state.visit[panel: panel].selection = link + 1
    case .chart(let content):
      let cell = Point(x: point.x - placement.inside.x, y: point.y - placement.inside.y)
      if let scene = content.scene(placement.inside.size),
        let selection = content.selection(at: cell, in: scene)
      {
        state.visit[panel: panel].selection = selection
      }
      return
    case .matrix: return
    }
    if wasFocused, before == state.visit[panel: panel].selection { openSelected() }
  }

  /// Scrolls the panel under the pointer by three rows a notch.
  mutating func scroll(_ point: Point, _ notches: Int) {
    guard state.overlay == nil, let placement = composition.panel(at: point) else { return }
    let focus = state.visit.focus
    state.visit.focus = placement.panel
    move(rows: 3 * notches)
    state.visit.focus = focus
  }
}
