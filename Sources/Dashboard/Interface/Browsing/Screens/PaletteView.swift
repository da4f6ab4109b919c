/// The overlay in which any record or command is found by name.
enum PaletteView {
  /// Draws the line that is typed and the entries that match, the selected one marked.
  static func draw(
    _ line: LineEditor, _ matches: [Palette.Match], selection: Int, title: String = "Go to",
    emptyText: String = "Nothing has these letters in this order.", glyphs: Glyphs,
    on canvas: inout Canvas
  ) {
    let body = Screen.body(canvas.size)
    let width = min(body.width, 76)
    let height = min(body.height, 18)
    let frame = Rect(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width: width,
      height: height)
    canvas.fill(frame)
    let inside = PanelFrame(title: title).draw(on: &canvas, in: frame, glyphs)
    guard inside.height > 1 else { return }
    InputView.draw(line, at: inside.x, inside.y, width: inside.width, on: &canvas)
    let rows = inside.height - 2
    let scroll = max(0, selection - rows + 1)
    if matches.isEmpty {
      let text = TextLayout.truncate(emptyText, to: inside.width)
      canvas.put(text, at: inside.x, inside.y + 2, .faint)
    }
    for (index, match) in matches.dropFirst(scroll).prefix(rows).enumerated() {
      let y = inside.y + 2 + index
      let isSelected = index + scroll == selection
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

  /// The title with the matched letters set apart.
  private static func name(_ match: Palette.Match) -> StyledLine {
    let marked = Set(match.positions)
    return StyledLine(
      match.entry.title.enumerated().map { index, character in
        StyledRun(String(character), marked.contains(index) ? Style(.match, .bold) : .text)
      })
  }
}

/// A line that is being typed.
enum InputView {
  /// Draws the text around the cursor and puts the terminal's cursor there.
  static func draw(_ line: LineEditor, at x: Int, _ y: Int, width: Int, on canvas: inout Canvas) {
    guard width > 1 else { return }
    let before = String(line.text.prefix(line.cursor))
    // The end of a long text is shown, so that what is typed can be seen.
    var start = before.startIndex
    while before[start...].columns >= width { start = before.index(after: start) }
    let used = canvas.put(before[start...], at: x, y, Style(.text, .bold), limit: width - 1)
    canvas.put(
      line.text.dropFirst(line.cursor), at: x + used, y, Style(.text, .bold), limit: width - used)
    canvas.cursor = Point(x: x + used, y: y)
  }
}
