import Canvas

/// A screen at a moment: its panels, their places and the focused one.
///
/// `update` moves the reader with it and `Dashboard` draws it, so both agree about every line.
package struct Screen {
  package let content: ScreenContent
  let placements: [PanelPlacement]
  /// The panel that has the keyboard.
  package let focus: Int

  /// The smallest size that is drawn.
  static let leastSize = Size(width: 20, height: 6)

  /// The rows of the terminal between the breadcrumb line and the hint line.
  static func body(_ size: Size) -> Rect {
    Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
  }

  /// The screen of a state.
  init(_ state: State, _ library: Library) {
    content = ScreenContent(state, library)
    focus = max(0, min(state.visit.focus, content.panels.count - 1))
    placements = content.placements(in: Self.body(state.size), focus: focus)
  }

  /// The panel that has the keyboard.
  var focused: Panel { content.panels[focus] }

  /// The place of a panel; nil if another panel has its place.
  func placement(of panel: Int) -> PanelPlacement? { placements.first { $0.panel == panel } }

  /// The panel whose frame holds a cell.
  func placement(at point: Point) -> PanelPlacement? {
    placements.first { $0.frame.contains(point) }
  }

  /// The content of a placement.
  package func content(_ placement: PanelPlacement) -> any PanelContent {
    content.panels[placement.panel].content
  }
}
