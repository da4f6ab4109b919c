/// Something that happened, or is expected to.
public struct Event: Hashable, Sendable, Identifiable {
  /// The id, as in `event:nafta`.
  public var id: String
  /// When.
  public var date: Period
  /// What, in a few words.
  public var title: String
  /// The chapter that mentions it; empty if there is none.
  public var chapter: String
  /// The id of its theme; empty if there is none.
  public var theme: String
  /// Where the original mentions it.
  public var locators: [Locator]
  /// A label of at most twelve letters for charts; empty when it is not marked there.
  public var mark: String

  /// An event with its date.
  public init(
    id: String, date: Period, title: String, chapter: String = "", theme: String = "",
    locators: [Locator] = [], mark: String = ""
  ) {
    self.id = id
    self.date = date
    self.title = title
    self.chapter = chapter
    self.theme = theme
    self.locators = locators
    self.mark = mark
  }

  /// The reference that names this event.
  public var reference: Reference { Reference(.event, id) }
}
