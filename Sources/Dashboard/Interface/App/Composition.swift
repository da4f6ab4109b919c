import Model

/// A screen put together for a moment: its panels, where they stand and how their texts are set.
///
/// `update` moves selections by it and `Dashboard` draws it, so that both
/// agree about every line.
struct Composition {
  let content: ScreenContent
  let placements: [PanelPlacement]
  /// The panel that has the keyboard.
  let focus: Int
  private let visit: Visit
  // The library keeps the last composition.
  private unowned let library: Library

  /// The rows of the terminal between the breadcrumb line and the hint line.
  static func body(_ size: Size) -> Rect {
    Rect(x: 0, y: 1, width: size.width, height: size.height - 2)
  }

  init(_ state: State, _ library: Library) {
    self.library = library
    visit = state.visit
    content = ScreenContent(state, library)
    focus = max(0, min(state.visit.focus, content.panels.count - 1))
    placements = content.placements(in: Self.body(state.size), focus: focus)
  }

  /// Where a panel stands; nil when another has its place.
  func placement(of panel: Int) -> PanelPlacement? { placements.first { $0.panel == panel } }

  /// The panel whose frame holds a cell.
  func panel(at point: Point) -> PanelPlacement? {
    placements.first { $0.frame.contains(point) }
  }

  /// A document panel set in lines of its frame's width; nil for panels of other kinds.
  func layout(of placement: PanelPlacement) -> DocumentLayout? {
    guard case .document(let document) = content.panels[placement.panel].content else { return nil }
    return library.layout(
      document, route: visit.route, panel: placement.panel, width: placement.inside.width,
      detail: content.detail)
  }

  /// The rows in which a panel's content is shown.
  func height(of placement: PanelPlacement) -> Int {
    let rows = placement.inside.height
    return switch content.panels[placement.panel].content {
    case .list(let list): max(0, rows - ListView.headingRows(list))
    case .matrix: max(0, rows - MatrixContent.headingRows)
    case .document, .chart: rows
    }
  }

  /// The position that a panel's frame shows: `12 of 30` in a list, a percentage in a text.
  func position(of placement: PanelPlacement) -> String {
    let state = visit[panel: placement.panel]
    switch content.panels[placement.panel].content {
    case .list(let list):
      let rows = list.rows
      guard rows.indices.contains(state.selection), !rows.isHeading(state.selection) else {
        return ""
      }
      return "\(rows.number(of: state.selection) + 1) of \(rows.selectableCount)"
    case .document:
      guard let layout = layout(of: placement) else { return "" }
      let hidden = layout.lines.count - placement.inside.height
      return hidden > 0 ? "\(min(100, 100 * state.scroll / hidden))%" : ""
    case .matrix(let matrix):
      return "\(matrix.cell(state.selection).row + 1) of \(matrix.rows.count)"
    case .chart: return ""
    }
  }
}
