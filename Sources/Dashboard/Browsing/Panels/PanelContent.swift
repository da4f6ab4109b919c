package import Canvas
package import Records

/// The content of a panel.
///
/// It never changes. The reader's position is a `PanelState`, which it moves, keeps within bounds
/// and draws. The room is the inside of the panel's frame, and cells are counted from its top left.
package protocol PanelContent {
  /// The preferred number of rows in a width.
  func height(in width: Int) -> Int

  /// Moves the reader; false if the movement leads out of the panel.
  func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool
  /// Keeps the position within bounds and scrolls to the selection.
  func settle(_ state: inout PanelState, in room: Size)
  /// The selection, if it can be cited; otherwise nil.
  func subject(_ state: PanelState) -> Reference?
  /// What Enter opens; nil for nothing.
  func destination(_ state: PanelState, in room: Size) -> Destination?
  /// Whether Enter can open anything, regardless of the selection. A panel that is alone on its
  /// screen cannot lead to another one.
  func isOpenable(in room: Size, alone isAlone: Bool) -> Bool
  /// Selects what is at a cell; true if the next click on it opens it.
  func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool
  /// The position for the frame: `12 of 30` in a list, a percentage in a text.
  func position(_ state: PanelState, in room: Size) -> String
  /// Draws the visible part; places the cursor if it has the keyboard.
  func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect)

  /// Moves the reader to the same place as in the content from an earlier version of the dossier:
  /// to the same record, section or period, wherever it is now.
  func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size)

  /// Scrolls to a record; false if it is not in this content.
  func show(_ anchor: Reference, _ state: inout PanelState, in room: Size) -> Bool
  /// The record that fills the room; nil if there is none.
  func shown(_ state: PanelState, in room: Size) -> Reference?
  /// Notes the words at the top, before the room changes.
  func noteTop(_ state: inout PanelState, in room: Size)
  /// Scrolls the noted words back to the top.
  func returnToTop(_ state: inout PanelState, in room: Size)
}

/// A movement within a panel.
package enum Movement {
  /// A number of rows down; negative is up.
  case rows(Int)
  /// A number of pages down; negative is up.
  case pages(Double)
  /// One place to the right, or with -1 to the left.
  case sideways(Int)
  case first, last

  /// The rows of a number of pages; each page repeats a line of the one before, so that the eye
  /// finds its place.
  package static func rows(ofPages pages: Double, in height: Int) -> Int {
    Int((Double(max(1, height - 1)) * pages).rounded(.awayFromZero))
  }
}

extension PanelContent {
  package func subject(_ state: PanelState) -> Reference? { nil }
  package func isOpenable(in room: Size, alone isAlone: Bool) -> Bool { true }
  package func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool { false }
  package func show(_ anchor: Reference, _ state: inout PanelState, in room: Size) -> Bool { false }
  package func shown(_ state: PanelState, in room: Size) -> Reference? { nil }
  package func noteTop(_ state: inout PanelState, in room: Size) {}
  package func returnToTop(_ state: inout PanelState, in room: Size) {}

  /// The scroll position nearest to the current one that shows a row.
  func scroll(_ scroll: Int, toShow row: Int, of count: Int, in height: Int) -> Int {
    guard height > 0, count > height else { return 0 }
    let scroll = max(0, min(scroll, count - height))
    return row >= scroll + height ? row - height + 1 : min(scroll, row)
  }
}
