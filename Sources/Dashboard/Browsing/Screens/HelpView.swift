import Canvas

/// The overlay that lists all keys, made from the keymap.
enum HelpView {
  /// The rows of text that fit.
  package static func height(_ size: Size) -> Int { max(1, size.height - 4) }

  /// All bindings under their headings; on two lines if one is too short.
  static func lines(_ keys: DashboardKeys, width: Int) -> [StyledLine] {
    var lines: [StyledLine] = []
    let keyWidth = width < 60 ? 12 : 22
    for scope in Action.Scope.allCases {
      let bindings = keys.bindings.filter { $0.scope == scope }
      guard !bindings.isEmpty else { continue }
      if !lines.isEmpty { lines.append(StyledLine()) }
      lines.append(StyledLine(scope.rawValue, .heading))
      for binding in bindings {
        let names = binding.keyNames.joined(separator: " ")
        let texts = TextLayout.wrap(binding.help, to: max(8, width - 6 - keyWidth))
        for (index, text) in texts.enumerated() {
          lines.append(
            StyledLine([
              StyledRun(
                TextLayout.pad(index == 0 ? names : "", to: keyWidth - 1) + " ",
                Style(.key, .bold)),
              StyledRun(text),
            ]))
        }
      }
    }
    return lines
  }

  /// Draws the overlay over the whole body.
  package static func draw(
    _ keys: DashboardKeys, scroll: Int, glyphs: Glyphs, on canvas: inout Canvas
  ) {
    let frame = Screen.body(canvas.size)
    canvas.fill(frame)
    let lines = lines(keys, width: canvas.size.width)
    let most = lines.count - frame.height + 2
    let inside = PanelFrame(
      title: "Keys", position: most > 0 ? "\(min(100, 100 * scroll / most))%" : ""
    ).draw(on: &canvas, in: frame, glyphs)
    for (index, line) in lines.dropFirst(scroll).prefix(inside.height).enumerated() {
      canvas.put(line.truncated(to: inside.width), at: inside.x, inside.y + index)
    }
    canvas.cursor = Point(x: inside.x, y: inside.y)
  }
}
