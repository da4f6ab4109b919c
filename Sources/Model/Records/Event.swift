/// Something that happened, or is expected to.
package struct Event: Hashable, Sendable, Identifiable {
  /// The id, as in `event:nafta`.
  package var id: String
  /// When.
  package var date: Period
  /// What, in a few words.
  package var title: String
  /// The chapter that mentions it; empty if there is none.
  package var chapter: String
  /// The id of its theme; empty if there is none.
  package var theme: String
  /// Where the original mentions it.
  package var locators: [Locator]
  /// A label of at most twelve letters for charts; empty if it is not marked there.
  package var mark: String
  /// The id of the source that reports it; empty if the report itself does.
  package var source: String

  /// An event with its date.
  package init(
    id: String, date: Period, title: String, chapter: String = "", theme: String = "",
    locators: [Locator] = [], mark: String = "",
    source: String = ""
  ) {
    self.id = id
    self.date = date
    self.title = title
    self.chapter = chapter
    self.theme = theme
    self.locators = locators
    self.mark = mark
    self.source = source
  }

  /// The reference that names this event.
  package var reference: Reference { Reference(.event, id) }
}
