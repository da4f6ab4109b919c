package import Canvas
package import Importing
package import Query
import Reading
package import Records

/// Everything that changes while the dashboard is used.
///
/// A value, so that a test can construct any moment. `Library` has what does not change.
package struct State: Hashable, Sendable {
  /// The terminal's size in cells.
  package var size: Size
  /// The current screen.
  package var visit: Visit
  /// The visited places.
  package var history = History()
  /// The overlay that takes the keys; nil if there is none.
  package var overlay: Overlay?
  /// The last search.
  package var search = LineEditor()
  /// Whether keys go into the search line.
  package var isTypingSearch = false
  /// The last opened search result, for going to the next and the previous one.
  var resultIndex = -1
  /// The bookmarked records, the oldest first.
  package var bookmarks: [Reference] = []
  /// The digits of a number that is being typed: a count, or a year.
  package var number = ""
  /// The day by which outcomes are told; nil for the latest.
  package var asOf: Period.Point?
  /// A message shown instead of the hints until the next key.
  package var notice: String?
  /// Whether mouse reports are on.
  package var isMouseOn = false
  /// The name of the theme in use.
  package var theme = ThemeDefinition.terminal.name

  /// The state at the start: the overview, or the saved place.
  ///
  /// A saved place is laid out in the size in which it was left; a message with the current size
  /// must follow.
  package init(size: Size, saved: SavedState = SavedState()) {
    self.size = size
    visit = Visit(.overview)
    bookmarks = saved.bookmarks
    guard let last = saved.visit else { return }
    // Its positions belong to another size; the next change of size converts them.
    self.size = saved.size ?? size
    search = LineEditor(saved.search)
    if last.route != .overview { history.leave(visit) }
    visit = last
  }

  /// The id of the indicator that is shown; nil on other screens.
  package var indicator: String? {
    if case .indicator(let id) = visit.route { id } else { nil }
  }

  /// The day by which outcomes are told.
  package func day(_ library: Library) -> Period.Point { asOf ?? library.latestDay }

  /// What became of the recommendations by that day.
  package func told(_ library: Library) -> DayOutcomes {
    DayOutcomes(library.outcomes, by: day(library))
  }

  /// Tells outcomes by a day, or by the end of a month or year; false if the words are no period.
  package mutating func showsOutcomes(by words: String, _ library: Library) -> Bool {
    guard let day = PeriodReader().period(words)?.lastDay else { return false }
    asOf = day < library.latestDay ? day : nil
    return true
  }

  /// What is saved between runs; a screen that is not saved is replaced by the one before it.
  package var saved: SavedState {
    let last = ([visit] + history.past.reversed()).first { $0.route.name != nil }
    return SavedState(last?.kept, size: size, search: search.text, bookmarks: bookmarks)
  }
}

/// An overlay, which takes the keys.
package enum Overlay: Hashable, Sendable {
  /// All keys, starting at a line.
  case help(scroll: Int)
  /// Records and commands by name.
  case palette(NameChoice)
  /// Indicators by name, to compare with the current one.
  case comparison(NameChoice)
  /// The value of a field of a candidate that is reviewed.
  case value(String, ReviewDecision.Field, LineEditor)
  /// The name of the file for what is shown.
  case export(Export, LineEditor)
  /// The talks that can be given, with their minutes; slides made from the dossier start with a
  /// record, or at the beginning if it is nil.
  case decks(NameChoice, from: Reference?)
  /// A judgement that is put together.
  case judgement(JudgementForm)
}
