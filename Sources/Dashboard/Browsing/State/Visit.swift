package import Query
import Records

/// A screen with everything that a reader changed on it, so that coming back finds it as it was.
package struct Visit: Hashable, Sendable {
  /// What is shown.
  package var route: Route
  /// Which panel has the keyboard.
  package var focus = 0
  /// The selection and scroll of each panel; missing ones are at the start.
  package var panels: [PanelState] = []
  /// Which records a list shows, in what order and grouping.
  package var query = RecommendationQuery()
  /// How the chart of an indicator is set.
  package var chart = ChartView()
  /// The record whose text is to be scrolled to, until the screen has been laid out.
  var anchor: Reference?

  /// A screen as it is when one comes to it first.
  package init(_ route: Route) { self.route = route }

  /// The state of a panel.
  package subscript(panel index: Int) -> PanelState {
    get { index < panels.count ? panels[index] : PanelState() }
    set {
      // What was never moved is not noted, so that a visit stays equal to itself.
      if index >= panels.count, newValue == PanelState() { return }
      while panels.count <= index { panels.append(PanelState()) }
      panels[index] = newValue
    }
  }
}

/// Where a reader is in a panel.
package struct PanelState: Hashable, Sendable {
  /// What is selected: the row of a list or the cell of a matrix, counted from 0; the link of a
  /// text or the value of a chart, counted from 1, where 0 is none.
  package var selection = 0
  /// The first row or line that is shown.
  package var scroll = 0
  /// The words at the top of a text before the terminal's size changed; nil where it did not.
  var top: TextTop?

  /// The start of a panel.
  package init(selection: Int = 0, scroll: Int = 0) {
    self.selection = selection
    self.scroll = scroll
  }
}

/// The words at the top of a text, in terms that do not depend on the width.
struct TextTop: Hashable, Sendable {
  /// The block of the text.
  var block: Int
  /// The place in the block.
  var offset: Int
  /// The line at which they were shown last.
  var scroll: Int
  /// What tells the text from others that take its place.
  package var text: String

  /// Whether a panel still shows the text as it was left, so that nothing was scrolled since.
  func stands(_ panel: PanelState, _ text: String) -> Bool {
    scroll == panel.scroll && self.text == text
  }
}
