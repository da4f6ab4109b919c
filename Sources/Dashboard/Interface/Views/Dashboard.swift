import Model

/// Draws the dashboard: a pure function of the state, the library and the keymap.
public enum Dashboard {
  /// The screen as cells.
  public static func draw(_ state: State, _ library: Library) -> Canvas {
    let keys = library.keys
    var canvas = Canvas(state.size)
    guard state.size.width >= ScreenContent.leastSize.width,
      state.size.height >= ScreenContent.leastSize.height
    else {
      drawPlea(on: &canvas)
      return canvas
    }
    let composition = library.composition(of: state)
    for placement in composition.placements {
      draw(placement, of: composition, state, library, on: &canvas)
    }
    drawTrail(composition.content.trail, library, on: &canvas)
    let glyphs = library.glyphs
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
    HintLine.draw(state, keys, composition, on: &canvas)
    return canvas
  }

  /// Asks for room in a terminal that is too small; the state is kept meanwhile.
  private static func drawPlea(on canvas: inout Canvas) {
    let least = ScreenContent.leastSize
    let text = "Please make room: \(least) or more"
    for (index, line) in TextLayout.wrap(text, to: max(1, canvas.size.width)).enumerated() {
      canvas.put(line, at: 0, index)
    }
  }

  private static func draw(
    _ placement: PanelPlacement, of composition: Composition, _ state: State, _ library: Library,
    on canvas: inout Canvas
  ) {
    let isFocused = placement.panel == composition.focus && state.overlay == nil
    let panel = state.visit[panel: placement.panel]
    PanelView.drawFrame(
      placement, of: composition.content, isFocused: isFocused,
      position: composition.position(of: placement), glyphs: library.glyphs, on: &canvas)
    let inside = placement.inside
    switch composition.content.panels[placement.panel].content {
    case .list(let list):
      ListView.draw(
        list, panel, isFocused: isFocused, glyphs: library.glyphs, on: &canvas, in: inside)
    case .document:
      if let layout = composition.layout(of: placement) {
        DocumentView.draw(layout, panel, isFocused: isFocused, on: &canvas, in: inside)
      }
    case .matrix(let matrix):
      MatrixView.draw(
        matrix, panel, isFocused: isFocused, glyphs: library.glyphs, on: &canvas, in: inside)
    case .chart(let content):
      var cursor = Point.zero
      if let scene = content.scene(inside.size) {
        scene.draw(on: &canvas, at: Point(x: inside.x, y: inside.y))
        cursor = scene.cursorCell
      } else {
        for (index, line) in TextLayout.wrap(content.emptyText, to: inside.width)
          .prefix(inside.height).enumerated()
        {
          canvas.put(line, at: inside.x, inside.y + index, .faint)
        }
      }
      if isFocused { canvas.cursor = Point(x: inside.x + cursor.x, y: inside.y + cursor.y) }
    }
  }

  /// The breadcrumb line: the dossier's title and the way to this screen.
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
    // The end of the way says most: the title gives way first.
    let rest = parts.map { library.glyphs.crumb + $0 }.joined()
    let room = width - right - 2
    let titleRoom = room - rest.columns
    // A title of a few letters says nothing.
    let shown = titleRoom < min(title.columns, 16) ? "" : TextLayout.truncate(title, to: titleRoom)
    let used = canvas.put(shown, at: 1, 0, parts.isEmpty ? .heading : .faint)
    let way = shown.isEmpty ? String(rest.dropFirst(library.glyphs.crumb.count)) : rest
    canvas.put(TextLayout.truncate(way, to: max(0, room - used)), at: 1 + used, 0, .heading)
  }
}
