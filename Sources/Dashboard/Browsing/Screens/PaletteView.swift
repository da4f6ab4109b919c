package import Canvas

/// The overlay for finding any record or command by name.
package enum PaletteView {
  /// Draws the typed line and the matching entries, the selected one marked.
  ///
  /// - Parameter rows: How many entries there are at most; nil for more than fit.
  package static func draw(
    _ choice: NameChoice, _ matches: [Palette.Match], title: String = "Go to",
    emptyText: String = "Nothing matches.", rows: Int? = nil,
    glyphs: Glyphs, on canvas: inout Canvas
  ) {
    let body = Screen.body(canvas.size)
    let width = min(body.width, 76)
    // A short list needs less; it keeps its height while letters are typed.
    let height = min(body.height, rows.map { $0 + 4 } ?? 18)
    let frame = Rect(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width: width,
      height: height)
    canvas.fill(frame)
    let inside = PanelFrame(title: title).draw(on: &canvas, in: frame, glyphs)
    guard inside.height > 1 else { return }
    InputView.draw(choice.line, at: inside.x, inside.y, width: inside.width, on: &canvas)
    let shown = inside.height - 2
    let scroll = max(0, choice.selection - shown + 1)
    if matches.isEmpty {
      let text = TextLayout.truncate(emptyText, to: inside.width)
      canvas.put(text, at: inside.x, inside.y + 2, .faint)
    }
    for (index, match) in matches.dropFirst(scroll).prefix(shown).enumerated() {
      let y = inside.y + 2 + index
      let isSelected = index + scroll == choice.selection
      let detail = TextLayout.truncate(match.entry.detail, to: 18)
      let room = inside.width - 3 - detail.columns
      if isSelected { canvas.set(inside.x, y, glyphs.marker, Style(.heading, .bold)) }
      let used = canvas.put(
        name(match).truncated(to: room), at: inside.x + 2, y, limit: room)
      canvas.put(detail, at: inside.right - detail.columns, y, .faint)
      if isSelected {
        canvas.restyle(Rect(x: inside.x + 2, y: y, width: used, height: 1)) {
          $0.attributes.insert(.reverse)
        }
      }
    }
  }

  /// The title with the matched letters highlighted.
  private static func name(_ match: Palette.Match) -> StyledLine {
    let marked = Set(match.positions)
    return StyledLine(
      match.entry.title.enumerated().map { index, character in
        StyledRun(String(character), marked.contains(index) ? Style(.match, .bold) : .text)
      })
  }
}
