import Canvas

/// Keeping the reader's position within what is shown.
extension Updater {
  /// Keeps the positions of all visible panels within bounds after a change.
  package mutating func settle() {
    let screen = screen
    state.visit.focus = screen.focus
    if screen.focused.content is ListPanel, state.visit.lead != screen.focus {
      state.visit.lead = screen.focus
      // What is beside it belongs to another list now.
      return settle()
    }
    for placement in screen.placements {
      let content = screen.content(placement)
      let room = placement.inside.size
      var reader = state.visit[panel: placement.panel]
      if let anchor = state.visit.anchor, content.show(anchor, &reader, in: room) {
        state.visit.anchor = nil
        select(anchor, inOutlineOf: screen)
      }
      content.settle(&reader, in: room)
      state.visit[panel: placement.panel] = reader
    }
  }

  /// Applies a new size and keeps the words at the top of each text.
  mutating func resize(to size: Size) {
    if size == state.size { return }
    forEachPanel { content, reader, room in content.noteTop(&reader, in: room) }
    state.size = size
    forEachPanel { content, reader, room in content.returnToTop(&reader, in: room) }
  }

  private mutating func forEachPanel(_ act: (any PanelContent, inout PanelState, Size) -> Void) {
    let screen = screen
    for placement in screen.placements {
      let room = placement.inside.size
      act(screen.content(placement), &state.visit[panel: placement.panel], room)
    }
  }
}
