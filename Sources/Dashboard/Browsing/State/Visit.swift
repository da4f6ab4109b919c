package import Query
import Records

/// A screen with everything that the reader changed on it, so that it is unchanged when they come
/// back.
package struct Visit: Hashable, Sendable {
  /// What is shown.
  package var route: Route
  /// Which panel has the keyboard.
  package var focus = 0
  /// Whether the panel that has the keyboard fills the screen.
  var isWhole = false
  /// The list that had the keyboard last, if its selection is shown in another panel.
  var lead = 0
  /// The selection and scroll of each panel; missing ones are at the start.
  package var panels: [PanelState] = []
  /// The filter, order and grouping of a list.
  package var query = RecommendationQuery()
  /// What is chosen besides chapters to filter a list of other records.
  package var chosen: Set<String> = []
  /// The parts of a list that are unfolded.
  package var unfolded: Set<String> = []
  /// The way in which another list than that of recommendations is sorted, or the axes of a matrix;
  /// each screen counts its own from 0.
  package var order = 0
  /// The settings of an indicator's chart.
  package var chart = ChartView()
  /// The record to scroll to; nil once the screen has been laid out.
  var anchor: Reference?

  /// A screen without choices.
  package init(_ route: Route) { self.route = route }

  /// What a screen lists at first: of recommendations and proposals the former, by chapter.
  package static func firstQuery(of route: Route) -> RecommendationQuery {
    route == .recommendations
      ? RecommendationQuery(standing: .recommendation, grouping: .chapter) : RecommendationQuery()
  }

  /// The state of a panel.
  package subscript(panel index: Int) -> PanelState {
    get { index < panels.count ? panels[index] : PanelState() }
    set {
      // Unmoved panels are not stored, so that equal visits compare equal.
      if index >= panels.count, newValue == PanelState() { return }
      while panels.count <= index { panels.append(PanelState()) }
      panels[index] = newValue
    }
  }
}

/// The reader's position in a panel.
package struct PanelState: Hashable, Sendable {
  /// The selection: the row of a list or the cell of a matrix, counted from 0; the link of a text
  /// or the value of a chart, counted from 1, where 0 is none.
  package var selection = 0
  /// The first row or line that is shown.
  package var scroll = 0
  /// The words at the top of a text before the terminal's size changed; nil if it did not change.
  var top: TextTop?

  /// The start of a panel.
  package init(selection: Int = 0, scroll: Int = 0) {
    self.selection = selection
    self.scroll = scroll
  }
}

/// The words at the top of a text, independent of the width.
struct TextTop: Hashable, Sendable {
  /// The block of the text.
  var block: Int
  /// The place in the block.
  var offset: Int
  /// The line where they were last shown.
  var scroll: Int
  /// Distinguishes the text from others in the same panel.
  package var text: String

  /// Whether a panel still shows the same text at the same line, without scrolling since.
  func stands(_ panel: PanelState, _ text: String) -> Bool {
    scroll == panel.scroll && self.text == text
  }
}
