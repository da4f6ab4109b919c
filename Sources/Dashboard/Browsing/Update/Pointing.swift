import Canvas

/// Mouse events, if the mouse is on.
extension Updater {
  /// Selects what was clicked; a click on the selection opens it.
  mutating func click(_ point: Point) {
    let screen = screen
    guard state.overlay == nil, let placement = screen.placement(at: point) else { return }
    let panel = placement.panel
    let wasFocused = state.visit.focus == panel
    state.visit.focus = panel
    let before = state.visit[panel: panel].selection
    let inside = placement.inside
    let isOpened = screen.content(placement).click(
      Point(x: point.x - inside.x, y: point.y - inside.y), &state.visit[panel: panel],
      in: inside.size)
    if isOpened, wasFocused, before == state.visit[panel: panel].selection { openSelected() }
  }

  /// Scrolls the panel under the pointer by three rows a notch.
  mutating func scroll(_ point: Point, _ notches: Int) {
    guard state.overlay == nil, let placement = screen.placement(at: point) else { return }
    move(.rows(3 * notches), in: placement.panel)
  }
}
