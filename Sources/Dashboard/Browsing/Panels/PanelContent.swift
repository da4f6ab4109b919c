package import Canvas
package import Records

/// What stands in a panel.
///
/// It does not change itself: where a reader is in it stands in a `PanelState`, which it moves, keeps
/// inside of what there is, and draws. The room is the inside of the panel's frame, and cells are
/// counted from its top left.
package protocol PanelContent {
  /// The rows that it would like to have.
  var height: Int { get }

  /// Moves the reader; false where the movement leads out of the panel.
  func move(_ movement: Movement, _ state: inout PanelState, in room: Size) -> Bool
  /// Brings the reader back to what is there, and shows what is selected.
  func settle(_ state: inout PanelState, in room: Size)
  /// What is selected and can be cited; nil for nothing.
  func subject(_ state: PanelState) -> Reference?
  /// What Enter leads to; nil for nothing.
  func destination(_ state: PanelState, in room: Size) -> Destination?
  /// Whether Enter leads anywhere, whatever is selected; in a panel that is alone on its screen it
  /// leads to no other.
  func isOpenable(in room: Size, alone isAlone: Bool) -> Bool
  /// Selects what stands at a cell; true where the next click on it is to open it.
  func click(_ cell: Point, _ state: inout PanelState, in room: Size) -> Bool
  /// Where the reader is, for the frame: `12 of 30` in a list, a percentage in a text.
  func position(_ state: PanelState, in room: Size) -> String
  /// Draws what can be seen; where it has the keyboard, it puts the cursor.
  func draw(
    _ state: PanelState, isFocused: Bool, glyphs: Glyphs, on canvas: inout Canvas, in rect: Rect)

  /// Brings the reader to the same place as in the content of a dossier that was read before: to the
  /// same record, section or period, wherever it stands now.
  func resume(_ old: any PanelContent, _ state: inout PanelState, in room: Size)

  /// Scrolls to a record; false where it is not in here.
  func show(_ anchor: Reference, _ state: inout PanelState, in room: Size) -> Bool
  /// The record that fills the room; nil where there is none.
  func shown(_ state: PanelState, in room: Size) -> Reference?
  /// Notes the words at the top, before the room changes.
  func noteTop(_ state: inout PanelState, in room: Size)
  /// Brings the noted words to the top again.
  func returnToTop(_ state: inout PanelState, in room: Size)
}

/// A movement within a panel.
package enum Movement {
  /// So many rows down; negative is up.
  case rows(Int)
  /// So many pages down; negative is up.
  case pages(Double)
  /// One place to the right, or with -1 to the left.
  case sideways(Int)
  case first, last

  /// The rows of so many pages, of which each keeps a line of the page before, so that the eye finds
  /// its place.
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

  /// The scroll position nearest to the present one at which a row is shown.
  func scroll(_ scroll: Int, toShow row: Int, of count: Int, in height: Int) -> Int {
    guard height > 0, count > height else { return 0 }
    let scroll = max(0, min(scroll, count - height))
    return row >= scroll + height ? row - height + 1 : min(scroll, row)
  }
}
