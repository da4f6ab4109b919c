package import Canvas
package import Records

/// Everything that changes while the dashboard is used.
///
/// A value: any moment can be written down in a test. What does not change is
/// in `Library`.
package struct State: Hashable, Sendable {
  /// The terminal's size in cells.
  package var size: Size
  /// What is shown now.
  package var visit: Visit
  /// Where one came from.
  package var history = History()
  /// What lies over the screen and takes the keys; nil for none.
  package var overlay: Overlay?
  /// What was searched for last.
  package var search = LineEditor()
  /// Whether keys go into the search line.
  package var isTypingSearch = false
  /// The search result that was opened last, for the next and the previous one.
  var resultIndex = -1
  /// The bookmarked records, the oldest first.
  package var bookmarks: [Reference] = []
  /// A message in place of the hints, until the next key.
  package var notice: String?
  /// Whether mouse reports are on.
  package var isMouseOn = false
  /// The name of the theme that is drawn with.
  package var theme = ThemeDefinition.terminal.name

  /// The state at the start: the overview, or the place where the reader was.
  ///
  /// A place that was kept is laid out in the size in which it was left; a message with the present
  /// size is to follow.
  package init(size: Size, saved: SavedState = SavedState()) {
    self.size = size
    visit = Visit(.overview)
    bookmarks = saved.bookmarks
    guard let last = saved.visit else { return }
    // Its places are those of another size: the next change of size takes the reader along.
    self.size = saved.size ?? size
    search = LineEditor(saved.search)
    if last.route != .overview { history.leave(visit) }
    visit = last
  }

  /// The id of the indicator that is shown; nil on other screens.
  package var indicator: String? {
    if case .indicator(let id) = visit.route { id } else { nil }
  }

  /// What is kept between runs; a screen that is not worth coming back to gives way to the one
  /// before.
  package var saved: SavedState {
    let last = ([visit] + history.past.reversed()).first { $0.route.name != nil }
    return SavedState(last?.kept, size: size, search: search.text, bookmarks: bookmarks)
  }
}

/// What lies over a screen and takes the keys.
package enum Overlay: Hashable, Sendable {
  /// All keys, from a line on.
  case help(scroll: Int)
  /// Records and commands by name.
  case palette(NameChoice)
  /// Indicators by name, to compare the one that is shown with.
  case comparison(NameChoice)
}
