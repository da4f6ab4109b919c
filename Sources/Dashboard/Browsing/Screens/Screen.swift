import Canvas
import Query
import Records

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

  /// The numbers of the dossier's chapters.
  let chapters: [Int]
  /// Whether plain digits are those of a year here, instead of keys for chapters.
  let isOnYears: Bool
  /// Whether the screen reviews an import.
  let isReview: Bool
  /// The lines that the screen says before its panels.
  let lede: [String]

  /// The rows of the terminal between the breadcrumb line and the hint line, without those of a
  /// lede.
  static func body(_ size: Size, lede: Int = 0) -> Rect {
    Rect(x: 0, y: 1 + lede, width: size.width, height: size.height - 2 - lede)
  }

  /// The screen of a state.
  init(_ state: State, _ library: Library) {
    content = ScreenContent(state, library)
    chapters = library.dossier.chapters.map(\.number)
    focus = max(0, min(state.visit.focus, content.panels.count - 1))
    let size = state.size
    switch content.panels.isEmpty ? nil : content.panels[focus].part {
    case .chart?: isOnYears = !(content.chart?.periods.isEmpty ?? true)
    case .main?: isOnYears = state.visit.route == .timeline
    default: isOnYears = false
    }
    isReview = state.visit.route == .review && library.desk != nil
    let lines = content.lede.isEmpty ? [] : TextLayout.wrap(content.lede, to: size.width - 2)
    // The panels need most of a small screen, and half a sentence says nothing.
    lede = lines.count <= size.height / 3 ? lines : []
    let body = Self.body(size, lede: lede.count)
    placements =
      state.visit.isWhole
      ? [PanelPlacement(panel: focus, frame: body)] : content.placements(in: body, focus: focus)
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
