package import Canvas
import Records

/// The overlay for finding any record or command by name, with a preview where there is room.
package struct PaletteView {
  private let title: String
  private let emptyText: String
  private let rows: Int?
  private let hasKinds: Bool
  private let library: Library?

  /// The columns that a list with a preview beside it needs.
  private static let leastForPreview = 100

  /// An overlay with a title.
  ///
  /// - Parameters:
  ///   - emptyText: What is said if nothing matches.
  ///   - rows: How many entries there are at most; nil for more than fit.
  ///   - hasKinds: Whether entries stand under headings of their kinds.
  ///   - library: What previews are made from; nil for none.
  package init(
    _ title: String, emptyText: String = "Nothing matches.", rows: Int? = nil,
    hasKinds: Bool = false, previewing library: Library? = nil
  ) {
    self.title = title
    self.emptyText = emptyText
    self.rows = rows
    self.hasKinds = hasKinds
    self.library = library
  }

  /// Draws the typed line and the matching entries, the selected one marked.
  package func draw(
    _ choice: NameChoice, _ matches: [Palette.Match], _ glyphs: Glyphs, on canvas: inout Canvas
  ) {
    let body = Screen.body(canvas.size)
    let previewed =
      library != nil && body.width >= Self.leastForPreview
        && matches.indices.contains(choice.selection) ? matches[choice.selection].entry : nil
    var frame = frame(in: body, hasPreview: previewed != nil)
    // Halves of words beside it would be read as a part of it.
    canvas.fill(Rect(x: body.x, y: frame.y, width: body.width, height: frame.height))
    if let previewed, let library {
      // It shares the line between them.
      let width = frame.width * 9 / 20
      let beside = Rect(
        x: frame.x + width - 1, y: frame.y, width: frame.width - width + 1, height: frame.height)
      frame.width = width
      let panel = PalettePreview.panel(previewed, library)
      FrameLines([frame, beside]).draw(on: &canvas, glyphs)
      let inside = PanelFrame(title: panel.title, accent: panel.accent, isFocused: false)
        .drawTexts(on: &canvas, in: beside)
      panel.content.draw(PanelState(), isFocused: false, glyphs: glyphs, on: &canvas, in: inside)
    } else {
      FrameLines([frame]).draw(on: &canvas, glyphs)
    }
    let inside = PanelFrame(title: title).drawTexts(on: &canvas, in: frame)
    guard inside.height > 1 else { return }
    let list = list(matches)
    let room = Rect(
      x: inside.x, y: inside.y + 2, width: inside.width, height: inside.height - 2)
    var place = PanelState()
    if list.selectable.indices.contains(choice.selection) {
      place.selection = list.selectable[choice.selection]
    }
    list.settle(&place, in: room.size)
    list.draw(place, isFocused: true, glyphs: glyphs, on: &canvas, in: room)
    // Last, because the cursor is where letters are typed.
    InputView.draw(choice.line, at: inside.x, inside.y, width: inside.width, on: &canvas)
  }

  /// The cells of the overlay; a remnant of the screen behind it would look like a second frame.
  private func frame(in body: Rect, hasPreview: Bool) -> Rect {
    var width = min(body.width, hasPreview ? 150 : 76)
    // A short list needs less; it keeps its height while letters are typed.
    var height = min(
      body.height, max(rows.map { $0 + 4 } ?? 18, hasPreview ? max(26, body.height * 3 / 4) : 0))
    if body.width - width < 8 { width = body.width }
    if body.height - height < 3 { height = body.height }
    return Rect(
      x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 3, width: width,
      height: height)
  }

  private func list(_ matches: [Palette.Match]) -> ListPanel {
    var rows: [ListPanel.Row] = []
    var kind = ""
    for match in matches {
      let own = match.entry.choice.kind
      if hasKinds, own != kind { rows.append(.heading(own)) }
      kind = own
      rows.append(row(match))
    }
    return ListPanel(
      columns: [
        .init(width: .flexible, lines: 3), .init(width: .fit(22), alignment: .right),
      ], rows: rows, emptyText: emptyText)
  }

  private func row(_ match: Palette.Match) -> ListPanel.Row {
    if case .more(let kind) = match.entry.choice {
      return .fold(match.entry.title, kind, hidden: 0, isOpen: false)
    }
    return ListPanel.Row(
      cells: [.text(name(match)), .text(match.entry.detail, .faint)], destination: .nextPanel)
  }

  /// The title with the matched letters highlighted.
  private func name(_ match: Palette.Match) -> StyledLine {
    let marked = Set(match.positions)
    var runs: [StyledRun] = []
    for (index, character) in match.entry.title.enumerated() {
      let style = marked.contains(index) ? Style(.match, .bold) : .text
      if runs.last?.style == style {
        runs[runs.count - 1].text.append(character)
      } else {
        runs.append(StyledRun(String(character), style))
      }
    }
    return StyledLine(runs)
  }
}
