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
    FrameLines(screen.placements.map(\.frame)).draw(on: &canvas, glyphs)
    for placement in screen.placements { draw(placement, of: screen, state, library, on: &canvas) }
    for (row, line) in screen.lede.enumerated() { canvas.put(line, at: 1, 1 + row) }
    drawTrail(screen.content, library, on: &canvas)
    switch state.overlay {
    case .help(let scroll): HelpView.draw(keys, screen, scroll: scroll, glyphs: glyphs, on: &canvas)
    case .palette(let choice):
      PaletteView("Go to", hasKinds: true, previewing: library).draw(
        choice, library.paletteGroups(choice), glyphs, on: &canvas)
    case .comparison(let choice):
      PaletteView(
        "Compare with",
        emptyText: "No indicator to compare has these letters.",
        previewing: library
      ).draw(
        choice, library.paletteMatches(choice.line.text, beside: state.indicator), glyphs,
        on: &canvas)
    case .decks(let choice, let subject):
      PaletteView(
        "Present", emptyText: "No talk matches.", rows: library.dossier.decks.count + 1,
        previewing: library
      ).draw(
        choice, library.deckMatches(choice.line.text, from: subject), glyphs, on: &canvas)
    case .judgement(let form): JudgementView.draw(form, library, on: &canvas)
    // The bottom line asks for the name.
    case .export, .value, nil: break
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
    _ placement: PanelPlacement, of screen: Screen, _ state: State, _ library: Library,
    on canvas: inout Canvas
  ) {
    let panel = screen.content.panels[placement.panel]
    let reader = state.visit[panel: placement.panel]
    let frame = PanelFrame(
      title: panel.title, accent: panel.accent,
      note: note(placement, of: screen, library.keys),
      position: panel.content.position(reader, in: placement.inside.size),
      isFocused: placement.panel == screen.focus && state.overlay == nil)
    let inside = frame.drawTexts(on: &canvas, in: placement.frame)
    panel.content.draw(
      reader, isFocused: frame.isFocused, glyphs: library.glyphs, on: &canvas, in: inside)
  }

  /// The note of a panel; if it has the keyboard and shares its place, how to get to the next one.
  private static func note(
    _ placement: PanelPlacement, of screen: Screen, _ keys: DashboardKeys
  ) -> String {
    let panels = screen.content.panels
    let key = keys.keyName(for: .nextPanel)
    guard let turn = placement.turns.firstIndex(of: placement.panel),
      placement.panel == screen.focus, !key.isEmpty
    else { return panels[placement.panel].note }
    let next = placement.turns[(turn + 1) % placement.turns.count]
    return "\(key) \(panels[next].spokenName)"
  }

  /// The breadcrumb line: the dossier's title, the path to this screen, and what else it offers.
  private static func drawTrail(
    _ content: ScreenContent, _ library: Library, on canvas: inout Canvas
  ) {
    let width = canvas.size.width
    let trail = content.trail
    var right = 0
    if !library.diagnostics.isEmpty {
      let count = library.diagnostics.count
      let key = library.keys.keyName(for: .faults)
      let faults = (key.isEmpty ? "" : key + " ") + "\(count) \(count == 1 ? "fault" : "faults")"
      right = faults.columns + 1
      canvas.put(faults, at: width - right, 0, Style(.caution, .bold))
    }
    let parts = trail.filter { !$0.isEmpty }
    let offer = content.offer
    func put(_ offer: String, after end: Int) {
      guard !offer.isEmpty, end + 2 + offer.columns <= width - right else { return }
      canvas.put(offer, at: width - right - 1 - offer.columns, 0, .faint)
    }
    let title = library.dossier.title.isEmpty ? library.dossier.id : library.dossier.title
    guard !parts.isEmpty else {
      // The first screen has room for what the title page says, as far as it fits whole.
      let used = canvas.put(TextLayout.truncate(title, to: width - right - 2), at: 1, 0, .heading)
      var end = 1 + used
      for more in [library.dossier.subtitle, library.dossier.date?.title ?? ""] where !more.isEmpty
      {
        guard end + 3 + more.columns + offer.columns < width - right else { continue }
        end += canvas.put(" · \(more)", at: end, 0)
      }
      return put(offer, after: end)
    }
    // The end of the path is the most informative, so the title is shortened first.
    let rest = parts.map { library.glyphs.crumb + $0 }.joined()
    let room = width - right - 2
    let titleRoom = room - rest.columns
    // A title cut to a few letters is useless.
    let shown = titleRoom < min(title.columns, 16) ? "" : TextLayout.truncate(title, to: titleRoom)
    let used = canvas.put(shown, at: 1, 0, .faint)
    let way = shown.isEmpty ? String(rest.dropFirst(library.glyphs.crumb.count)) : rest
    let end = canvas.put(
      TextLayout.truncate(way, to: max(0, room - used)), at: 1 + used, 0, .heading)
    put(offer, after: 1 + used + end)
  }
}
