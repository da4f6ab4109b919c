package import Canvas

/// A panel's frame: a thin line with the title, the position and a note in its top border.
///
/// The bottom border stays free, because it may be the top border of the panel below.
package struct PanelFrame {
  /// The text in the top border.
  package var title: String
  /// The colour of the title.
  package var accent = Role.heading
  /// The text at the right end of the top border: a count, or a key and where it leads.
  var note = ""
  /// Where the reader is: `12 of 30`, a percentage.
  var position = ""
  /// Whether it has the keyboard: its title is in reverse video.
  var isFocused = true

  /// A frame with a title; by default the panel inside has the keyboard.
  package init(
    title: String, accent: Role = .heading, note: String = "", position: String = "",
    isFocused: Bool = true
  ) {
    self.title = title
    self.accent = accent
    self.note = note
    self.position = position
    self.isFocused = isFocused
  }

  /// Draws the frame; returns the cells inside, with an empty column on both sides.
  @discardableResult
  package func draw(on canvas: inout Canvas, in frame: Rect, _ glyphs: Glyphs) -> Rect {
    FrameLines([frame]).draw(on: &canvas, glyphs)
    return drawTexts(on: &canvas, in: frame)
  }

  /// Draws what stands in the borders; returns the cells inside.
  @discardableResult
  func drawTexts(on canvas: inout Canvas, in frame: Rect) -> Rect {
    let inside = frame.inset(columns: 2, rows: 1)
    guard frame.width >= 2, frame.height >= 2 else { return inside }
    // Only the top shows the focus, so that the sides are the same on every screen that has them
    // there.
    if isFocused {
      canvas.restyle(Rect(x: frame.x, y: frame.y, width: frame.width, height: 1)) {
        $0 = Style(.focusedBorder)
      }
    }
    drawTop(on: &canvas, in: frame)
    return inside
  }

  /// The title comes first: what does not fit beside it is left out, the note before the position.
  private func drawTop(on canvas: inout Canvas, in frame: Rect) {
    let room = frame.width - 4
    guard room > 2 else { return }
    let shown = title.isEmpty ? "" : " " + TextLayout.truncate(title, to: room - 2) + " "
    let used = canvas.put(
      shown, at: frame.x + 2, frame.y, Style(accent, isFocused ? [.bold, .reverse] : .bold))
    var right = frame.right - 1
    // The last letter stands above the last one inside.
    for text in [note, position] where !text.isEmpty {
      let columns = text.columns + 2
      guard frame.x + 2 + used + 1 + columns <= right else { continue }
      right -= columns
      canvas.put(" \(text) ", at: right, frame.y, .faint)
      right -= 1
    }
  }
}
