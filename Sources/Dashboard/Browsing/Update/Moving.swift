import Canvas
import Records

/// Moving within a panel and between panels.
extension Updater {
  /// Moves the reader in a panel, by default the focused one.
  mutating func move(_ movement: Movement, in panel: Int? = nil) {
    let screen = screen
    let panel = panel ?? screen.focus
    guard let placement = screen.placement(of: panel) else { return }
    let isMoved = screen.content(placement).move(
      movement, &state.visit[panel: panel], in: placement.inside.size)
    guard case .sideways(let step) = movement else { return follow(placement, of: screen) }
    if !isMoved { return moveFocus(sideways: step, screen) }
    if screen.content.panels[panel].part == .chart { revealCursor() }
  }

  /// After a move, updates what depends on the panel: the section of an outline and its text, and
  /// the period at the cursor and the window of its chart.
  private mutating func follow(_ placement: PanelPlacement, of screen: Screen) {
    let content = screen.content(placement)
    let reader = state.visit[panel: placement.panel]
    switch screen.content.panels[placement.panel].part {
    case .outline:
      state.visit.anchor = content.subject(reader)
      startLinksOver(of: screen)
    case .text:
      if let section = content.shown(reader, in: placement.inside.size) {
        select(section, inOutlineOf: screen)
      }
    case .chart: revealCursor()
    default: break
    }
  }

  /// Selects a section in the outline of the text; does nothing if there is no outline.
  mutating func select(_ section: Reference, inOutlineOf screen: Screen) {
    guard let panel = screen.content.index(of: .outline),
      let row = screen.content.list(.outline)?.rows.firstIndex(where: { $0.reference == section })
    else { return }
    guard state.visit[panel: panel].selection != row else { return }
    state.visit[panel: panel].selection = row
    startLinksOver(of: screen)
  }

  /// Shows the links of the new section from their start.
  private mutating func startLinksOver(of screen: Screen) {
    if let panel = screen.content.index(of: .links) { state.visit[panel: panel] = PanelState() }
  }

  mutating func moveFocus(by step: Int) {
    let count = screen.content.panels.count
    guard count > 0 else { return }
    state.visit.focus = (state.visit.focus + step + count) % count
  }

  /// Gives the keyboard to a panel; does nothing if the screen has no such panel.
  package mutating func focus(_ part: Panel.Part) {
    state.visit.focus = screen.content.index(of: part) ?? state.visit.focus
  }

  /// Resets the position in the screen's list, because its content has changed.
  mutating func startListOver() {
    let content = screen.content
    guard let panel = content.index(of: .main) else { return }
    state.visit[panel: panel] = PanelState(selection: content.selection)
  }

  /// Gives the keyboard to the nearest panel on the right or on the left.
  private mutating func moveFocus(sideways step: Int, _ screen: Screen) {
    guard let own = screen.placement(of: screen.focus)?.frame else { return }
    let beside = screen.placements.filter {
      // They share the line between them.
      step > 0 ? $0.frame.x >= own.right - 1 : $0.frame.right <= own.x + 1
    }
    let nearest = beside.min { left, right in
      func distance(_ frame: Rect) -> (Int, Int) { (abs(frame.x - own.x), abs(frame.y - own.y)) }
      return distance(left.frame) < distance(right.frame)
    }
    if let nearest { state.visit.focus = nearest.panel }
  }
}
