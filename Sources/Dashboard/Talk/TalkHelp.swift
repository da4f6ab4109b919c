import Browsing
import Canvas

/// The keys of a talk at a seat, from the keymap.
enum TalkHelp {
  /// The rows of text that fit.
  package static func height(_ size: Size) -> Int { max(1, size.height - 2) }

  /// All bindings of a seat; on two lines if one is too short.
  static func lines(_ keys: TalkKeys, _ seat: Talk.Seat, width: Int) -> [StyledLine] {
    let keyWidth = width < 60 ? 11 : 32
    var lines: [StyledLine] = []
    for binding in keys.bindings where binding.scope.contains(seat) {
      let names = TextLayout.wrap(
        binding.keys.map(\.description).joined(separator: " "), to: keyWidth - 1)
      let texts = TextLayout.wrap(binding.help, to: max(8, width - 4 - keyWidth))
      for row in 0..<max(names.count, texts.count) {
        let name = TextLayout.pad(row < names.count ? names[row] : "", to: keyWidth)
        lines.append(
          StyledLine([
            StyledRun(name, Style(.key, .bold)), StyledRun(row < texts.count ? texts[row] : ""),
          ]))
      }
    }
    return lines
  }

  /// Draws the list over everything.
  package static func draw(
    _ keys: TalkKeys, _ seat: Talk.Seat, scroll: Int, _ glyphs: Glyphs, on canvas: inout Canvas
  ) {
    canvas.fill(canvas.bounds)
    let inside = BriefingFrame.draw(
      canvas.bounds, "Keys", accent: .heading, isStrong: true, glyphs, on: &canvas)
    let lines = lines(keys, seat, width: canvas.size.width)
    for (row, line) in lines.dropFirst(scroll).prefix(inside.height).enumerated() {
      canvas.put(line, at: inside.x, inside.y + row, limit: inside.width)
    }
    if scroll + inside.height < lines.count {
      canvas.put(" more: j ", at: max(1, inside.right - 9), canvas.size.height - 1, .faint)
    }
  }
}
