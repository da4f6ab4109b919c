package import Canvas
import Records

/// Draws the dashboard: a pure function of the state, the library and the keymap.
package enum Dashboard {
  /// The screen as cells.
  package static func draw(_ state: State, _ library: Library) -> Canvas {
    var canvas = Canvas(state.size)
    guard state.size.width >= Screen.leastSize.width, state.size.height >= Screen.leastSize.height
    else {
      drawPlea(on: &canvas)
      return canvas
    }
    let screen = Screen(state, library)
    let (keys, glyphs) = (library.keys, library.glyphs)
    for placement in screen.placements { draw(placement, of: screen, state, glyphs, on: &canvas) }
    drawTrail(screen.content.trail, library, on: &canvas)
    switch state.overlay {
    case .help(let scroll): HelpView.draw(keys, scroll: scroll, glyphs: glyphs, on: &canvas)
    case .palette(let choice):
      PaletteView.draw(
        choice, library.paletteMatches(choice.line.text), glyphs: glyphs, on: &canvas)
    case .comparison(let choice):
      PaletteView.draw(
        choice, library.paletteMatches(choice.line.text, beside: state.indicator),
        title: "Compare with",
        emptyText: "No indicator with periods or names in common has these letters.",
        glyphs: glyphs, on: &canvas)
    case nil: break
    }
    HintLine.draw(state, keys, screen, on: &canvas)
    return canvas
  }

  /// Asks for more room in a terminal that is too small; the state is kept.
  private static func drawPlea(on canvas: inout Canvas) {
    let least = Screen.leastSize
    let text = "Please make room: \(least) or more"
    for (index, line) in TextLayout.wrap(text, to: max(1, canvas.size.width)).enumerated() {
      canvas.put(line, at: 0, index)
    }
  }

  private static func draw(
    _ placement: PanelPlacement, of screen: Screen, _ state: State, _ glyphs: Glyphs,
    on canvas: inout Canvas
  ) {
    let panel = screen.content.panels[placement.panel]
    let reader = state.visit[panel: placement.panel]
    let turn = placement.turns.firstIndex(of: placement.panel)
    let frame = PanelFrame(
      title: panel.title, accent: panel.accent,
      turn: turn.map { "\($0 + 1)/\(placement.turns.count)" } ?? "",
      position: panel.content.position(reader, in: placement.inside.size),
      isFocused: placement.panel == screen.focus && state.overlay == nil)
    let inside = frame.draw(on: &canvas, in: placement.frame, glyphs)
    panel.content.draw(
      reader, isFocused: frame.isFocused, glyphs: glyphs, on: &canvas, in: inside)
  }

  /// The breadcrumb line: the dossier's title and the path to this screen.
  private static func drawTrail(
    _ trail: [String], _ library: Library, on canvas: inout Canvas
  ) {
    let width = canvas.size.width
    var right = 0
    if !library.diagnostics.isEmpty {
      let count = library.diagnostics.count
      let key = library.keys.keyName(for: .faults)
      let faults = (key.isEmpty ? "" : key + " ") + "\(count) \(count == 1 ? "fault" : "faults")"
      right = faults.columns + 1
      canvas.put(faults, at: width - right, 0, Style(.caution, .bold))
    }
    let parts = trail.filter { !$0.isEmpty }
    let title = library.dossier.title.isEmpty ? library.dossier.id : library.dossier.title
    // The end of the path is the most informative, so the title is shortened first.
    let rest = parts.map { library.glyphs.crumb + $0 }.joined()
    let room = width - right - 2
    let titleRoom = room - rest.columns
    // A title cut to a few letters is useless.
    let shown = titleRoom < min(title.columns, 16) ? "" : TextLayout.truncate(title, to: titleRoom)
    let used = canvas.put(shown, at: 1, 0, parts.isEmpty ? .heading : .faint)
    let way = shown.isEmpty ? String(rest.dropFirst(library.glyphs.crumb.count)) : rest
    canvas.put(TextLayout.truncate(way, to: max(0, room - used)), at: 1 + used, 0, .heading)
  }
}
