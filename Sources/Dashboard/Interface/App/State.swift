public import Model

/// Everything that changes while the dashboard is used.
///
/// A value: any moment can be written down in a test. What does not change is
/// in `Library`.
public struct State: Hashable, Sendable {
  /// The terminal's size in cells.
  public var size: Size
  /// What is shown now.
  public var visit: Visit
  /// Where one came from.
  public var history = History()
  /// What lies over the screen and takes the keys; nil for none.
  public var overlay: Overlay?
  /// What was searched for last.
  public var search = LineEditor()
  /// Whether keys go into the search line.
  public var isTypingSearch = false
  /// The search result that was opened last, for the next and the previous one.
  public var resultIndex = -1
  /// The bookmarked records, the oldest first.
  public var bookmarks: [Reference] = []
  /// A message in place of the hints, until the next key.
  public var notice: String?
  /// Whether mouse reports are on.
  public var isMouseOn = false
  /// The name of the theme that is drawn with.
  public var theme = ThemeDefinition.terminal.name

  /// The state at the start: the overview, or the place where the reader was.
  public init(size: Size, saved: SavedState = SavedState()) {
    self.size = size
    visit = Visit(.overview)
    bookmarks = saved.bookmarks
    if let route = saved.place, route != .overview {
      history.leave(visit)
      visit = Visit(route)
    }
  }

  /// What is kept between runs.
  public var saved: SavedState { SavedState(place: visit.route, bookmarks: bookmarks) }
}

/// What lies over a screen and takes the keys.
public enum Overlay: Hashable, Sendable {
  /// All keys, from a line on.
  case help(scroll: Int)
  /// Records and commands by name, with the selected row.
  case palette(LineEditor, selection: Int)
  /// Indicators by name, to compare the one that is shown with.
  case comparison(LineEditor, selection: Int)
}
