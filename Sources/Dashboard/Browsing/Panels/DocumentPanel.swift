package import Canvas
package import Records

/// A text to read: headings, prose and fields, laid out in the panel's width.
package struct DocumentPanel: PanelContent {
  /// The text.
  package let blocks: [DocumentBlock]
  /// Distinguishes the text from others in the same panel: the record selected beside it.
  let id: String
  private let glyphs: Glyphs
  private let setting = Setting()

  /// The last layout, which moving, settling and drawing share.
  private final class Setting {
    var layout: DocumentLayout?
  }

  /// A text.
  init(_ blocks: [DocumentBlock], id: String = "", glyphs: Glyphs) {
    self.blocks = blocks
    self.id = id
    self.glyphs = glyphs
  }

  /// The text in lines of a width.
  func layout(_ width: Int) -> DocumentLayout {
    if let layout = setting.layout, layout.width == max(1, width) { return layout }
    let layout = DocumentLayout(blocks, width: width, glyphs: glyphs)
    setting.layout = layout
    return layout
  }

  package func height(in width: Int) -> Int { layout(width).lines.count }

  // MARK: Moving

  package func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool {
    switch movement {
    case .rows(let rows): scroll(by: rows, &state, in: room)
    case .pages(let pages):
      scroll(by: Movement.rows(ofPages: pages, in: room.height), &state, in: room)
    case .first: scroll(by: -.max / 2, &state, in: room)
    case .last: scroll(by: .max / 2, &state, in: room)
    case .sideways(let step): return selectLink(step, &state, in: room)
    }
    return true
  }

  private func most(in room: Size) -> Int { max(0, layout(room.width).lines.count - room.height) }

  private func scroll(by rows: Int, _ state: inout PanelState, in room: Size) {
    state.scroll = max(0, min(most(in: room), state.scroll + rows))
    // A link that has scrolled off the page is deselected.
    guard let link = link(state, in: room) else { return }
    if link.line < state.scroll || link.line >= state.scroll + room.height { state.selection = 0 }
  }

  /// Selects the next or previous link and scrolls to it; false if there is none.
  private func selectLink(_ step: Int, _ state: inout PanelState, in room: Size) -> Bool {
    let links = layout(room.width).links
    var wanted = state.selection - 1 + step
    if state.selection == 0 {
      // The first link on the page; when going left, none.
      guard step > 0, let first = links.firstIndex(where: { $0.line >= state.scroll }) else {
        return false
      }
      wanted = first
    }
    guard links.indices.contains(wanted) else {
      if step < 0 { state.selection = 0 }
      return false
    }
    state.selection = wanted + 1
    let line = links[wanted].line
    if line < state.scroll { state.scroll = line }
    if line >= state.scroll + room.height { state.scroll = line - room.height + 1 }
    return true
  }

  package func settle(_ state: inout PanelState, in room: Size) {
    state.scroll = max(0, min(state.scroll, most(in: room)))
    state.selection = max(0, min(state.selection, layout(room.width).links.count))
  }

  package func position(_ state: PanelState, in room: Size) -> String {
    let most = most(in: room)
    return most > 0 ? "\(min(100, 100 * state.scroll / most))%" : ""
  }

  // MARK: Links

  private func link(_ state: PanelState, in room: Size) -> DocumentLayout.Link? {
    let links = layout(room.width).links
    return links.indices.contains(state.selection - 1) ? links[state.selection - 1] : nil
  }

  package func destination(_ state: PanelState, in room: Size) -> Destination? {
    switch link(state, in: room)?.target {
    case .record(let reference): .record(reference)
    case .address(let address): .address(address)
    case nil: .nextPanel
    }
  }

  package func isOpenable(in room: Size, alone isAlone: Bool) -> Bool {
    !isAlone || !layout(room.width).links.isEmpty
  }

  package func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool {
    let place = Point(x: cell.x, y: cell.y + state.scroll)
    let link = layout(room.width).links.firstIndex { link in
      link.cells.contains { $0.contains(place) }
    }
    guard let link else { return false }
    state.selection = link + 1
    return true
  }

  // MARK: Places of records

  package func show(_ anchor: Reference, _ state: inout PanelState, in room: Size) -> Bool {
    guard let place = layout(room.width).anchors.first(where: { $0.reference == anchor }) else {
      return false
    }
    state.scroll = min(place.line, most(in: room))
    state.selection = 0
    return true
  }

  package func shown(_ state: PanelState, in room: Size) -> Reference? {
    let layout = layout(room.width)
    if state.scroll > 0, state.scroll >= most(in: room) { return layout.anchors.last?.reference }
    return layout.anchors.last { $0.line <= state.scroll + max(1, room.height / 3) }?.reference
  }

  package func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size) {
    guard let old = old as? DocumentPanel else { return }
    let (before, after) = (old.layout(room.width), layout(room.width))
    if let link = old.link(state, in: room) {
      // If several links lead to the same place, the one with the same rank among them.
      let number = before.links.prefix(state.selection - 1).count { $0.target == link.target }
      let same = after.links.indices.filter { after.links[$0].target == link.target }
      state.selection = same.isEmpty ? 0 : same[min(number, same.count - 1)] + 1
    }
    guard let index = before.anchors.lastIndex(where: { $0.line <= state.scroll }) else { return }
    let top = before.anchors[index]
    let number = before.anchors[..<index].count { $0.reference == top.reference }
    let same = after.anchors.filter { $0.reference == top.reference }
    guard !same.isEmpty else { return }
    let line = same[min(number, same.count - 1)].line
    let next = after.anchors.first { $0.line > line }?.line ?? after.lines.count
    state.scroll = min(line + state.scroll - top.line, max(line, next - 1))
    state.top = nil
  }

  // MARK: Another width

  package func noteTop(_ state: inout PanelState, in room: Size) {
    let lines = layout(room.width).lines
    // The words stay noted until the text is scrolled: a window that is dragged goes through many
    // sizes, and a line that starts a little earlier at each one would move the reader away.
    guard !lines.isEmpty, state.top?.stands(state, id) != true else { return }
    let line = lines[min(lines.count - 1, state.scroll)]
    // A text at its start stays there.
    state.top =
      state.scroll == 0
      ? nil : TextTop(block: line.block, offset: line.offset, scroll: state.scroll, text: id)
  }

  package func returnToTop(_ state: inout PanelState, in room: Size) {
    guard let top = state.top, top.stands(state, id) else { return }
    let line = layout(room.width).line(block: top.block, offset: top.offset)
    state.scroll = min(most(in: room), line)
    state.top?.scroll = state.scroll
  }

  // MARK: Drawing

  /// Draws the lines from the scroll position; the selected link is in reverse video.
  package func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect
  ) {
    if isFocused { canvas.cursor = Point(x: rect.x, y: rect.y) }
    guard !rect.isEmpty else { return }
    let outside = canvas.clip
    canvas.clip = rect.intersection(outside)
    defer { canvas.clip = outside }
    let lines = layout(rect.width).lines.dropFirst(state.scroll).prefix(rect.height)
    for (row, line) in lines.enumerated() {
      canvas.put(
        line.text, at: rect.x + line.indent, rect.y + row, limit: rect.width - line.indent)
    }
    guard isFocused, let link = link(state, in: rect.size) else { return }
    for cells in link.cells {
      let y = rect.y + cells.y - state.scroll
      canvas.restyle(Rect(x: rect.x + cells.x, y: y, width: cells.width, height: 1)) {
        $0.attributes.insert(.reverse)
      }
    }
    let cursor = Point(x: rect.x + link.column, y: rect.y + link.line - state.scroll)
    if rect.contains(cursor) { canvas.cursor = cursor }
  }
}
