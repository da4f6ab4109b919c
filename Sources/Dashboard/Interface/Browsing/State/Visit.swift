public import Model

/// A screen with everything that a reader changed on it, so that coming back finds it as it was.
public struct Visit: Hashable, Sendable {
  /// What is shown.
  public var route: Route
  /// Which panel has the keyboard.
  public var focus = 0
  /// The selection and scroll of each panel; missing ones are at the start.
  public var panels: [PanelState] = []
  /// Which records a list shows, in what order and grouping.
  public var query = RecommendationQuery()
  /// How the chart of an indicator is set.
  public var chart = ChartView()
  /// The record whose text is to be scrolled to, until the screen has been laid out.
  var anchor: Reference?

  /// A screen as it is when one comes to it first.
  public init(_ route: Route) { self.route = route }

  /// The state of a panel.
  public subscript(panel index: Int) -> PanelState {
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
public struct PanelState: Hashable, Sendable {
  /// What is selected: the row of a list or the cell of a matrix, counted from 0; the link of a
  /// text or the value of a chart, counted from 1, where 0 is none.
  public var selection = 0
  /// The first row or line that is shown.
  public var scroll = 0
  /// The words at the top of a text before the terminal's size changed; nil where it did not.
  var top: TextTop?

  /// The start of a panel.
  public init(selection: Int = 0, scroll: Int = 0) {
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
  var text: String

  /// Whether a panel still shows the text as it was left, so that nothing was scrolled since.
  func stands(_ panel: PanelState, _ text: String) -> Bool {
    scroll == panel.scroll && self.text == text
  }
}
